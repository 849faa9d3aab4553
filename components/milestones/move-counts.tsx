import { Card } from "@/components/ui/card";
import type { ItemMove, MoveCounts } from "@/lib/domain/milestones/compare-items";

interface Group {
  readonly move: ItemMove;
  readonly words: string;
  /** Drawn in the squares, which are no more than the number once more. */
  readonly sign: string;
}

const GROUPS: readonly Group[] = [
  { move: "higher", words: "rated higher", sign: "▲" },
  { move: "resolved", words: "D/K resolved", sign: "✓" },
  { move: "same", words: "the same", sign: "=" },
  { move: "still-unknown", words: "still D/K", sign: "?" },
  { move: "lower", words: "rated lower", sign: "▼" },
  { move: "unknown", words: "D/K now", sign: "?" },
  { move: "first-answer", words: "rated for the first time", sign: "+" },
  { move: "answer-gone", words: "not rated any more", sign: "–" },
  { move: "blank", words: "not rated on either day", sign: "" },
];
/** Shown also when there are none: their absence says something. */
const ALWAYS: readonly ItemMove[] = ["higher", "resolved", "same", "lower"];

/** How many ratings became what, as numbers and as one square for each. */
export function MoveCountsView({ counts }: { counts: MoveCounts }) {
  const shown = GROUPS.filter(({ move }) => counts[move] > 0 || ALWAYS.includes(move));
  return (
    <Card>
      <ul className="move-counts">
        {shown.map(({ move, words, sign }) => (
          <li key={move}>
            <p>
              <span className="move-number">{counts[move]}</span> <span className="block">{words}</span>
            </p>
            <p className="move-squares" aria-hidden="true">
              {Array.from({ length: counts[move] }, (_, index) => (
                <i key={index} className={`move-${move}`}>
                  {sign}
                </i>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-[0.9375rem] text-muted">
        {counts.total} ratings were compared.
        {counts.carried > 0 ? ` ${counts.carried} of them ${counts.carried === 1 ? "is" : "are"} carried forward and not looked at yet.` : ""}
      </p>
    </Card>
  );
}
