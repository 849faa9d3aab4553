import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatFraction, type Fraction, roundHalfUp } from "@/lib/domain/text/rounding";
import type { ComparedItem, ComparedRounds, Movement, VoiceGap } from "@/lib/domain/rounds/compare-rounds";

interface CompareViewProps {
  compared: ComparedRounds;
  prompts: ReadonlyMap<string, string>;
  numbers: readonly [before: number, now: number];
  /** Of every round of the row, the oldest first. */
  voiceGaps: readonly { readonly number: number; readonly gap: VoiceGap }[];
}

const MOVEMENTS: Record<Movement, string> = { closer: "Closer", apart: "Further apart", same: "No clear change", "not-shown": "Not shown, fewer than three rated" };
const shown = (deviation: Fraction | null) => (deviation === null ? "–" : formatFraction(deviation, 1));

/** Two rounds item by item: how far apart people were, and whether that changed. */
export function CompareView({ compared, prompts, numbers: [before, now], voiceGaps }: CompareViewProps) {
  const { items, closer, apart, same, notShown } = compared;
  if (items.length === 0) return <p>The two rounds ask about different statements.</p>;
  return (
    <div className="grid gap-8">
      <p className="text-[1.125rem]">
        Closer: <strong>{closer}</strong>. Further apart: <strong>{apart}</strong>. No clear change: <strong>{same}</strong>.{notShown > 0 ? ` Not shown: ${notShown}.` : ""}
      </p>
      <VoiceGaps voiceGaps={voiceGaps} />
      <Table caption="Average distance from the middle of all ratings, in steps">
        <thead>
          <tr>
            <th scope="col">Statement</th>
            <th scope="col">Round {before}</th>
            <th scope="col">Round {now}</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.itemId}>
              <th scope="row" className="font-normal">
                {prompts.get(item.itemId)}
              </th>
              <td>{shown(item.before)}</td>
              <td>{shown(item.now)}</td>
              <td>
                <Change item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="measure text-muted">A change of less than 0.2 steps reads “No clear change”.</p>
    </div>
  );
}

function Change({ item: { movement, wasFlagged, isFlagged } }: { item: ComparedItem }) {
  const still = isFlagged ? (wasFlagged ? "Views still differ" : "Views differ now") : wasFlagged && movement !== "not-shown" ? "Views no longer differ" : "";
  return (
    <span className="grid justify-items-start gap-1">
      {MOVEMENTS[movement]}
      {still ? <Tag tone={isFlagged ? "warm" : "success"}>{still}</Tag> : null}
    </span>
  );
}

function VoiceGaps({ voiceGaps }: Pick<CompareViewProps, "voiceGaps">) {
  if (voiceGaps.every(({ gap }) => gap.mean === null)) return null;
  const words = ({ mean, items, safetyHigher, communityHigher }: VoiceGap) =>
    mean === null ? "not shown" : `${roundHalfUp(mean, 2)} of 100, over ${items} ${items === 1 ? "statement" : "statements"}; public safety higher on ${safetyHigher}, the community on ${communityHigher}`;
  return (
    <section className="measure">
      <h2 className="mb-2">{voiceGaps.length > 2 ? "Voice gap over time" : "Voice gap"}</h2>
      <p>How far public safety and the community are apart, from their three groups: 0 where both chose alike, 100 where one side chose low and the other high throughout.</p>
      <ul className="bullets mt-2">
        {voiceGaps.map(({ number, gap }) => (
          <li key={number}>
            Round {number}: {words(gap)}
          </li>
        ))}
      </ul>
    </section>
  );
}
