import type { Answers, TableRow } from "@/lib/domain/answer/answers";
import { SAMPLE_INDICATOR_ROWS } from "./indicators";

/** Tools 6, 8, 10 to 13 of the sample agency. Roles instead of names; every organization is invented. */

function rows(prefix: string, columns: readonly string[], cells: readonly (readonly string[])[]): TableRow[] {
  return cells.map((row, index) => ({
    id: `${prefix}-${index + 1}`,
    cells: Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ""])),
  }));
}

export const engagement: Answers = {
  "t6-partners": rows("partner", ["partner", "dimension", "strategies"], [
    ["Eastside barbershops and salons", "Expand the breadth", "Ask the 4th Street barbershop to introduce us. Offer naloxone training on a Monday, when shops are closed."],
    ["Route 9 motel owners", "Expand the breadth", "Visit with the harm reduction van. Listen first. Leave a naloxone box at each front desk that wants one."],
    ["Recovery community center", "Expand the depth", "From guest speaker to co-planner: two seats on this team, with paid time."],
    ["County jail reentry unit", "Expand the scope", ""],
  ]),
};

export const integration: Answers = {
  "t8-s1-1": "Deputy chief, operations",
  "t8-s1-2": rows("leader", ["leadership", "date"], [
    ["Chief of police", "2026-01-14"],
    ["Fire and EMS chief", "2026-01-21"],
    ["County health officer", "2026-01-28"],
  ]),
  "t8-s1-3": rows("seat", ["role", "name", "affiliation", "contact"], [
    ["Implementation lead", "Deputy chief", "Harbor Bend Police", "ext. 201"],
    ["Outreach", "Outreach sergeant", "Harbor Bend Police", "ext. 214"],
    ["Lived experience", "Peer recovery specialist", "Open Door Recovery Center", "Through the center"],
    ["Community partner", "Harm reduction coordinator", "Lakeside Harm Reduction", "Through the office"],
    ["Data", "Crime analyst", "Harbor Bend Police", "ext. 230"],
    ["Emergency medical services", "Community paramedic", "Harbor Bend Fire and EMS", ""],
  ]),
  "t8-s1-4-a": "Yes. Someone from the jail reentry unit, and a family member who lost someone to overdose.",
  "t8-s1-4-b": "The community paramedic knows the reentry unit. The peer recovery specialist will invite families, with support for whoever says yes.",
  "t8-s1-5-a": "2026-01-29",
  "t8-s1-5-b": { option: "other", other: "Every second Thursday, and monthly from September" },
  "t8-s1-5-c": "In person at Grace Hall, ground floor. A phone line for those who cannot come.",
  "t8-s1-5-d": "Ninety minutes, with a meal.",
  "t8-principle-safety-comments": "Every patrol car carries naloxone. We ask before we touch, and before we run a name.",
  "t8-principle-trust-comments": "We say what we will do with what people tell us. We come back when we said we would.",
  "t8-principle-person-comments": "Peers speak first in every meeting.",
  "t8-principle-culture-comments": "Two listening sessions before we write anything. Materials in English, Spanish and Haitian Creole.",
  "t8-s1-7-a": "That a person who uses drugs, and the people who love them, can call us and get help instead of trouble.",
  "t8-s1-7-b": "Nobody dies alone in Harbor Bend because they were afraid to call. Every survivor hears from a peer within two days.",
  "t8-s2-1": "2026-04-16",
  "t8-s2-2": rows("health", ["partner", "role", "contact"], [
    ["Lakeside Harm Reduction", "Naloxone, test strips, drug checking", "Through the office"],
    ["County health department", "Data, funding, drug trends", "Through the front desk"],
    ["Open Door Recovery Center", "Peers, meetings, a place to be", "Through the center"],
  ]),
  "t8-s2-3": rows("talk", ["partner", "dates"], [
    ["Grace Hall and Eastside neighbors", "March 11 and May 6, 2026"],
    ["Families who lost someone", "May 20, 2026"],
  ]),
  "t8-s2-4": rows("support", ["stakeholder", "dates"], [["City council, public safety committee", "June 4, 2026"]]),
  "t8-s3-1":
    "1. Follow-up by a peer within 48 hours, weekends included.\n2. Use what we learn: one shared monthly picture of overdoses.\n3. Safer return from jail.\n4. Recovery training for every shift.",
  "t8-s4-1-who": "The team, one person per shift, and anyone from the Eastside who wants to come.",
  "t8-s4-1-when": "First Thursday of the month, 6 p.m.",
};

export const commitment: Answers = {
  "t10-stakeholders":
    "Patrol officers: want fewer repeat calls and to go home whole. Council: wants to see what the money buys. Eastside families: want their people alive, and want to be heard.",
  "t10-messages": rows("message", ["stakeholder", "points", "goals", "people"], [
    ["Patrol officers", "Each follow-up by a peer is one call you do not get next week.", "Officers offer a follow-up on every overdose call. We see it in the offer rate.", "Outreach sergeant and peer recovery specialist, together"],
    ["City council", "A follow-up costs less than one emergency transport.", "Two years of funding for weekend peers.", "Deputy chief and county health officer"],
    ["Eastside families", "We changed what happens on a call. Here is how, and here is who to tell when it does not.", "", "Harm reduction coordinator"],
  ]),
  "t10-audience": "Patrol shifts at roll call",
  "t10-avoid": "Words that blame or label. “Frequent flyer.” “Clean.” Long statistics.",
  "t10-key-point-1": "Naloxone saves the minute. Follow-up saves the year.",
  "t10-key-point-2": "You are not asked to be a counselor. You are asked to make one offer.",
};

export const consensus: Answers = {
  "t11-vision": "By 2029, every person in Harbor Bend who survives an overdose meets a peer within two days. Nobody is afraid to call for help.",
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`t11-vision-check-${n}`, { option: "yes" }])),
  "t11-mission":
    "Harbor Bend Police, Fire and EMS, and our community partners prevent overdose deaths on the Eastside and along Route 9 by answering calls with care, offering follow-up by peers, and sharing what we learn with the people most affected.",
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`t11-mission-check-${n}`, { option: "yes" }])),
  "t11-mission-check-6": { option: "no" },
};

export const plan: Answers = {
  "t12-idea-1": "Follow-up by a peer within 48 hours, weekends included",
  "t12-idea-2": "One shared monthly picture of overdoses",
  "t12-idea-3": "Recovery training for every shift",
  "t12-sheet-1-idea": "Follow-up by a peer within 48 hours, weekends included",
  "t12-sheet-1-goal": "By December 2026, a peer reaches out within 48 hours after 9 of 10 overdose calls, on every day of the week.",
  "t12-sheet-1-smart": { option: "yes" },
  "t12-sheet-1-timeframe": { option: "medium-term" },
  "t12-sheet-1-step-1-action": "Agree how officers ask for consent and pass on a contact, by July",
  "t12-sheet-1-step-1-lead": "Outreach sergeant",
  "t12-sheet-1-step-2-action": "Hire two weekend peers, by September",
  "t12-sheet-1-step-2-lead": "Open Door Recovery Center",
  "t12-sheet-1-step-3-action": "Start with the Eastside, then Route 9, by October",
  "t12-sheet-1-step-3-lead": "Community paramedic",
  "t12-sheet-1-step-4-action": "Report the offer rate to the team each month",
  "t12-sheet-1-step-4-lead": "Crime analyst",
  "t12-sheet-1-partners-existing": "Open Door Recovery Center, Lakeside Harm Reduction",
  "t12-sheet-1-partners-promising": "Route 9 motel owners",
  "t12-sheet-1-partners-cultivate": "County jail reentry unit",
  "t12-sheet-1-outcomes": "Fewer repeat overdoses within 30 days. More people who say that they would call again.",
  "t12-sheet-1-resources": "Two part-time peers, a phone, a car on weekends, supervision for the peers.",
  "t12-sheet-2-idea": "One shared monthly picture of overdoses",
  "t12-sheet-2-goal": "From September, one page a month that police, EMS, health and partners read together.",
  "t12-sheet-2-timeframe": { option: "short-term" },
  "t12-sheet-2-step-1-action": "Extend the data agreement to follow-up counts, by August",
  "t12-sheet-2-step-1-lead": "Crime analyst",
  "t12-sheet-2-step-2-action": "Draft the one-page layout with partners",
  "t12-sheet-2-step-2-lead": "Harm reduction coordinator",
  "t12-sheet-2-step-3-action": "Read the first page together",
  "t12-sheet-2-step-3-lead": "Deputy chief",
  "t12-sheet-2-partners-existing": "County health department",
  "t12-sheet-3-idea": "Recovery training for every shift",
  "t12-sheet-3-step-1-action": "Ask people in recovery to design the session with us",
  "t12-sheet-3-step-1-lead": "Peer recovery specialist",
  "t12-sheet-3-step-2-action": "Pay the co-trainers from the training budget",
  "t12-sheet-3-step-2-lead": "Deputy chief",
  "t12-sheet-3-step-3-action": "Book two shifts each quarter",
  "t12-sheet-3-step-3-lead": "Outreach sergeant",
};

export const evaluation: Answers = {
  "t13-goal": "A peer reaches out within 48 hours after 9 of 10 overdose calls.",
  "t13-questions": SAMPLE_INDICATOR_ROWS.map(([id, question, indicators, sources, timeframe]) => ({ id, cells: { question, indicators, sources, timeframe } })),
  "t13-staff": "Crime analyst",
  "t13-sharing": "First Thursday, 6 p.m., with the Eastside. Counts under 10 are not shown outside the team.",
  "t13-worked": "One sentence on a card. Officers say the offer takes less than a minute.",
  "t13-not-worked": "Friday to Monday. A call at 2 a.m. on Saturday still waits until Monday.",
};
