import type { PersonRef } from "@/lib/domain/people/person";
import type { ActionStatus } from "./action-status";
import type { Action } from "./actions";

/** What somebody else did with an action since the reader looked. */
export const ACTION_NEWS = ["added", "moved", "date", "owner", "words"] as const;
export type ActionNewsKind = (typeof ACTION_NEWS)[number];

export interface ActionNews {
  /** The one that says most. */
  readonly kind: ActionNewsKind;
  /** An instant. */
  readonly at: string;
}

/** An action as a team's plan shows it: plain data, for a page. */
export interface PlannedAction {
  /** As `Action.id`. */
  readonly id: string;
  /** The section of its idea. */
  readonly section: string;
  readonly what: string;
  readonly lead: string;
  readonly owner: PersonRef | null;
  readonly dueOn: string | null;
  readonly status: ActionStatus;
  readonly why: string;
  /** When anything of it was changed last; null when the history does not tell. */
  readonly changedAt: string | null;
  /** Since when it has its status; null when nobody ever set one, or the history does not tell. */
  readonly movedAt: string | null;
  readonly news: ActionNews | null;
}

/** What the history tells of an action. */
export type ActionMoments = Pick<PlannedAction, "changedAt" | "movedAt">;

/** An action with what is known about it beside its words. */
export function planAction(action: Action, { changedAt, movedAt }: ActionMoments, news: ActionNews | null): PlannedAction {
  const { id, idea, what, lead, owner, dueOn, status, why } = action;
  return { id, section: idea.section, what, lead, owner, dueOn, status, why, changedAt, movedAt, news };
}
