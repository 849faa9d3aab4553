import { diffArrays } from "diff";

/** A stretch of two texts laid over each other. "left-out" stands for words that are not shown. */
export interface TextPart {
  readonly kind: "same" | "added" | "removed" | "left-out";
  readonly text: string;
}

/** Beyond this many words the texts have little in common, and laying them over each other explains nothing. */
const MOST_CHANGED_WORDS = 200;

/**
 * How many characters of changed text may still be compared word by word: a thousand long texts that have nothing in
 * common would keep the server busy for minutes. Beyond it a change is shown as what was there and what is there now.
 */
export interface Allowance {
  characters: number;
}

/** For one page or one file: half a second of comparing at worst. */
export const usualAllowance = (): Allowance => ({ characters: 200_000 });

const words = new Intl.Segmenter("en", { granularity: "word" });

/** Words, marks and the spaces between them. Joined they are the text again. */
function splitWords(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Whether a cut here would go through a word; "" stands for an end of the text. */
function splitsWord(left: string, right: string): boolean {
  return /\S/.test(left) && /\S/.test(right);
}

/** How much two texts have in common at the start, in whole words. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  while (splitsWord(a.charAt(length - 1), a.charAt(length)) || splitsWord(b.charAt(length - 1), b.charAt(length))) length--;
  return length;
}

/** The same at the end. */
function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  const splits = (text: string) => splitsWord(text.charAt(text.length - length - 1), text.charAt(text.length - length));
  while (splits(a) || splits(b)) length--;
  return length;
}

/** Word by word: what stayed, what was added, what was removed. Without "added" it is `before`, without "removed" `after`. */
export function compareTexts(before: string, after: string, allowance: Allowance = usualAllowance()): TextPart[] {
  const start = commonStart(before, after);
  const [oldRest, newRest] = [before.slice(start), after.slice(start)];
  const end = commonEnd(oldRest, newRest);
  const oldMiddle = oldRest.slice(0, oldRest.length - end);
  const newMiddle = newRest.slice(0, newRest.length - end);
  return joinNeighbours([
    { kind: "same", text: before.slice(0, start) },
    ...compareWords(oldMiddle, newMiddle, allowance),
    { kind: "same", text: oldRest.slice(oldRest.length - end) },
  ]);
}

function compareWords(before: string, after: string, allowance: Allowance): TextPart[] {
  allowance.characters -= before.length + after.length;
  const differences =
    allowance.characters >= 0 &&
    diffArrays(splitWords(before), splitWords(after), { maxEditLength: MOST_CHANGED_WORDS });
  if (!differences) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return withoutLoneWords(
    differences.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** A "the" that happens to stand in both texts, between two changes, makes them harder to read, not easier. */
function withoutLoneWords(parts: readonly TextPart[]): TextPart[] {
  const shown: TextPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    shown.push({ kind: "removed", text: removed }, { kind: "added", text: added });
    removed = added = "";
  };
  parts.forEach(({ kind, text }, index) => {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (removed && added && text.trim().length <= 3 && index < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      shown.push({ kind, text });
    }
  });
  flush();
  return shown;
}

function joinNeighbours(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === "") continue;
    if (last?.kind === part.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

/** Characters of unchanged text kept beside a change. */
const CONTEXT = 80;
/** Characters of one added or removed stretch that are shown. */
const STRETCH = 400;

/** The same with long stretches left out, so that the change itself can be seen. */
export function shortenParts(parts: readonly TextPart[]): TextPart[] {
  return parts.flatMap((part, index): TextPart[] => {
    if (part.kind !== "same") return keepEnds(part, STRETCH, 0);
    return keepEnds(part, index === 0 ? 0 : CONTEXT, index === parts.length - 1 ? 0 : CONTEXT);
  });
}

/** Keeps so many characters of both ends, to the next space; leaves out nothing that is hardly longer than that. */
function keepEnds(part: TextPart, atStart: number, atEnd: number): TextPart[] {
  const { kind, text } = part;
  if (text.length <= atStart + atEnd + CONTEXT) return [part];
  const start = atStart === 0 ? "" : text.slice(0, atStart).replace(/\S+$/, "") || text.slice(0, atStart);
  const end = atEnd === 0 ? "" : text.slice(-atEnd).replace(/^\S+/, "") || text.slice(-atEnd);
  const kept: TextPart[] = [
    { kind, text: start },
    { kind: "left-out", text: text.slice(start.length, text.length - end.length) },
    { kind, text: end },
  ];
  return kept.filter(({ text: words }) => words !== "");
}
