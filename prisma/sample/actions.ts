import type { ActionStatus } from "@/lib/domain/plan/action-status";
import type { SamplePerson } from "./sample-agency";

interface SampleAction {
  /** Of a printed line, whose words stand with the other answers (planning.ts), or of one that was added. */
  readonly id: string;
  readonly what?: string;
  /** Somebody with an account; whom the line's own "lead" names, otherwise. */
  readonly owner?: SamplePerson;
  /** Counted from the day the sample is made. */
  readonly dueInDays: number;
  readonly status?: ActionStatus;
  readonly why?: string;
  /** As somebody changed it after the owner of the sample was last here. */
  readonly later?: { readonly by: SamplePerson; readonly dueInDays?: number; readonly status?: ActionStatus; readonly why?: string };
}

/** Tool 12's lines as a plan: overdue, blocked, done, mine, and some whose owner has no account. */
export const SAMPLE_ACTIONS: readonly SampleAction[] = [
  { id: "t12-sheet-1-step-1", owner: "sergeant", dueInDays: -123, status: "done" },
  { id: "t12-sheet-1-step-2", dueInDays: -62, status: "blocked", why: "The county contract is not signed." },
  { id: "t12-sheet-1-step-3", dueInDays: -45, status: "under-way", later: { by: "analyst", dueInDays: -31 } },
  { id: "t12-sheet-1-step-4", owner: "analyst", dueInDays: 2, status: "under-way" },
  { id: "t12-sheet-1-more/car", what: "Lend the peers a car on weekends", owner: "lead", dueInDays: 17, status: "not-started" },
  { id: "t12-sheet-2-step-1", owner: "analyst", dueInDays: -92, status: "done" },
  { id: "t12-sheet-2-step-2", owner: "partner", dueInDays: 10, status: "under-way" },
  { id: "t12-sheet-2-step-3", owner: "lead", dueInDays: 37, status: "not-started" },
  { id: "t12-sheet-3-step-1", owner: "peer", dueInDays: -11 },
  {
    id: "t12-sheet-3-step-2",
    owner: "lead",
    dueInDays: 3,
    status: "under-way",
    later: { by: "peer", status: "blocked", why: "Finance needs a way to pay people who have no company." },
  },
  { id: "t12-sheet-3-step-3", owner: "sergeant", dueInDays: 45 },
];
