import { type PublicOutcome, standingOf } from "@/lib/domain/feedback/outcome";
import { type Html, html } from "@/lib/domain/text/html";

/** "You said, we did"; nothing at all where nothing is published. */
export function outcomesPart({ taken, outcomes }: { readonly taken: number; readonly outcomes: readonly PublicOutcome[] }): Html | null {
  if (outcomes.length === 0) return null;
  const from = taken === 0 ? "" : taken === 1 ? "One answer came so far. " : `${taken.toLocaleString("en-US")} answers came so far. `;
  return html`<h2>You said, we did</h2>
<p class="hint">${from}Words are changed so that nobody can be recognized.</p>
${outcomeList(outcomes)}`;
}

export function outcomeList(outcomes: readonly PublicOutcome[]): Html {
  return html`<ul class="dids">${outcomes.map(outcomePart)}</ul>`;
}

/** One entry. Where it stands is said in words; the colour and the sign only repeat it. */
function outcomePart(outcome: PublicOutcome): Html {
  const isDone = outcome.standing === "done";
  return html`<li class="did${isDone ? " y" : ""}"><b>“${outcome.said}”</b><p>${outcome.did}</p><p class="st">${isDone ? html`<span aria-hidden="true">✓ </span>` : null}${standingOf(outcome)}</p></li>`;
}
