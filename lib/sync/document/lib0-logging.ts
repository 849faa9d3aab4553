// All that Yjs takes of lib0's module of this name: its warnings. The rest of it, for coloured output, weighs more than
// Yjs's own texts.

export const BOLD = Symbol("bold");
export const UNBOLD = Symbol("unbold");
export const ORANGE = Symbol("orange");
export const RED = Symbol("red");

export function print(...words: readonly unknown[]): void {
  console.warn(...words.filter((word) => typeof word !== "symbol"));
}

export function warn(...words: readonly unknown[]): void {
  console.warn(...words);
}
