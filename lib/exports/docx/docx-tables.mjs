// @ts-check
/** Tables with a header row that repeats, in one table style; answers in them are told from printed text. */
import { AlignmentType, CheckBox, HeightRule, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from "docx";
import { BULLETS, STYLES, TABLE_STYLE } from "./docx-styles.mjs";
import { passages, runs, say, sayPrinted } from "./docx-text.mjs";
import { COLOURS, TONES } from "./docx-theme.mjs";

/**
 * @typedef {import("../print/print-blocks").PrintTable} PrintTable
 * @typedef {import("../print/print-blocks").PrintColumn} PrintColumn
 * @typedef {import("../print/print-blocks").PrintCell} PrintCell
 * @typedef {import("../print/print-blocks").MarkTone} MarkTone
 * @typedef {import("./docx-theme.mjs").Layout} Layout
 * @typedef {{ readonly column: PrintColumn, readonly isKept: boolean }} Place
 * @typedef {{ readonly children: Paragraph[], readonly fill?: string }} CellContent
 */

/** Rows with less text than this stay on one page; longer ones may break across pages. As in the PDF. */
const KEPT_ROW_LENGTH = 320;
const SHORT_TABLE_LENGTH = 900;
const SHORT_TABLE_ROWS = 6;
/** Room to write, in points: more where people write by hand. */
const WRITING_HEIGHT = 26;
const FORM_WRITING_HEIGHT = 46;

/** @param {string} fill */
const shading = (fill) => ({ type: ShadingType.CLEAR, fill });

/**
 * A box that people tick in Word, and by hand on paper.
 * @param {boolean} isChecked
 * @param {string} name
 */
export function tickBox(isChecked, name) {
  const font = "MS Gothic";
  return new CheckBox({
    checked: isChecked,
    alias: name,
    checkedState: { value: "2612", font },
    uncheckedState: { value: "2610", font },
  });
}

/**
 * The text of an answer or a cell, in as many paragraphs as its writing directions need.
 * @param {string} text
 * @param {string} style
 * @param {{ readonly isKept?: boolean, readonly look?: import("./docx-text.mjs").RunLook }} [options]
 */
export function textParagraphs(text, style, { isKept = false, look } = {}) {
  return passages(text).map(
    ({ isRightToLeft, lines }) =>
      new Paragraph({
        style,
        children: runs(lines, look),
        ...(isRightToLeft ? { bidirectional: true } : {}),
        ...(isKept ? { keepNext: true } : {}),
      }),
  );
}

/**
 * @param {MarkTone} tone
 * @param {Paragraph} paragraph
 * @returns {CellContent}
 */
const tinted = (tone, paragraph) => ({ children: [paragraph], fill: TONES[tone].fill });

/**
 * Prints every kind of cell; a new kind does not compile until it stands here.
 * @satisfies {{ [K in PrintCell["cell"]]: (cell: Extract<PrintCell, { cell: K }>, place: Place) => CellContent }}
 */
const CELLS = {
  text: ({ text, bullets = [], isStrong, isAnswer }, { isKept }) => ({
    children: [
      ...(text !== "" || bullets.length === 0
        ? textParagraphs(text, isAnswer ? STYLES.tableAnswer : STYLES.tableText, { isKept, ...(isStrong ? { look: { bold: true } } : {}) })
        : []),
      ...bullets.map(
        (bullet) =>
          new Paragraph({
            style: STYLES.tableBullet,
            numbering: { reference: BULLETS, level: 1, instance: 0 },
            keepNext: isKept,
            children: sayPrinted(bullet),
          }),
      ),
    ],
    ...(isAnswer ? { fill: COLOURS.answerFill } : {}),
  }),
  chosen: ({ text, tone }, { column, isKept }) => {
    const look = { bold: true, color: TONES[tone].text };
    const children = [tickBox(true, column.label), new TextRun({ ...look, text: " " }), ...say(text, look)];
    return tinted(tone, new Paragraph({ style: STYLES.tableMark, keepNext: isKept, children }));
  },
  open: (_cell, { column, isKept }) => ({
    children: [new Paragraph({ style: STYLES.tableMark, keepNext: isKept, children: [tickBox(false, column.label)] })],
  }),
  tag: ({ text, tone }, { isKept }) =>
    tinted(tone, new Paragraph({ style: STYLES.tableText, keepNext: isKept, children: say(text, { bold: true, color: TONES[tone].text }) })),
  blank: (_cell, { isKept }) => ({ children: [new Paragraph({ style: STYLES.tableAnswer, keepNext: isKept })] }),
};

/** @typedef {(cell: PrintCell, place: Place) => CellContent} CellPrinter */

/** @param {PrintCell} cell */
function lengthOf(cell) {
  const text = "text" in cell ? cell.text.length : 0;
  return text + ("bullets" in cell ? (cell.bullets ?? []).reduce((sum, bullet) => sum + bullet.length, 0) : 0);
}

/**
 * A short table, such as one rating area, is not torn apart.
 * @param {PrintTable["rows"]} rows
 */
function isShort(rows) {
  const cells = rows.flat();
  return (
    rows.length <= SHORT_TABLE_ROWS &&
    cells.every((cell) => !("bullets" in cell)) &&
    cells.reduce((sum, cell) => sum + lengthOf(cell), 0) < SHORT_TABLE_LENGTH
  );
}

/**
 * Widths in twips that fill the line: fixed columns first, the rest by share.
 * @param {readonly PrintColumn[]} columns
 * @param {Layout} layout
 */
function columnWidths(columns, { length, textWidth }) {
  const fixed = columns.map(({ points }) => (points === undefined ? 0 : length(points)));
  const shares = columns.map(({ points, share = 1 }) => (points === undefined ? share : 0));
  const left = textWidth - fixed.reduce((sum, width) => sum + width, 0);
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  const widths = fixed.map((width, index) => width + Math.floor((left * (shares[index] ?? 0)) / (allShares || 1)));
  return allShares > 0 ? widths : widths.map((width) => Math.floor((width * textWidth) / (textWidth - left)));
}

/** @param {PrintColumn} column */
function headerCell({ label, note, example, isCentred }, /** @type {number} */ width) {
  const alignment = isCentred ? { alignment: AlignmentType.CENTER } : {};
  const notes = [note, example].filter((text) => text !== undefined && text !== "");
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.BOTTOM,
    children: [
      new Paragraph({ style: STYLES.tableHeader, ...alignment, children: say(label) }),
      ...notes.map((text) => new Paragraph({ style: STYLES.tableHeaderNote, ...alignment, children: sayPrinted(text ?? "") })),
    ],
  });
}

/**
 * @param {PrintTable["rows"][number]} row
 * @param {PrintTable["columns"]} columns
 * @param {readonly number[]} widths
 * @param {{ readonly isKept: boolean, readonly writingHeight: number }} options
 */
function bodyRow(row, columns, widths, { isKept, writingHeight }) {
  const hasRoom = row.some(({ cell }) => cell === "blank");
  return new TableRow({
    cantSplit: Math.max(...row.map(lengthOf)) < KEPT_ROW_LENGTH,
    ...(hasRoom ? { height: { value: writingHeight, rule: HeightRule.ATLEAST } } : {}),
    children: row.map((cell, index) => {
      const column = columns[index] ?? { label: "" };
      const { children, fill } = /** @type {CellPrinter} */ (CELLS[cell.cell])(cell, { column, isKept });
      return new TableCell({
        children,
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        ...(fill ? { shading: shading(fill) } : {}),
        ...(column.isCentred ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
      });
    }),
  });
}

/**
 * The table, its caption above it, and a thin line of space below: without it Word makes one of two tables in a row.
 * @param {PrintTable} table
 * @param {{ readonly layout: Layout, readonly isBlankForm: boolean }} print
 */
export function printTable({ caption, columns, rows }, { layout, isBlankForm }) {
  const widths = columnWidths(columns, layout);
  const isKept = isShort(rows);
  const writingHeight = layout.length(isBlankForm ? FORM_WRITING_HEIGHT : WRITING_HEIGHT);
  const namesRows = rows.some(([first, ...rest]) => first?.cell === "text" && (first.isStrong || rest.some(({ cell }) => cell === "open")));
  return [
    ...(caption === "" ? [] : [new Paragraph({ style: STYLES.caption, children: say(caption) })]),
    new Table({
      style: TABLE_STYLE,
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      tableLook: { firstRow: true, lastRow: false, firstColumn: namesRows, lastColumn: false, noHBand: true, noVBand: true },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column, index) => headerCell(column, widths[index] ?? 0)) }),
        ...rows.map((row, index) =>
          bodyRow(row, columns, widths, { isKept: isKept && index < rows.length - 1, writingHeight }),
        ),
      ],
    }),
    new Paragraph({ style: STYLES.tableEnd }),
  ];
}
