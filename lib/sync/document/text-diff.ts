import type { Text as YText } from "yjs";

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a cut at `index` would fall inside one character of two code units, which Yjs would turn into U+FFFD. */
function splitsCharacter(text: string, index: number): boolean {
  return isHighSurrogate(text.charCodeAt(index - 1)) && isLowSurrogate(text.charCodeAt(index));
}

export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** The one stretch that differs: what stays before and after it keeps a teammate's caret and edits in place. */
export function diffText(from: string, to: string): TextChange | null {
  if (from === to) return null;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  if (splitsCharacter(from, start) || splitsCharacter(to, start)) start--;
  let end = 0;
  while (
    end < shorter - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  ) {
    end++;
  }
  if (splitsCharacter(from, from.length - end) || splitsCharacter(to, to.length - end)) end--;
  return { index: start, remove: from.length - end - start, insert: to.slice(start, to.length - end) };
}

/** Makes the shared text read `next`, touching only the stretch that differs. */
export function writeText(text: YText, next: string): void {
  const change = diffText(text.toString(), next);
  if (!change) return;
  if (change.remove) text.delete(change.index, change.remove);
  if (change.insert) text.insert(change.index, change.insert);
}

/** The text with the change made. */
export function applyChange(text: string, { index, remove, insert }: TextChange): string {
  return text.slice(0, index) + insert + text.slice(index + remove);
}

/** Where a place in the text lies after the change. At the very place of an insertion it stays before it. */
export function moveIndex(index: number, change: TextChange): number {
  if (index <= change.index) return index;
  if (index >= change.index + change.remove) return index + change.insert.length - change.remove;
  return change.index + Math.min(index - change.index, change.insert.length);
}

/** A change of the text as a text box shows it, with "\n" for every line break, as a change of the text itself. */
export function fromPlainLineBreaks(text: string, { index, remove, insert }: TextChange): TextChange {
  const start = skipShown(text, 0, index);
  return { index: start, remove: skipShown(text, start, remove) - start, insert };
}

/** The place so many shown characters after `from`: "\r\n" is shown as one. */
function skipShown(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left--) at += text.startsWith("\r\n", at) ? 2 : 1;
  return at;
}

interface TwoChanges {
  readonly mine: TextChange;
  readonly theirs: TextChange;
}

/**
 * Two changes of the same text, each made fit to come after the other: both orders read the same, and what either
 * inserted is kept. At the same place mine comes first.
 */
export function crossChanges({ mine, theirs }: TwoChanges): TwoChanges {
  const mineEnd = mine.index + mine.remove;
  const theirsEnd = theirs.index + theirs.remove;
  if (mineEnd <= theirs.index) return { mine, theirs: shift(theirs, mine) };
  if (theirsEnd <= mine.index) return { mine: shift(mine, theirs), theirs };
  const index = Math.min(mine.index, theirs.index);
  const removed = Math.max(mineEnd, theirsEnd) - index;
  const insert = mine.insert + theirs.insert;
  return {
    mine: { index, remove: removed + theirs.insert.length - theirs.remove, insert },
    theirs: { index, remove: removed + mine.insert.length - mine.remove, insert },
  };
}

function shift(change: TextChange, before: TextChange): TextChange {
  return { ...change, index: change.index + before.insert.length - before.remove };
}
