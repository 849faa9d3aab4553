import type { Answers } from "@/lib/domain/answer/answers";
import { findings } from "./findings";
import { commitment, consensus, engagement, evaluation, integration, plan } from "./planning";
import { partnerChecklist, policyChecklist, ratings, safetyChecklist, workforceChecklist } from "./ratings";

/** A fictional agency, worked through far enough to show every feature: complete, half done, gaps, D/K, blanks. */
export const SAMPLE_AGENCY = { name: "Harbor Bend Police Department", kind: "police", state: "OH" } as const;
export const SAMPLE_TEAM = "Core Implementation Team";
export const SAMPLE_SECOND_TEAM = "Jail and Reentry Team";

export type SamplePerson = "chief" | "lead" | "sergeant" | "peer" | "partner" | "analyst" | "council";

/** Roles instead of names, as the toolkit's privacy questions suggest. The first one is who "Open the sample agency" signs in. */
export const SAMPLE_PEOPLE: Record<
  SamplePerson,
  { name: string; role: "admin" | "lead" | "member" | "partner" | "viewer"; tools?: readonly number[] }
> = {
  lead: { name: "Deputy Chief", role: "admin" },
  chief: { name: "Chief of Police", role: "viewer" },
  sergeant: { name: "Outreach Sergeant", role: "lead" },
  peer: { name: "Peer Recovery Specialist", role: "member" },
  analyst: { name: "Crime Analyst", role: "member" },
  partner: { name: "Harm Reduction Coordinator", role: "partner", tools: [3, 5, 6, 7] },
  council: { name: "Council Liaison", role: "viewer" },
};

export const SAMPLE_WORK: readonly {
  tool: number;
  by: SamplePerson;
  answers: Answers;
  completedBy?: SamplePerson;
}[] = [
  { tool: 1, by: "analyst", answers: findings, completedBy: "sergeant" },
  { tool: 2, by: "sergeant", answers: safetyChecklist, completedBy: "sergeant" },
  { tool: 3, by: "partner", answers: policyChecklist, completedBy: "lead" },
  { tool: 4, by: "sergeant", answers: workforceChecklist },
  { tool: 5, by: "partner", answers: partnerChecklist, completedBy: "lead" },
  { tool: 6, by: "partner", answers: engagement },
  { tool: 7, by: "peer", answers: { "t7-notes": "Practise two of the listening statements at roll call. Sergeants liked “I hear you saying…” best." } },
  { tool: 8, by: "lead", answers: integration },
  { tool: 9, by: "lead", answers: ratings, completedBy: "lead" },
  { tool: 10, by: "peer", answers: commitment },
  { tool: 11, by: "lead", answers: consensus, completedBy: "lead" },
  { tool: 12, by: "sergeant", answers: plan },
  { tool: 13, by: "analyst", answers: evaluation },
];

export const SAMPLE_REVIEWS: readonly SamplePerson[] = ["lead", "sergeant", "peer"];

/** What others changed after the owner was last here (beside the plan: actions.ts): written last, so that it is new to them. The final words stand in `SAMPLE_WORK`. */
export const SAMPLE_LATER: readonly {
  readonly tool: number;
  readonly by: SamplePerson;
  /** Items that were blank until then. */
  readonly answered: readonly string[];
  /** Items that said something else until then. */
  readonly changedFrom: Answers;
}[] = [
  { tool: 10, by: "analyst", answered: ["t10-key-point-2"], changedFrom: {} },
];
