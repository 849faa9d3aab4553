import { applyUpdate, type Doc, encodeStateAsUpdate } from "yjs";
import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { createDocument, readAnswer, writeAnswer } from "./document";
import type { DocumentItem } from "./document-item";
import { diffText } from "./text-diff";
import type { UnsentState } from "./unsent-states";

type State = Answer | null;

/** An answer with changes that the server does not have, or may not have. */
export interface UnsentAnswer extends UnsentState {
  readonly mine: State;
}

/** The answer that has both: what was changed here, and what the server has now. Nothing of either is there twice. */
export function fitAnswer(item: DocumentItem, unsent: UnsentAnswer, saved: State): State {
  const { mine, states, others } = unsent;
  // The last one who chooses wins, as in the shared document.
  if (item.kind !== "text" && item.kind !== "table") return mine;
  if (isSame(mine, saved)) return saved;
  const candidates = states.flatMap((state, index): Candidate[] => {
    const since = others.filter(({ at }) => index < at);
    const withOthers = since.reduce((base, { before, after }) => mergeAnswers(item, before, { mine: base, theirs: after }), state);
    // The other one may not have saved it either, as another tab without a network.
    const withoutOthers = since.reduceRight((own, { before, after }) => mergeAnswers(item, after, { mine: own, theirs: before }), mine);
    return [{ base: state, mine: withoutOthers }, { base: withOthers, mine }];
  });
  const nearest = findNearest(candidates, saved);
  return mergeAnswers(item, tidy(nearest.base), { mine: nearest.mine, theirs: saved });
}

/** What the server may have had, and what that became here. */
interface Candidate {
  readonly base: State;
  readonly mine: State;
}

/** What two people make of the same answer, as the shared document would have it. */
function mergeAnswers(item: DocumentItem, base: State, { mine, theirs }: { mine: State; theirs: State }): State {
  if (isSame(base, theirs)) return mine;
  if (isSame(base, mine) || isSame(mine, theirs)) return theirs;
  const write = (from: Doc | null, answer: State): Doc => {
    const doc = createDocument([item]);
    if (from) applyUpdate(doc, encodeStateAsUpdate(from));
    writeAnswer(doc, item, answer as never);
    return doc;
  };
  const common = write(null, base);
  const merged = write(common, mine);
  applyUpdate(merged, encodeStateAsUpdate(write(common, theirs)));
  return readAnswer(merged, item) as State;
}

/** The one that is most like what the server has; of equals the newest. */
function findNearest(candidates: readonly Candidate[], saved: State): Candidate {
  const distances = candidates.map(({ base }) => distance(base, saved));
  return candidates[distances.lastIndexOf(Math.min(...distances))] as Candidate;
}

function distance(one: State, other: State): number {
  const change = diffText(inOrder(tidy(one)), inOrder(tidy(other)));
  return change ? change.remove + change.insert.length : 0;
}

const isSame = (one: State, other: State): boolean => inOrder(tidy(one)) === inOrder(tidy(other));

/** As it is stored: spaces alone and blank rows are no answer. */
function tidy(answer: State): State {
  if (typeof answer === "string") return answer.trim() === "" ? null : answer;
  if (!Array.isArray(answer)) return answer;
  const rows = (answer as readonly TableRow[]).filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ""));
  return rows.length > 0 ? rows : null;
}

/** As text, whatever order the database gives the parts of an answer in. */
function inOrder(answer: State): string {
  if (typeof answer === "string") return answer;
  return JSON.stringify(answer, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
}
