// @ts-check
/**
 * A PrintDocument in the few forms that every peer can set: headings, paragraphs, lists and tables. Every text stays. What
 * our own template does beyond that is left out, which is in the peers' favour: charts (their figures are in the tables
 * below them), running heads, the contents' page numbers, other scripts than Latin, tints and boxes.
 */

/**
 * @typedef {import("../../../lib/exports/print/print-blocks").PrintBlock} PrintBlock
 * @typedef {import("../../../lib/exports/print/print-blocks").PrintCell} PrintCell
 * @typedef {import("../../../lib/exports/print/print-blocks").PrintTable} PrintTable
 * @typedef {import("../../../lib/exports/print/print-blocks").PrintDocument} PrintDocument
 *
 * @typedef {{ readonly kind: "heading", readonly level: 2 | 3, readonly text: string }} PlainHeading
 * @typedef {{ readonly kind: "paragraph", readonly text: string, readonly isStrong: boolean }} PlainParagraph
 * @typedef {{ readonly kind: "list", readonly items: readonly string[] }} PlainList
 * @typedef {object} PlainTable
 * @property {"table"} kind
 * @property {string} caption Empty where there is none.
 * @property {readonly { readonly label: string, readonly share: number }[]} columns Shares of the width, 1 together.
 * @property {readonly (readonly string[])[]} rows
 * @typedef {PlainHeading | PlainParagraph | PlainList | PlainTable} PlainBlock
 * @typedef {{ readonly title: string, readonly blocks: readonly PlainBlock[] }} PlainChapter Begins a page.
 */

/** In points, of US Letter; with the template's margins this is what columns measured in points are taken from. */
export const PAGE = { width: 612, height: 792, margin: 61 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/**
 * The face of our own PDFs, from the app's folder.
 * @type {{ readonly regular: string, readonly bold: string }}
 */
export const FONTS = { regular: "lib/exports/pdf/fonts/PublicSans_400Regular.ttf", bold: "lib/exports/pdf/fonts/PublicSans_700Bold.ttf" };

/** @type {(...texts: readonly (string | undefined)[]) => string} */
const lines = (...texts) => texts.filter(Boolean).join("\n");
/** @type {(text: string, isStrong?: boolean) => PlainBlock[]} */
const paragraph = (text, isStrong = false) => (text.trim() === "" ? [] : [{ kind: "paragraph", text, isStrong }]);
/** @type {(items: readonly string[]) => PlainBlock[]} */
const list = (items) => (items.length === 0 ? [] : [{ kind: "list", items }]);
/** @type {(number: string, text: string) => string} */
const numbered = (number, text) => (number === "" ? text : `${number} ${text}`);

/** @param {PrintCell} cell */
function cellText(cell) {
  if (cell.cell === "open" || cell.cell === "blank") return "";
  return cell.cell === "text" ? lines(cell.text, ...(cell.bullets ?? []).map((bullet) => `• ${bullet}`)) : cell.text;
}

/**
 * @param {PrintTable} table
 * @returns {PlainTable}
 */
function plainTable({ caption, columns, rows }) {
  const left = TEXT_WIDTH - columns.reduce((sum, { points = 0 }) => sum + points, 0);
  const shares = columns.reduce((sum, { points, share = 1 }) => sum + (points === undefined ? share : 0), 0);
  return {
    kind: "table",
    caption,
    columns: columns.map(({ label, note, example, points, share = 1 }) => ({
      label: lines(label, note, example),
      share: (points ?? (left * share) / shares) / TEXT_WIDTH,
    })),
    rows: rows.map((row) => row.map(cellText)),
  };
}

/** @satisfies {{ [K in PrintBlock["block"]]: (block: Extract<PrintBlock, { block: K }>) => readonly PlainBlock[] }} */
const BLOCKS = {
  heading: ({ level, text }) => [{ kind: "heading", level, text }],
  paragraph: ({ text }) => paragraph(text),
  list: ({ lead, isOrdered, items }) => [
    ...paragraph(lead),
    ...list(isOrdered ? items.map((item, index) => `${index + 1}. ${item}`) : items),
  ],
  step: ({ level, number, text, note }) => [{ kind: "heading", level, text: numbered(number, text) }, ...paragraph(note)],
  field: ({ number, prompt, answer }) => [...paragraph(numbered(number, prompt), true), ...paragraph(answer)],
  options: ({ number, prompt, bullets, options, other }) => [
    ...paragraph(numbered(number, prompt), true),
    ...list(bullets),
    ...list(options.map(({ label, isChosen }) => (isChosen ? `[x] ${label}` : `[ ] ${label}`))),
    ...paragraph(other),
  ],
  table: (table) => [plainTable(table)],
  chart: ({ caption }) => paragraph(caption, true),
  panel: ({ title, lines: texts }) => [...paragraph(title, true), ...texts.flatMap((text) => paragraph(text))],
  "write-in": ({ labels }) => labels.flatMap((label) => paragraph(`${label}:`)),
  // Chapters begin pages; breaks within them are of our own layout.
  "page-break": () => [],
};

/**
 * Everything the document says, in printing order: its cover, its contents (without page numbers), its chapters.
 * @param {PrintDocument} document
 * @returns {PlainChapter[]}
 */
export function toPlainChapters({ name, about, notices, chapters }) {
  const cover = [
    ...[about.eyebrow, about.agency, about.team].flatMap((text) => paragraph(text, true)),
    ...about.facts.flatMap(({ label, text }) => paragraph(lines(label, text))),
    ...[...about.notes, ...notices, about.attribution].flatMap((text) => paragraph(text)),
  ];
  return [
    { title: name, blocks: cover },
    { title: "Contents", blocks: list(chapters.map(({ title }) => title)) },
    ...chapters.map(({ eyebrow, title, blocks }) => ({ title, blocks: [...paragraph(eyebrow), ...blocks.flatMap(plainBlocks)] })),
  ];
}

/**
 * @param {PrintBlock} block
 * @returns {readonly PlainBlock[]}
 */
function plainBlocks(block) {
  return /** @type {(block: PrintBlock) => readonly PlainBlock[]} */ (BLOCKS[block.block])(block);
}

/**
 * Every text that the peers' PDFs hold.
 * @param {PrintDocument} document
 * @returns {string[]}
 */
export function textsOf(document) {
  return toPlainChapters(document).flatMap(({ title, blocks }) => [title, ...blocks.flatMap(blockTexts)]);
}

/**
 * @param {PlainBlock} block
 * @returns {readonly string[]}
 */
function blockTexts(block) {
  if (block.kind === "list") return block.items;
  if (block.kind === "table") return [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat()];
  return [block.text];
}
