import { daysBetween } from "@/lib/domain/text/due-words";
import { isOverdue } from "./actions";
import type { PlannedAction } from "./planned-action";

/** How a plan's table is parted, in its order. */
export const PLAN_GROUPS = ["overdue", "soon", "later", "undated", "done"] as const;
export type PlanGroup = (typeof PLAN_GROUPS)[number];

export const PLAN_GROUP_LABELS: Record<PlanGroup, string> = {
  overdue: "Overdue",
  soon: "Next 30 days",
  later: "Later",
  undated: "No date",
  done: "Done",
};

const SOON_DAYS = 30;
/** Without a change for as long, and not done, an action is stale. */
export const STALE_DAYS = 30;

/** The days of one reader: which day it is for them, and on which one something happened. */
export interface ReaderDays {
  readonly today: string;
  /** The day of an instant, "2026-12-01". */
  dayOf(instant: string): string;
}

type Due = Pick<PlannedAction, "dueOn" | "status">;

export function groupOfAction(action: Due, today: string): PlanGroup {
  if (action.status === "done") return "done";
  if (action.dueOn === null) return "undated";
  if (isOverdue(action, today)) return "overdue";
  return daysBetween(today, action.dueOn) <= SOON_DAYS ? "soon" : "later";
}

/** The groups that hold something: the first due first, of what is done the latest. Within a day the plan's own order stays. */
export function groupPlan<A extends PlannedAction>(actions: readonly A[], today: string): readonly { readonly group: PlanGroup; readonly actions: readonly A[] }[] {
  const sorted = sortByDue(actions);
  return PLAN_GROUPS.flatMap((group) => {
    const own = sorted.filter((action) => groupOfAction(action, today) === group);
    if (own.length === 0) return [];
    return [{ group, actions: group === "done" ? own.sort((a, b) => (b.movedAt ?? "").localeCompare(a.movedAt ?? "")) : own }];
  });
}

/** The first due first, those without a date last. */
export function sortByDue<A extends Pick<PlannedAction, "dueOn">>(actions: readonly A[]): A[] {
  const key = ({ dueOn }: A) => dueOn ?? "9999";
  return [...actions].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** For how many days nothing of it was changed; null when that is not long, it is done, or nobody knows. */
export function findStaleDays({ status, changedAt }: Pick<PlannedAction, "status" | "changedAt">, { today, dayOf }: ReaderDays): number | null {
  if (status === "done" || changedAt === null) return null;
  const days = daysBetween(dayOf(changedAt), today);
  return days >= STALE_DAYS ? days : null;
}
