import { DONT_KNOW_CHOICES, VALUE_GROUPS, type RoundScale } from "@/lib/domain/rounds/round-values";
import { countSide, type ShownItem, SIDE_LABELS, SIDES, type Split } from "@/lib/domain/rounds/shown-item";
import { DotPlot } from "./dot-plot";

interface ShownItemViewProps {
  scale: RoundScale;
  shown: ShownItem;
  isSplit: boolean;
  isClosed: boolean;
}

/** What the reveal shows of one item. */
export function ShownItemView({ scale, shown, isSplit, isClosed }: ShownItemViewProps) {
  return (
    <div className="grid gap-6">
      {shown.agreement ? <DotPlot scale={scale} shown={shown} /> : <TooFew rated={shown.rated} />}
      <DontKnow shown={shown} />
      {isSplit ? <SplitTable scale={scale} split={shown.split} /> : null}
      {isClosed && shown.lateHidden > 0 ? (
        <p className="text-muted">{shown.lateHidden === 1 ? "1 rating came" : `${shown.lateHidden} ratings came`} after the reveal: counted, not shown. Fewer than three would have a name.</p>
      ) : null}
    </div>
  );
}

function TooFew({ rated }: { rated: number }) {
  return (
    <div>
      <p className="font-semibold">Nothing is shown below three.</p>
      <p>{rated === 0 ? "Nobody rated this." : rated === 1 ? "1 person rated this." : `${rated} people rated this.`} Talk about it, and record what you decide.</p>
    </div>
  );
}

function DontKnow({ shown: { dontKnow, dontKnowKinds } }: { shown: ShownItem }) {
  if (!dontKnow) return null;
  const kinds = dontKnowKinds && DONT_KNOW_CHOICES.map(({ value, short }) => `${dontKnowKinds[value]} ${short}`);
  return (
    <p>
      {dontKnow} D/K{kinds ? `: ${kinds.join(", ")}${dontKnowKinds.dk > 0 ? `, ${dontKnowKinds.dk} did not say which` : ""}.` : ". Which kind is shown from three on."}
    </p>
  );
}

const GROUP_LABELS: Record<RoundScale["kind"], Record<(typeof VALUE_GROUPS)[number], string>> = {
  rating: { low: "1–2 Disagree", middle: "3 Neutral", high: "4–5 Agree" },
  status: { low: "No", middle: "In Progress", high: "Yes" },
};

function SplitTable({ scale, split }: { scale: RoundScale; split: Split | null }) {
  return (
    <section>
      <h3 className="mb-2">By perspective{split ? "" : ": not shown"}</h3>
      {split ? (
        <>
          <table className="split-table">
            <caption className="sr-only">Ratings of this item by perspective, in three groups</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">Side</span>
                </th>
                {VALUE_GROUPS.map((group) => (
                  <th key={group} scope="col">
                    {GROUP_LABELS[scale.kind][group]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {SIDES.map((side) => {
                const all = countSide(split[side]);
                return (
                  <tr key={side}>
                    <th scope="row">
                      {SIDE_LABELS[side]} <span className="font-normal text-muted">{all}</span>
                    </th>
                    {VALUE_GROUPS.map((group) => (
                      <td key={group} data-share={split[side][group] === 0 ? "none" : split[side][group] * 2 >= all ? "most" : "some"}>
                        {split[side][group]}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className="mt-2 text-[0.9375rem] text-muted">
            Those who rated before the reveal. Shown because at least three rated on each side. People with lived experience are always counted with the community, never alone.
          </p>
        </>
      ) : (
        <p>Fewer than three on one side rated this item before the reveal.</p>
      )}
    </section>
  );
}
