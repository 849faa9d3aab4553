import { findStaleDays, groupOfAction, sortByDue } from "@/lib/domain/plan/plan-groups";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";

/** Actions of the plan that wait for somebody, the first due first. */
export interface WaitingActions {
  /** The reader's own, overdue or due within thirty days. */
  readonly mine: readonly PlannedAction[];
  /** Other people's and nobody's that are overdue, or that nobody has touched for long. For those who give out work. */
  readonly loose: readonly WaitingAction[];
}

export interface WaitingAction extends PlannedAction {
  /** For how many days nothing of it was changed; null when that is not why it is here. */
  readonly staleDays: number | null;
}

interface Reader {
  readonly personId: string;
  /** The day by UTC: what is overdue is told by the reader's own day on the page. */
  readonly today: string;
  readonly seesOthers: boolean;
}

export function pickActions(actions: readonly PlannedAction[], { personId, today, seesOthers }: Reader): WaitingActions {
  const isMine = ({ owner }: PlannedAction) => owner?.personId === personId;
  const days = { today, dayOf: (instant: string) => instant.slice(0, 10) };
  const mine = actions.filter((action) => isMine(action) && ["overdue", "soon"].includes(groupOfAction(action, today)));
  const loose = actions.flatMap((action): WaitingAction[] => {
    if (isMine(action)) return [];
    const staleDays = findStaleDays(action, days);
    return groupOfAction(action, today) === "overdue" || staleDays !== null ? [{ ...action, staleDays }] : [];
  });
  return { mine: sortByDue(mine), loose: seesOthers ? sortByDue(loose) : [] };
}
