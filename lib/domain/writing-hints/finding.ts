/** A place in a text that a hint is about. `text` is the text between `start` and `end`. */
export interface Finding<K extends string = string> {
  readonly kind: K;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function findingAt<K extends string>(kind: K, text: string, start: number, end: number): Finding<K> {
  return { kind, start, end, text: text.slice(start, end) };
}

/** In order of the text; where two overlap, the one listed first stays. */
export function withoutOverlaps<F extends Finding>(findings: readonly F[]): readonly F[] {
  const byStart = findings
    .map((finding, priority) => ({ finding, priority }))
    .sort((a, b) => a.finding.start - b.finding.start || a.priority - b.priority);
  const kept: typeof byStart = [];
  for (const next of byStart) {
    const last = kept.at(-1);
    if (!last || next.finding.start >= last.finding.end) kept.push(next);
    else if (next.priority < last.priority) kept[kept.length - 1] = next;
  }
  return kept.map(({ finding }) => finding);
}

/** What stands before `index` in the same sentence, at most 60 characters of it. */
export function sentenceBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 60), index);
  const sentenceEnd = Math.max(...[". ", "; ", "? ", "! ", "\n"].map((mark) => before.lastIndexOf(mark)));
  return before.slice(sentenceEnd + 1);
}
