import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** An item that a round or a meeting's vote showed as flagged, and that the team has not decided on since. */
export interface OpenDisagreement {
  readonly roundId: string;
  readonly number: number;
  /** Of a meeting's vote; null for a round. */
  readonly sittingId: string | null;
  /** The day of its meeting, "2026-12-03"; null for a round, and once the meeting was removed. */
  readonly heldOn: string | null;
  readonly tool: ToolRef;
  readonly itemId: string;
  /** No later round or vote shows how people see this item now. */
  readonly isNewest: boolean;
}

/** A round with items that wait for the team's decision. */
export interface UndecidedRound extends Pick<OpenDisagreement, "roundId" | "number" | "tool"> {
  readonly items: number;
}

/** How many items of each round wait, in the order they came in; votes of meetings stand with their meetings. */
export function countByRound(open: readonly OpenDisagreement[]): readonly UndecidedRound[] {
  const rounds = new Map<string, UndecidedRound>();
  for (const { roundId, number, tool, sittingId } of open) {
    if (sittingId === null) rounds.set(roundId, { roundId, number, tool, items: (rounds.get(roundId)?.items ?? 0) + 1 });
  }
  return [...rounds.values()];
}

/** "3 still to decide" */
export function stillToDecide(items: number): string {
  return `${items} still to decide`;
}

/** The items of which the newest round or vote that shows them says that views differ: what readiness knows of them. */
export function flaggedItems(open: readonly OpenDisagreement[]): ReadonlySet<string> {
  return new Set(open.flatMap(({ itemId, isNewest }) => (isNewest ? [itemId] : [])));
}
