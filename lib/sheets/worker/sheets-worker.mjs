/**
 * One export per process: tables as JSON on stdin, an Excel file or a zip of CSV files on stdout, a report line on stderr.
 */
import { readFileSync, writeSync } from "node:fs";
import { cleanForXml, createTally, notShownNotice } from "../../export/worker/sanitise.mjs";
import { makeCsvZip } from "./csv-zip.mjs";
import { makeXlsx } from "./xlsx.mjs";

const MAKERS = { xlsx: makeXlsx, csv: makeCsvZip };
const ERROR_LENGTH = 3000;

function writeAll(descriptor, bytes) {
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

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

try {
  const { format, title, author, at, tables } = JSON.parse(readFileSync(0, "utf8"));
  const tally = createTally();
  const clean = cleaner(tally);
  const bytes = await MAKERS[format]({
    title: cleanForXml(title).text,
    author: cleanForXml(author).text,
    at,
    tables: cleanTables(tables, clean, tally),
  });
  writeAll(1, bytes);
  writeAll(2, Buffer.from(`${JSON.stringify({ notShown: tally.notShown().count })}\n`));
} catch (error) {
  writeAll(2, Buffer.from(`${JSON.stringify({ error: String(error?.stack ?? error).slice(0, ERROR_LENGTH) })}\n`));
  process.exitCode = 1;
}
