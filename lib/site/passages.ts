/** A plain text as it is shown: headings, lists and paragraphs, with what is an address made a link. Pure. */

export type Piece = string | { readonly href: string; readonly text: string };

export type Passage =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly pieces: readonly Piece[] }
  | { readonly kind: "list"; readonly entries: readonly (readonly Piece[])[] };

/** Blank lines part passages; "#" begins a heading, "-" or "*" an entry of a list. Everything else is words, markup included. */
export function readPassages(text: string): readonly Passage[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap(readPart);
}

function readPart(part: string): Passage[] {
  const [first = "", ...rest] = part.split("\n");
  if (/^#{1,6} /.test(first)) {
    const heading: Passage = { kind: "heading", text: first.replace(/^#+ +/, "").trim() };
    const after = rest.join("\n").trim();
    return after === "" ? [heading] : [heading, ...readPart(after)];
  }
  const lines = part.split("\n");
  const start = lines.findIndex((line) => ENTRY.test(line));
  if (start === -1) return [paragraph(lines)];
  const entries: string[] = [];
  for (const line of lines.slice(start)) {
    if (ENTRY.test(line)) entries.push(line.replace(ENTRY, ""));
    else entries.push(`${entries.pop() ?? ""} ${line.trim()}`);
  }
  const list: Passage = { kind: "list", entries: entries.map((entry) => linkAddresses(entry.trim())) };
  return start === 0 ? [list] : [paragraph(lines.slice(0, start)), list];
}

const ENTRY = /^\s*[-*] +/;

function paragraph(lines: readonly string[]): Passage {
  return { kind: "paragraph", pieces: linkAddresses(lines.map((line) => line.trim()).join(" ")) };
}

const ADDRESS = /https?:\/\/[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Ends a sentence, not an address. */
const TRAILING = /[.,;:!?)\]]+$/;

function linkAddresses(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, "");
    pieces.push(text.slice(end, index), { href: address.startsWith("http") ? address : `mailto:${address}`, text: address });
    end = index + address.length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== "");
}
