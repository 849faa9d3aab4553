import { peerTool } from "@/content/peer-support/named";
import type { Answers } from "@/lib/domain/answer/answers";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { SamplePerson } from "./sample-agency";

/** The peer support supplement of the sample's jail and reentry team: half filled, with gaps to see. Every organization is invented. */

const keyQuestions: Answers = {
  "p1-1": "Start with roll call talks by people who were in our jail. Then two days of training for deputies and counselors.",
  "p1-2": "A private room in the pods, a phone line to the outside, and a budget line for peer hours.",
  "p1-3": "Open Door Recovery Center, Lakeside Harm Reduction, and the county clinic.",
  "p1-4": "Partly. Our reentry policy speaks of recovery. Our discipline policy still punishes every return to use.",
  "p1-6": "People leave the jail at night, when no service is open. And many fear that asking for help will be held against them.",
  "p1-7": "Peers can meet people before release and walk with them to the first appointment.",
  "p1-9": "Some staff still say that people choose this. It shows in who is offered the class.",
};

const coreElements: Answers = {
  "p2-community": { option: "not-us" },
  "p2-diversion": { option: "not-us" },
  "p2-courts": { option: "work" },
  "p2-jails": { option: "work" },
  "p2-reentry": { option: "work" },
  "p2-jails-risk-now": "Nurses ask three questions at booking.",
  "p2-jails-risk-want": "A peer goes through the questions again in the first week.",
  "p2-jails-oend-now": "A class on overdose every month, and naloxone in the property bag.",
  "p2-jails-connect-want": "Lakeside Harm Reduction visits on Thursdays.",
  "p2-jails-screen-now": "Screening at booking.",
  "p2-reentry-risk-now": "Peers go through a safety plan with people on the day they leave.",
  "p2-reentry-link-now": "First appointment is made before release.",
  "p2-reentry-link-want": "A peer rides along to it.",
  "p2-courts-oend-want": "Naloxone and a leaflet at the treatment court’s front desk.",
};

const influences: Answers = {
  "p3-program-1-1": "in-progress",
  "p3-program-1-2": "yes",
  "p3-program-1-3": "yes",
  "p3-program-2-1": "yes",
  "p3-program-3-1": "no",
  "p3-program-3-2": "in-progress",
  "p3-culture-1-1": "yes",
  "p3-culture-1-2": "in-progress",
  "p3-culture-2-1": "yes",
  "p3-culture-3-1": "in-progress",
  "p3-culture-4-2": "no",
  "p3-system-1-1": "no",
  "p3-system-2-1": "in-progress",
  "p3-system-3-1": "yes",
};

const activities: Answers = {
  "p4-practices-emotional": { option: "now" },
  "p4-practices-emotional-words": "A peer sees people one on one, twice a week.",
  "p4-practices-informational": { option: "plan" },
  "p4-practices-informational-words": "How to use naloxone, in the reentry class.",
  "p4-transitions-instrumental": { option: "plan" },
  "p4-transitions-instrumental-words": "Meet people at the door on the day they leave.",
  "p4-supply-instrumental": { option: "not-us" },
  "p4-mentoring-emotional": { option: "now" },
};

const design: Answers = {
  "p5-scope-site": "Pods C and D of the county jail, for people who go home within 60 days.",
  "p5-scope-by": "2026-03-01",
  "p5-scope-who": "Jail program manager",
  "p5-access-2": "in-progress",
  "p5-access-3": "yes",
  "p5-employment-form": { option: "partner" },
  "p5-partners-names": "Recovery community organizations\nOpen Door Recovery Center",
};

const prepare: Answers = {
  "p6-vision": "yes",
  "p6-role": "in-progress",
  "p6-role-notes": "Deputies ask what peers may and may not do in the pods. Write it down on one page.",
  "p6-values": "no",
  "p6-training": "in-progress",
  "p6-component-1": "yes",
  "p6-component-5": "no",
};

const supervision: Answers = {
  "p7-1": "in-progress",
  "p7-2": "yes",
  "p7-5": "no",
  "p7-supervisors": "Peer recovery specialist, Open Door Recovery Center",
};

export const SAMPLE_SUPPLEMENT: readonly { readonly tool: ToolRef; readonly by: SamplePerson; readonly answers: Answers }[] = [
  { tool: peerTool("key-questions"), by: "peer", answers: keyQuestions },
  { tool: peerTool("core-elements"), by: "peer", answers: coreElements },
  { tool: peerTool("influences"), by: "lead", answers: influences },
  { tool: peerTool("peer-activities"), by: "peer", answers: activities },
  { tool: peerTool("design-program"), by: "lead", answers: design },
  { tool: peerTool("prepare-setting"), by: "lead", answers: prepare },
  { tool: peerTool("supervision"), by: "peer", answers: supervision },
];

/** A supervisor's own check that they share with the team. */
export const SAMPLE_OWN_CHECK = {
  by: "peer",
  answers: [
    { item: "ps1-knowledge-1", value: "strong" },
    { item: "ps1-knowledge-4", value: "learning" },
    { item: "ps1-skills-3", value: "strong" },
    { item: "ps1-skills-13", value: "support" },
    { item: "ps1-attitudes-7", value: "strong" },
    { item: "ps1-next-words", value: "Keeping notes that help and do not harm. The program manager can show me how." },
  ],
} as const satisfies { by: SamplePerson; answers: readonly { item: string; value: string }[] };
