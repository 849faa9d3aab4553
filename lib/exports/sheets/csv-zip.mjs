import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";
import { csvText } from "./cell-text.mjs";

const CONVENTIONS = [
  "Each file is one table: UTF-8 with a byte order mark, commas between cells, the heads of the columns in the first line.",
  "Dates are YYYY-MM-DD. Times are local times with their distance from UTC, such as 2026-03-31T14:05:00-05:00.",
  "Text that a spreadsheet could take for a formula begins with an apostrophe ('), which is not part of the answer.",
  "A text too long for one cell goes on in columns of its own, such as “Before (2)”.",
];

function fileName({ name }) {
  return `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.csv`;
}

function toCsv({ columns, rows }) {
  return stringify([columns.map(({ label }) => label), ...rows], {
    bom: true,
    record_delimiter: "windows",
    // Ours finds what the library's own list does not; the library's stays as a second look.
    cast: { string: csvText },
    escape_formulas: true,
    quoted_string: true,
  });
}

function toReadme(title, tables) {
  const [about] = tables;
  const lines = [
    title,
    "",
    ...about.rows.filter(([what]) => !what.startsWith("Sheet “")).map(([what, value]) => `${what}: ${value}`),
    "",
    "Files:",
    ...tables.map((table) => `${fileName(table)}: ${table.explanation}`),
    "",
    ...CONVENTIONS,
    "",
  ];
  return `\ufeff${lines.join("\r\n")}`;
}

/** A zip with one CSV file per table and a text that explains them. Equal tables give equal bytes. */
export function makeCsvZip({ title, at, tables }) {
  const files = [["README.txt", toReadme(title, tables)], ...tables.map((table) => [fileName(table), toCsv(table)])];
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])), { mtime: at });
}
