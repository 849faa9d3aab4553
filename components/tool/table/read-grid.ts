/** Rows of cells. */
export type Grid = readonly (readonly string[])[];

/** What is needed of a paste's `clipboardData`. */
export interface Clipboard {
  getData(format: string): string;
}

/** Put around a cell by spreadsheets when it holds a tab, a line break or a quote; quotes in it are doubled. */
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const LINE_END = /\r?\n|\r/y;

/**
 * Reads the tab-separated text of a spreadsheet. Our own, because it is not CSV: a cell that only begins with a quote
 * (`"Narcan" kits`) is copied as it stands, and CSV readers take it for a broken one.
 */
function readTabbed(text: string): Grid {
  const rows: string[][] = [[]];
  let index = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    if (found) index = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const quoted = text[index] === '"' ? take(QUOTED) : null;
    const cell = quoted ? (quoted[1] ?? "").replaceAll('""', '"') : (take(PLAIN)?.[0] ?? "");
    rows.at(-1)?.push(cell);
    if (text[index] === "\t") index++;
    else if (take(LINE_END)) rows.push([]);
    else return rows;
  }
}

function readCell(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  // Line breaks of the markup mean nothing; those of the cell are elements.
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.nodeValue = (walker.currentNode.nodeValue ?? "").replace(/[ \t\r\n]+/g, " ");
  for (const line of copy.querySelectorAll("br")) line.replaceWith("\n");
  for (const block of copy.querySelectorAll("p, div, li")) block.append("\n");
  return (copy.textContent ?? "").replace(/ *\n */g, "\n");
}

/** The table of a copied page, when there is nothing else in it. Layouts made of tables are no tables of data. */
function readTable(html: string): Grid | null {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const unseen of body.querySelectorAll("style, script, template")) unseen.remove();
  const [table, another] = body.querySelectorAll("table");
  const words = (element: Element) => (element.textContent ?? "").replace(/\s/g, "");
  if (!table || another || words(body) !== words(table)) return null;
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [readCell(cell), ...Array<string>(Math.min(cell.colSpan, 50) - 1).fill("")]),
  );
}

const tidy = (cell: string) => cell.replace(/\r\n?/g, "\n").trim();
const isBlank = (row: readonly string[]) => row.every((cell) => cell === "");

/**
 * The cells on the clipboard; null when it holds words of another kind. Programs that copy cells add a table in HTML:
 * lines with tabs that come with other HTML are, say, a list from a letter.
 */
export function readGrid(clipboard: Clipboard): Grid | null {
  const html = clipboard.getData("text/html");
  const text = clipboard.getData("text/plain");
  const table = html.trim() === "" ? null : readTable(html);
  if (html.trim() !== "" && !table) return null;
  const cells = text.includes("\t") || (table && text.trim() !== "" && table[0]?.length === 1) ? readTabbed(text) : table;
  if (!cells) return null;
  const rows = cells.map((row) => row.map(tidy));
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  return rows.length > 0 ? rows : null;
}
