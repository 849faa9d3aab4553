import type { ReactNode } from "react";
import { DotPlot, SmallPlot } from "@/components/rounds/dot-plot";
import { scaleFor } from "@/components/rounds/rate-tiles";
import { countWords, standingWords } from "@/lib/domain/rounds/count-words";
import { DONT_KNOW_CHOICES, formatValue, type RoundScale } from "@/lib/domain/rounds/round-values";
import type { ShownItem } from "@/lib/domain/rounds/shown-item";
import type { CurrentItem, ItemDecision, VoteState } from "@/lib/domain/sittings/sitting-state";
import { AnswerWords } from "./phone-item";

/** The statement, in type that a room can read; smaller once the dots stand beside it. */
export function ScreenStatement({ item: { place, prompt, bullets, phase }, isSmall }: { item: CurrentItem; isSmall: boolean }) {
  const letters = prompt.length + bullets.join("").length;
  return (
    <div className="screen-statement" data-size={sizeOf(letters, isSmall || phase === "revealed" || phase === "decided")}>
      <p className="screen-place">{place}</p>
      <h1>{prompt}</h1>
      {bullets.length > 0 ? (
        <ul className="bullets">
          {bullets.map((bullet) => (
            <li key={bullet}>{bullet}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const LONG = 240;

function sizeOf(letters: number, isBesideDots: boolean): "large" | "medium" | "small" | "tiny" {
  if (isBesideDots) return letters > LONG ? "tiny" : "small";
  return letters > LONG ? "medium" : "large";
}

/** How many have voted. Nothing moves when a vote comes in, and none is ever shown. */
export function VoteCount({ vote: { voted, of } }: { vote: VoteState }) {
  return (
    <div className="screen-count">
      <p className="screen-number" role="status">
        {voted} of {of} voted
      </p>
      <div>
        <progress className="screen-bar" max={Math.max(of, 1)} value={voted} aria-label={`${voted} of ${of} have voted`} />
        <p className="screen-quiet">Counted, shown to nobody until the reveal</p>
      </div>
    </div>
  );
}

/** What came out, without names: the dots and their table, or why nothing is shown. */
export function ScreenReveal({ item, vote }: { item: CurrentItem; vote: VoteState }) {
  if (item.kind === "other" || !vote.shown) return null;
  const { shown } = vote;
  const scale = scaleFor(item.kind);
  return (
    <section aria-label="What came out" className="screen-reveal">
      {shown.agreement ? (
        <>
          <p className="screen-standing">{standingWords(shown)}</p>
          <DotPlot scale={scale} shown={shown} isWide />
          {vote.earlier?.agreement ? <EarlierVote scale={scale} shown={vote.earlier} /> : null}
        </>
      ) : (
        <div>
          <p className="font-semibold">Nothing is shown below three.</p>
          <p>{shown.rated === 0 ? "Nobody chose a step." : shown.rated === 1 ? "1 person chose a step." : `${shown.rated} people chose a step.`} Talk about it, and record what you decide.</p>
        </div>
      )}
      <p className="screen-quiet">
        {vote.voted} voted{vote.missing > 0 ? `, ${vote.missing} did not` : ""}.{shown.dontKnow ? ` ${shown.dontKnow} D/K${kindsOf(shown.dontKnowKinds)}.` : ""}
        {shown.lateHidden > 0 ? ` ${shown.lateHidden} came late: counted, not shown.` : ""}
      </p>
    </section>
  );
}

/** What the vote before showed: the first one stays, whatever comes after it. */
function EarlierVote({ scale, shown }: { scale: RoundScale; shown: ShownItem }) {
  return (
    <div className="screen-earlier">
      <SmallPlot scale={scale} shown={shown} />
      <p>
        The vote before: {standingWords(shown)?.toLowerCase()}. {shown.counts ? `${countWords(scale, shown.counts)}.` : ""}
      </p>
    </div>
  );
}

function kindsOf(kinds: NonNullable<VoteState["shown"]>["dontKnowKinds"]): string {
  if (!kinds) return "";
  const said = DONT_KNOW_CHOICES.flatMap(({ value, short }) => (kinds[value] > 0 ? [`${kinds[value]} ${short}`] : []));
  return said.length > 0 ? `: ${said.join(", ")}` : "";
}

/** What the team decided, and why. */
export function ScreenDecision({ item: { kind, toolLabel }, decision, children }: { item: CurrentItem; decision: ItemDecision; children?: ReactNode }) {
  if (kind === "other") return null;
  return (
    <section aria-label="The team decided" className="screen-decision">
      <p className="screen-quiet">{decision.isEarlier ? "Decided after the vote before; it stays until you decide anew" : "The team decided"}</p>
      <p className="screen-value">{decision.value === null ? "Left open" : formatValue(scaleFor(kind), decision.value)}</p>
      {decision.rationale ? <p className="whitespace-pre-line wrap-anywhere">{decision.rationale}</p> : null}
      {decision.dissent ? <p className="whitespace-pre-line wrap-anywhere text-muted">Seen differently: {decision.dissent}</p> : null}
      <p className="screen-quiet">{decision.value === null ? "It stays on the list of what is open." : `Saved into ${toolLabel}.`}</p>
      {children}
    </section>
  );
}

/** What the scribe writes into the tool, as it stands there. */
export function ScreenAnswer({ item }: { item: CurrentItem }) {
  if (!item.answer) return null;
  return (
    <section aria-label="What is written" className="screen-answer">
      <AnswerWords answer={item.answer} />
    </section>
  );
}
