/**
 * How the two ends of a link stand to each other. Nothing is written over by itself: what the source says is offered, and
 * stays an offer until somebody answers.
 */
export type LinkState =
  /** The source has no words to offer yet. */
  | "nothing-yet"
  /** Nobody has said yet whether the source's words are used here. */
  | "suggested"
  | "settled"
  /** The source says something else since then, and something else than what stands here. */
  | "changed"
  /** What this came from was removed or cleared. */
  | "source-gone"
  /** What came of it was cleared. */
  | "target-gone";

interface LinkTexts {
  /** As in `PlanLink`. */
  readonly words: string | null;
  /** What the two ends say now; empty for nothing. */
  readonly source: string;
  readonly target: string;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

export function findLinkState({ words, source, target }: LinkTexts): LinkState {
  const [from, to] = [plain(source), plain(target)];
  if (from === "") return words === null ? "nothing-yet" : "source-gone";
  if (from === to) return "settled";
  if (words === null) return "suggested";
  if (to === "") return "target-gone";
  return plain(words) === from ? "settled" : "changed";
}
