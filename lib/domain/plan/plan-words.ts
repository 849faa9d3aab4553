import { daysBetween, formatNearDay } from "@/lib/domain/text/due-words";
import { ACTION_STATUS_LABELS } from "./action-status";
import { groupOfAction, type ReaderDays } from "./plan-groups";
import type { PlannedAction } from "./planned-action";

export interface DueInPlan {
  /** "Sep 30", "Done Sep 4", or "No date". */
  readonly text: string;
  /** "61 days over", "in 4 days", "due Aug 31"; null when there is no more to say. */
  readonly note: string | null;
  readonly isOverdue: boolean;
}

/** When an action is due, or was done, for one reader. */
export function describeDueInPlan(action: Pick<PlannedAction, "dueOn" | "status" | "movedAt">, { today, dayOf }: ReaderDays): DueInPlan {
  const { dueOn, movedAt } = action;
  const day = (text: string) => formatNearDay(text, today);
  const group = groupOfAction(action, today);
  if (group === "done") {
    return { text: movedAt ? `Done ${day(dayOf(movedAt))}` : "Done", note: dueOn ? `due ${day(dueOn)}` : null, isOverdue: false };
  }
  if (dueOn === null) return { text: "No date", note: null, isOverdue: false };
  const days = daysBetween(today, dueOn);
  if (group === "overdue") return { text: day(dueOn), note: days === -1 ? "1 day over" : `${-days} days over`, isOverdue: true };
  return { text: day(dueOn), note: group === "soon" ? describeDays(days) : null, isOverdue: false };
}

function describeDays(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

/** "Blocked since Oct 12: the county contract is not signed." Null for what is not blocked. */
export function describeBlock({ status, why, movedAt }: Pick<PlannedAction, "status" | "why" | "movedAt">, { today, dayOf }: ReaderDays): string | null {
  if (status !== "blocked") return null;
  const since = movedAt ? ` since ${formatNearDay(dayOf(movedAt), today)}` : "";
  return `Blocked${since}${why === "" ? "" : `: ${why}`}`;
}

/** "date moved Nov 25" */
export function describeActionNews({ news, status }: Pick<PlannedAction, "news" | "status">, { today, dayOf }: ReaderDays): string | null {
  if (!news) return null;
  const words = {
    added: "added",
    moved: ACTION_STATUS_LABELS[status].toLowerCase(),
    date: "date moved",
    owner: "owner changed",
    words: "words changed",
  }[news.kind];
  return `${words} ${formatNearDay(dayOf(news.at), today)}`;
}
