import type { TableRow } from "@/lib/domain/answer/answers";
import type { SamplePerson } from "./sample-agency";

/** How the sample team's gaps became priorities, ideas and goals: one all the way, one half way, one set aside, one to decide. */

export const SAMPLE_PLANNER: SamplePerson = "sergeant";

interface SamplePriority {
  readonly row: TableRow;
  /** Items of the gaps it came from. */
  readonly gaps: readonly string[];
  /** The idea it became: its words there are the team's own. */
  readonly idea?: string;
}

const priority = (id: string, what: string, status: string, reason = ""): TableRow => ({ id, cells: { what, status, ...(reason ? { reason } : {}) } });

export const SAMPLE_PRIORITIES: readonly SamplePriority[] = [
  { row: priority("weekends", "Nobody follows up between Friday and Monday", "chosen"), gaps: ["t9-c4-2", "t3-6"], idea: "t12-sheet-1" },
  { row: priority("picture", "We collect data, and the people it is about never see it", "chosen"), gaps: ["t9-i1-3"], idea: "t12-sheet-2" },
  { row: priority("training", "New officers learn about recovery; those who have been here for years do not", "considering"), gaps: ["t9-i4-3"] },
  { row: priority("jail", "Safer return from jail", "set-aside", "The jail and reentry team works on it. We ask them again in March."), gaps: ["t9-i5-4"] },
];

/** The link that was taken apart again: both of its texts stayed. */
export const SAMPLE_UNLINKED = "t9-i5-4";

/** Goals on sheets of the evaluation. The first was taken up as it was then, and changed since; about the other nobody has decided. */
export const SAMPLE_EVALUATED: readonly { readonly idea: string; readonly sheet: string; readonly goalItem: string; readonly goalThen?: string }[] = [
  {
    idea: "t12-sheet-1",
    sheet: "t13-plan",
    goalItem: "t12-sheet-1-goal",
    goalThen: "By December 2026, a peer reaches out within 48 hours after 9 of 10 overdose calls.",
  },
  { idea: "t12-sheet-2", sheet: "t13-sheet-2", goalItem: "t12-sheet-2-goal" },
];
