import { unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";

/** A cell as a reader other than ours finds it. */
export type ReadCell = string | number | boolean | Date | null;
/** Column label to cell. */
export type ReadRow = Readonly<Record<string, ReadCell>>;
/** By the sheet's name. */
export type ReadSheets = ReadonlyMap<string, readonly ReadRow[]>;

function toRows([heads = [], ...rows]: readonly (readonly ReadCell[])[]): ReadRow[] {
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [String(head), row[index] ?? null])));
}

/** The parts of a zip as text, byte order marks included, by path. */
export function unzipTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content).toString("utf8")]));
}

/** A workbook as an independent library reads it. */
export async function readXlsx(bytes: Buffer): Promise<ReadSheets> {
  const sheets = await readXlsxFile(bytes, { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, toRows(data as unknown as ReadCell[][])]));
}

/** RFC 4180 to the letter: throws on a stray quote, on a bare line end and on rows of different length. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  while (at < text.length) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (!match) throw new Error(`No cell at ${at}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    at = cell.lastIndex;
    if (text[at] === ",") {
      at += 1;
      continue;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`Neither comma nor line end at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  if (rows.some(({ length }) => length !== rows[0]?.length)) throw new Error("Rows of different length");
  return rows;
}

/** The tables of a zip of CSV files, by file name; a blank is "". */
export function readCsvZip(bytes: Uint8Array): ReadSheets {
  const files = [...unzipTexts(bytes)].filter(([name]) => name.endsWith(".csv"));
  return new Map(files.map(([name, text]) => [name, toRows(parseCsv(text.replace(/^\ufeff/, "")))]));
}

export function rowsOf(sheets: ReadSheets, name: string): readonly ReadRow[] {
  const rows = sheets.get(name);
  if (!rows) throw new Error(`There is no ${name}; there are ${[...sheets.keys()].join(", ")}`);
  return rows;
}
