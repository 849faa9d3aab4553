import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";
import { getCellAddress } from "write-excel-file/utility";
import { looksLikeFormula } from "./cell-text.mjs";
import { printSetup } from "./xlsx-print.mjs";
import { documentProperties } from "./xlsx-properties.mjs";
import { fittingRows, rowHeight } from "./xlsx-rows.mjs";
import { createStrings } from "./xlsx-strings.mjs";
import { excelTables } from "./xlsx-tables.mjs";

/** In characters of the standard font. */
const WIDTHS = { text: 26, words: 60, code: 16, number: 11, decimal: 13, score: 11, share: 11, date: 13, time: 20 };

const HEADER_STYLE = {
  fontWeight: "bold",
  wrap: true,
  alignVertical: "top",
  backgroundColor: "#E3E8EE",
  bottomBorderStyle: "thin",
  bottomBorderColor: "#5B6B7B",
};

/** Excel counts days from 1900 and takes that year for a leap year: earlier days are written as text. */
const FIRST_DAY = "1900-03-01";

function textCell(value) {
  return {
    type: String,
    value,
    wrap: true,
    alignVertical: "top",
    // So that it stays text even when somebody edits the cell.
    ...(looksLikeFormula(value) ? { format: "@" } : {}),
  };
}

/** Away from the text in the next column. */
const RIGHT = { align: "right", indent: 1 };

/**
 * A half that binary numbers can lose (0.575 × 100 is 57.49999999999999) is kept by the next number above it, so that
 * every program shows what we show.
 */
function keepHalf(value, unit) {
  const isHalf = Math.abs(((value * unit) % 1) - 0.5) < 1e-9;
  const isExact = Number.isInteger(value * 1024);
  return isHalf && !isExact ? value * (1 + Number.EPSILON) : value;
}

/** `unit`: how many of the smallest shown step make 1. */
const numberCell = (format, unit) => (value) => ({
  type: Number,
  value: unit ? keepHalf(value, unit) : value,
  alignVertical: "top",
  ...RIGHT,
  ...(format ? { format } : {}),
});

/** A day, or local time: Excel knows no zones, so the clock's hands are written as they stood. */
const dateCell = (format) => (value) => {
  const [day, time = "00:00:00"] = value.split("T");
  if (day < FIRST_DAY) return textCell(value);
  return { type: Date, value: new Date(`${day}T${time.slice(0, 8)}Z`), format, alignVertical: "top", ...RIGHT };
};

const CELLS = {
  text: textCell,
  words: textCell,
  code: textCell,
  number: numberCell(),
  decimal: numberCell(),
  score: numberCell("0.0", 10),
  share: numberCell("0%", 100),
  date: dateCell("yyyy-mm-dd"),
  time: dateCell("yyyy-mm-dd hh:mm"),
};

function headerCell({ label, kind }) {
  const isText = CELLS[kind] === textCell;
  return { type: String, value: label, ...HEADER_STYLE, ...(isText ? {} : RIGHT) };
}

/** The library takes a row's height from any of its cells, and tokens in place of texts. */
function toRow(cells, texts, widths, strings) {
  const height = rowHeight(texts, widths);
  return cells.map((cell) => {
    if (cell === null) return null;
    return { ...cell, height, ...(cell.type === String ? { value: strings.tokenOf(cell.value) } : {}) };
  });
}

function toSheet({ name, title, explanation, columns, rows }, strings) {
  const widths = columns.map(({ kind }) => WIDTHS[kind]);
  const labels = columns.map(({ label }) => label);
  const toCell = (value, index) => (value === null ? null : CELLS[columns[index].kind](value));
  return {
    sheet: name,
    data: [
      toRow(columns.map(headerCell), labels, widths, strings),
      ...rows.map((row) => toRow(row.map(toCell), row, widths, strings)),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape",
    // Read by our features; the library hands them on.
    workbookTable: {
      name,
      title,
      explanation,
      labels,
      lastCell: getCellAddress(rows.length, columns.length - 1),
      hasRows: rows.length > 0,
      width: widths.reduce((sum, width) => sum + width, 0),
    },
  };
}

const STRINGS = "xl/sharedStrings.xml";

/** An Excel workbook with one sheet per table: strings, numbers and dates, no formulas. Equal tables give equal bytes. */
export async function makeXlsx({ title, author, at, tables }) {
  const strings = createStrings();
  const features = [excelTables, fittingRows, printSetup, documentProperties({ title, author, at })];
  const sheets = tables.map((table) => toSheet(table, strings));
  const workbook = await writeExcelFile(sheets, { features, fontFamily: "Calibri", fontSize: 11 }).toBuffer();
  const parts = unzipSync(workbook);
  const filled = { ...parts, [STRINGS]: strToU8(strings.fill(strFromU8(parts[STRINGS]))) };
  return zipSync(filled, { mtime: at });
}
