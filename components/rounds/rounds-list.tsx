import Link from "next/link";
import { Tag, type TagTone } from "@/components/ui/tag";
import { getTool } from "@/content/toolkits";
import { stillToDecide, type UndecidedRound } from "@/lib/domain/rounds/open-disagreement";
import type { RoundFacts, RoundState } from "@/lib/domain/rounds/round";
import { formatDay } from "@/lib/domain/text/due-words";

export const STATE_WORDS: Record<RoundState, string> = { open: "Open", revealed: "Revealed", closed: "Closed", "called-off": "Called off" };
const STATE_TONES: Record<RoundState, TagTone> = { open: "primary", revealed: "info", closed: "neutral", "called-off": "neutral" };

/** What a round asks about, in a line: "Tool 9, 42 statements". */
export function aboutOf({ tool, itemIds }: Pick<RoundFacts, "tool" | "itemIds">): string {
  return `${getTool(tool).label}, ${itemIds.length === 1 ? "1 statement" : `${itemIds.length} statements`}`;
}

/** The team's rounds, those that wait for the reader first said so. */
export function RoundsList({ teamId, rounds, undecided }: { teamId: string; rounds: readonly RoundFacts[]; undecided: readonly UndecidedRound[] }) {
  const waiting = new Map(undecided.map(({ roundId, items }) => [roundId, items]));
  return (
    <ul className="agenda-rows">
      {rounds.map((round) => (
        <li key={round.id} className="grid gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/teams/${teamId}/rounds/${round.id}`} prefetch={false} className="font-semibold">
              Round {round.number}
            </Link>
            <Tag tone={STATE_TONES[round.state]}>{STATE_WORDS[round.state]}</Tag>
            {round.state === "open" && round.ownRaterId !== null && !round.ownFinished ? <Tag tone="warning">Waits for you</Tag> : null}
            {waiting.has(round.id) ? (
              <Tag tone="warm" icon="warning">
                {stillToDecide(waiting.get(round.id) ?? 0)}
              </Tag>
            ) : null}
          </p>
          <p className="work-note">{noteOf(round)}</p>
        </li>
      ))}
    </ul>
  );
}

function noteOf(round: RoundFacts): string {
  const until = round.state === "open" && round.untilOn !== null ? `until ${formatDay(round.untilOn)}` : "";
  const count = round.state === "open" ? `${round.finished} of ${round.asked} have finished` : round.answered === null ? "" : `${round.answered} of ${round.asked} rated`;
  return [aboutOf(round), round.isNamed ? "with names" : "unnamed", count, until].filter(Boolean).join(" · ");
}
