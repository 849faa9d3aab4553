import type { SamplePerson } from "./sample-agency";

interface SampleAssignment {
  readonly tool: number;
  /** Id of a part or an item; empty for the whole tool. */
  readonly target: string;
  readonly to: SamplePerson;
  readonly by: SamplePerson;
  /** Counted from the day the sample is made. */
  readonly dueInDays?: number;
  readonly answer?: "accepted" | { readonly handedBack: string };
}

/** Work given out: waiting, accepted, overdue, due soon, handed back. */
export const SAMPLE_ASSIGNMENTS: readonly SampleAssignment[] = [
  { tool: 10, target: "", to: "lead", by: "sergeant", dueInDays: 5 },
  { tool: 8, target: "t8-s4", to: "lead", by: "sergeant", dueInDays: 21 },
  { tool: 8, target: "t8-s2", to: "peer", by: "sergeant", dueInDays: 12, answer: "accepted" },
  { tool: 6, target: "", to: "partner", by: "lead", dueInDays: 9, answer: "accepted" },
  { tool: 13, target: "", to: "analyst", by: "lead", dueInDays: -9, answer: "accepted" },
  { tool: 4, target: "", to: "lead", by: "sergeant", dueInDays: -2, answer: "accepted" },
  { tool: 12, target: "t12-sheet-3", to: "analyst", by: "lead", answer: { handedBack: "I can bring the numbers, but the plan needs someone from patrol." } },
];

/** Tools signed off by the team's lead. */
export const SAMPLE_LOCKS: readonly { readonly tool: number; readonly by: SamplePerson }[] = [{ tool: 2, by: "sergeant" }];
