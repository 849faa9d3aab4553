import type { ReactNode } from "react";
import { scaleFor } from "@/components/rounds/rate-tiles";
import { ShownItemView } from "@/components/rounds/shown-item-view";
import { formatValue } from "@/lib/domain/rounds/round-values";
import type { CurrentItem } from "@/lib/domain/sittings/sitting-state";

/** What stands above the answers: where the item is, and what it says. */
export function ItemWords({ item: { place, prompt, bullets } }: { item: CurrentItem }) {
  return (
    <>
      <span className="mb-1 block text-base font-normal text-muted">{place}</span>
      {prompt}
      {bullets.length > 0 ? (
        <ul className="bullets mt-2 text-base font-normal">
          {bullets.map((bullet) => (
            <li key={bullet}>{bullet}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** An item on a phone that is not voted on just now: read it, look at what came out, see what is written. */
export function PhoneItem({ item, children }: { item: CurrentItem; children?: ReactNode }) {
  const { kind, vote, decision, answer, phase } = item;
  return (
    <section aria-label="On the screen now" className="grid gap-5">
      <h2 className="rate-prompt m-0">
        <ItemWords item={item} />
      </h2>
      {children}
      {phase === "waiting" && kind !== "other" ? <p className="text-muted">Talk about it first. The answers show here when the vote opens.</p> : null}
      {vote?.shown && kind !== "other" ? <ShownItemView scale={scaleFor(kind)} shown={vote.shown} isSplit={false} isClosed={vote.isClosed} /> : null}
      {decision && kind !== "other" ? (
        <div className="sitting-decision">
          <p className="text-muted">{decision.isEarlier ? "Decided after the vote before" : "The team decided"}</p>
          <p className="text-[1.375rem] font-semibold">{decision.value === null ? "Left open" : formatValue(scaleFor(kind), decision.value)}</p>
          {decision.rationale ? <p className="whitespace-pre-line wrap-anywhere">{decision.rationale}</p> : null}
          {decision.dissent ? <p className="whitespace-pre-line wrap-anywhere text-muted">Seen differently: {decision.dissent}</p> : null}
        </div>
      ) : null}
      {answer ? <AnswerWords answer={answer} /> : null}
    </section>
  );
}

/** What the scribe has written so far. Of a table one row. */
export function AnswerWords({ answer: { text, row, rows } }: { answer: NonNullable<CurrentItem["answer"]> }) {
  if (rows !== null) {
    if (!row) return <p className="text-muted">No row is written yet. Everyone watches while the scribe writes.</p>;
    return (
      <div className="sitting-decision">
        <p className="text-muted">
          Row {row.place} of {rows}
        </p>
        <dl className="sitting-cells">
          {row.cells.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || <span className="text-muted">Blank</span>}</dd>
            </div>
          ))}
        </dl>
      </div>
    );
  }
  return (
    <div className="sitting-decision">
      <p className="text-muted">{text === "" ? "Nothing is written yet. Everyone watches while the scribe writes." : "Written so far"}</p>
      {text === "" ? null : <p className="sitting-written">{text}</p>}
    </div>
  );
}
