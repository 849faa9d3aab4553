/**
 * The beginning of a text that is longer than `most` letters, with "…" for the rest. Between words, where one ends in its second
 * half; else within a word, but never within a letter of two halves.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // One more than has room: a word that ends right there is whole.
  const lastGap = /\s(?=\S*$)/.exec(text.slice(0, most));
  const cut = lastGap && lastGap.index >= most / 2 ? text.slice(0, lastGap.index) : text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  return `${cut.trimEnd()}…`;
}
