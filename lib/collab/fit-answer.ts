import { applyUpdate, type Doc, encodeStateAsUpdate } from "yjs";
import type { Answer, TableRow } from "@/lib/tools/answers";
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
  const known = states.map((state, index) =>
    others.filter(({ at }) => index < at).reduce((base, { before, after }) => mergeAnswers(item, before, { mine: base, theirs: after }), state),
  );
  const base = findNearest(known, saved);
  return isSame(base, saved) ? mine : mergeAnswers(item, tidy(base), { mine, theirs: saved });
}

/** What two people make of the same answer, as the shared document would have it. */
function mergeAnswers(item: DocumentItem, base: State, { mine, theirs }: { mine: State; theirs: State }): State {
  if (isSame(base, theirs)) return mine;
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

/** Of what the server may have had, what is most like what it has; of equals the newest. */
function findNearest(states: readonly State[], saved: State): State {
  const distances = states.map((state) => distance(state, saved));
  return states[distances.lastIndexOf(Math.min(...distances))] ?? null;
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
