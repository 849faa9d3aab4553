/**
 * One export per process: tables as JSON on stdin, an Excel file or a zip of CSV files on stdout, a report line on stderr.
 */
import { makeFile } from "../worker/make-file.mjs";
import { cleanForXml, createTally, notShownNotice } from "../worker/sanitise.mjs";
import { makeCsvZip } from "./csv-zip.mjs";
import { makeXlsx } from "./xlsx.mjs";

const MAKERS = { xlsx: makeXlsx, csv: makeCsvZip };

/** Both formats hold the same characters: what XML has no place for is marked in CSV too. */
function cleaner(tally) {
  return (value) => {
    if (typeof value !== "string") return value;
    const { text, replaced } = cleanForXml(value);
    tally.add(replaced);
    return text;
  };
}

/** The tables with clean text; "About" then says what could not be shown. */
function cleanTables(tables, clean, tally) {
  const cleaned = tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(clean)) }));
  const [about, ...others] = cleaned;
  const notice = ["Characters that could not be shown", notShownNotice(tally.notShown()) ?? "None"];
  return [{ ...about, rows: [...about.rows, notice] }, ...others];
}

await makeFile(async ({ format, title, author, at, tables }) => {
  const tally = createTally();
  const clean = cleaner(tally);
  const bytes = await MAKERS[format]({
    title: cleanForXml(title).text,
    author: cleanForXml(author).text,
    at,
    tables: cleanTables(tables, clean, tally),
  });
  return { bytes, report: { notShown: tally.notShown().count } };
});
