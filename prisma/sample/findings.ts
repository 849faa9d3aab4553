import type { Answers } from "@/lib/domain/answer/answers";

/** Tool 1 of the sample agency. Every place, number and source is invented. */
const FINDINGS: readonly [question: string, source: string, accessed: string, findings: string][] = [
  ["t1-q1", "County court records, yearly summary", "2026-02-10", "Possession makes up 61% of drug cases. People from the Eastside are 22% of the county and 47% of these cases."],
  ["t1-q2", "ODMAP and EMS run data", "2026-02-12", "Adults aged 30 to 54, most of them men living alone. Most runs come from the Eastside and the streets near Depot Station."],
  ["t1-q3", "Medical examiner, 2023 to 2025", "2026-02-12", "Deaths among Black residents rose 38% in three years, while deaths among white residents fell 9%."],
  ["t1-q4", "Medical examiner and drug-checking program", "2026-02-19", "Fentanyl in 8 of 10 deaths. Stimulants mixed with fentanyl are now more common than fentanyl alone."],
  ["t1-q5", "Harm reduction partner, monthly report", "2026-02-19", "Smoking has passed injecting. Our kits and flyers still speak mostly about injecting."],
  ["t1-q6", "ODMAP", "2026-02-12", "Three clusters: Depot Station, the Eastside, and the motels on Route 9."],
  ["t1-q7", "EMS run data", "2026-02-12", "Two of three happen at home. Four of ten times, nobody else was in the room."],
  ["t1-q8", "911 dispatch center", "2026-03-03", "Calls often come late. Callers tell us that they worry police will run warrants."],
  ["t1-q9", "Listening session at Grace Hall", "2026-03-11", "More overdoses in the first two weeks after release from jail, and around the first of the month."],
  ["t1-q10", "Partner survey (14 replies)", "2026-03-11", "Grace Hall food pantry, the barbershop on 4th Street, the recovery community center, and the library."],
  ["t1-q11", "City and county budgets", "2026-03-18", "Most money goes to response after an overdose. Less than a tenth pays for outreach, and none of it is spent on Route 9."],
];

const grid: Answers = Object.fromEntries(
  FINDINGS.flatMap(([row, source, accessed, findings]) => [
    [`${row}-source`, source],
    [`${row}-accessed`, accessed],
    [`${row}-findings`, findings],
  ]),
);

export const findings: Answers = {
  ...grid,
  "t1-notes-access":
    "The health department, EMS and our crime analyst have direct access. Partners see a monthly summary without names or addresses.",
  "t1-notes-privacy":
    "We share counts by area, never by address. Groups smaller than five are left out. A data agreement with the health department is signed.",
  "t1-notes-sharing":
    "Each quarter at Grace Hall, and on one printed page in English and Spanish. People asked us to bring it to the barbershop too.",
};
