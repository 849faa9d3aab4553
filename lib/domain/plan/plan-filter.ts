import { daysBetween } from "@/lib/domain/text/due-words";
import { ACTION_STATUSES, type ActionStatus } from "./action-status";
import { isOverdue } from "./actions";
import type { PlannedAction } from "./planned-action";

export const PLAN_VIEWS = ["table", "board"] as const;
export type PlanViewKind = (typeof PLAN_VIEWS)[number];

export const DUE_FILTERS = ["overdue", "week"] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];
export const DUE_FILTER_LABELS: Record<DueFilter, string> = { overdue: "Overdue", week: "This week" };

const WEEK_DAYS = 7;

/** What is shown of a plan, and how: all of it stands in the page's address. */
export interface PlanFilter {
  readonly view: PlanViewKind;
  readonly isMine: boolean;
  /** As `ownerKeyOf`. */
  readonly owner: string | null;
  /** An idea's section, or the id of an area that an idea's gaps lie in. */
  readonly area: string | null;
  readonly due: DueFilter | null;
  readonly status: ActionStatus | null;
  /** Only what others changed since the reader looked. */
  readonly isNew: boolean;
}

export const WHOLE_PLAN: PlanFilter = { view: "table", isMine: false, owner: null, area: null, due: null, status: null, isNew: false };

/** What of an address can be asked for by name. */
export interface PlanParameters {
  get(name: string): string | null;
}

/** What an address asks for; what it can't mean is passed over. */
export function parsePlanFilter(parameters: PlanParameters): PlanFilter {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | null => values.find((value) => value === parameters.get(name)) ?? null;
  return {
    view: oneOf("view", PLAN_VIEWS) ?? WHOLE_PLAN.view,
    isMine: parameters.get("mine") === "1",
    owner: parameters.get("owner") || null,
    area: parameters.get("area") || null,
    due: oneOf("due", DUE_FILTERS),
    status: oneOf("status", ACTION_STATUSES),
    isNew: parameters.get("new") === "1",
  };
}

/** The same for an address: "?view=board&mine=1", empty for the whole plan as a table. */
export function formatPlanFilter({ view, isMine, owner, area, due, status, isNew }: PlanFilter): string {
  const parameters = new URLSearchParams();
  if (view !== WHOLE_PLAN.view) parameters.set("view", view);
  if (isMine) parameters.set("mine", "1");
  for (const [name, value] of Object.entries({ owner, area, due, status })) if (value !== null) parameters.set(name, value);
  if (isNew) parameters.set("new", "1");
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** Whether anything is left out. */
export function isFiltered(filter: PlanFilter): boolean {
  return formatPlanFilter({ ...filter, view: WHOLE_PLAN.view }) !== "";
}

/** Whose an action is, for a filter: an account, a name without one ("lead:crime analyst"), or nobody's ("none"). */
export function ownerKeyOf({ owner, lead }: Pick<PlannedAction, "owner" | "lead">): string {
  if (owner) return owner.personId;
  return lead === "" ? "none" : `lead:${lead.toLowerCase()}`;
}

export interface PlanReader {
  /** Who the reader is shown as. */
  readonly personId: string;
  readonly today: string;
  /** Ids of the areas that the gaps behind an idea lie in. */
  areasOf(section: string): readonly string[];
}

/** Those that the filter shows, in their order. */
export function filterPlan<A extends PlannedAction>(actions: readonly A[], filter: PlanFilter, { personId, today, areasOf }: PlanReader): readonly A[] {
  const { isMine, owner, area, due, status, isNew } = filter;
  return actions.filter(
    (action) =>
      (!isMine || action.owner?.personId === personId) &&
      (owner === null || ownerKeyOf(action) === owner) &&
      (area === null || action.section === area || areasOf(action.section).includes(area)) &&
      (due === null || isDue(action, due, today)) &&
      (status === null || action.status === status) &&
      (!isNew || action.news !== null),
  );
}

/** Whether it is due so; what is done is not due any more. */
export function isDue(action: Pick<PlannedAction, "dueOn" | "status">, due: DueFilter, today: string): boolean {
  if (due === "overdue") return isOverdue(action, today);
  if (action.dueOn === null || action.status === "done") return false;
  const days = daysBetween(today, action.dueOn);
  return days >= 0 && days < WEEK_DAYS;
}

export function countByStatus(actions: readonly Pick<PlannedAction, "status">[]): Readonly<Record<ActionStatus, number>> {
  const counts = Object.fromEntries(ACTION_STATUSES.map((status) => [status, 0])) as Record<ActionStatus, number>;
  for (const { status } of actions) counts[status] += 1;
  return counts;
}
