/** A stranger's words, short enough and clean enough to be named in a message. */
export function clip(text: string): string {
  const plain = text.replaceAll("\0", "").toWellFormed();
  return plain.length > 120 ? `${plain.slice(0, 119).toWellFormed()}…` : plain;
}
