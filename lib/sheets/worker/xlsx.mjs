import { getCellAddress } from "write-excel-file/utility";
import writeExcelFile from "write-excel-file/node";
import { excelText, looksLikeFormula } from "./cell-text.mjs";
import { documentProperties } from "./xlsx-properties.mjs";
import { printSetup } from "./xlsx-print.mjs";
import { fittingRows, rowHeight } from "./xlsx-rows.mjs";
import { excelTables } from "./xlsx-tables.mjs";

/** In characters of the standard font. */
const WIDTHS = { text: 26, words: 60, code: 16, number: 11, score: 11, share: 11, date: 13, time: 20 };

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
    value: excelText(value),
    wrap: true,
    alignVertical: "top",
    // So that it stays text even when somebody edits the cell.
    ...(looksLikeFormula(value) ? { format: "@" } : {}),
  };
}

/** Away from the text in the next column. */
const RIGHT = { align: "right", indent: 1 };

const numberCell = (format) => (value) => ({
  type: Number,
  value,
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
  score: numberCell("0.0"),
  share: numberCell("0%"),
  date: dateCell("yyyy-mm-dd"),
  time: dateCell("yyyy-mm-dd hh:mm"),
};

function headerCell({ label, kind }) {
  const isText = CELLS[kind] === textCell;
  return { type: String, value: excelText(label), ...HEADER_STYLE, ...(isText ? {} : RIGHT) };
}

/** The library takes a row's height from any of its cells. */
function withHeight(cells, texts, widths) {
  const height = rowHeight(texts, widths);
  return cells.map((cell) => (cell === null ? null : { ...cell, height }));
}

function toSheet({ name, title, explanation, columns, rows }) {
  const widths = columns.map(({ kind }) => WIDTHS[kind]);
  const labels = columns.map(({ label }) => label);
  const toCell = (value, index) => (value === null ? null : CELLS[columns[index].kind](value));
  return {
    sheet: name,
    data: [withHeight(columns.map(headerCell), labels, widths), ...rows.map((row) => withHeight(row.map(toCell), row, widths))],
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

/** An Excel workbook with one sheet per table: strings, numbers and dates, no formulas. */
export async function makeXlsx({ title, author, at, tables }) {
  const features = [excelTables, fittingRows, printSetup, documentProperties({ title, author, at })];
  // The library stamps the files inside with the clock; this process makes one export and may stop it.
  const made = Date.parse(at);
  Date.now = () => made;
  return writeExcelFile(tables.map(toSheet), { features, fontFamily: "Calibri", fontSize: 11 }).toBuffer();
}
