import { readFileSync } from "node:fs";
import type pg from "pg";
import { readPdf } from "@/tests/exports/pdf/read-pdf";
import { readCsvZip } from "@/tests/exports/sheets/read-sheets";
import { plainFile } from "./plain-file";

/** What each download and table holds, as data, by a name of it; of a PDF its text. */
export type TakenExports = ReadonlyMap<string, unknown>;

export interface Written {
  readonly name: string;
  readonly format: "pdf" | "csv" | "json";
  readonly file: string;
}

export interface TeamToExport {
  readonly teamId: string;
  readonly name: string;
  readonly adminId: string;
}

/** What nobody may lose on the way, though no download tells all of it. */
const TABLES = {
  updates: "select agency_id, response_id, seq, user_id, sha256(update) from response_update order by 1, 2, 3",
  answers: "select agency_id, response_id, item_id, value, updated_by, updated_at from answer order by 1, 2, 3",
  revisions: "select agency_id, response_id, item_id, user_id, minute, before, after from answer_revision order by 1, 2, 3, 4, 5",
  files: `select f.agency_id, f.id, f.item_id, f.name, f.uploaded_by, sha256(c.bytes)
            from evidence_file f left join evidence_content c on c.agency_id = f.agency_id and c.file_id = f.id order by 1, 2`,
};

/** Every team, and an admin who may take everything out of it. */
export async function listTeams(database: pg.Pool): Promise<TeamToExport[]> {
  const { rows } = await database.query<TeamToExport>(
    `select distinct on (t.id) t.id as "teamId", t.name, m.user_id as "adminId"
       from team t join membership m on m.agency_id = t.agency_id and m.is_admin order by t.id`,
  );
  return rows;
}

/** The files and the tables, without when the files were made. */
export async function readTaken(written: readonly Written[], database: pg.Pool): Promise<TakenExports> {
  const taken = new Map<string, unknown>();
  for (const { name, format, file } of written) {
    const bytes = readFileSync(file);
    if (format === "json") taken.set(`${name}, JSON`, plainFile(JSON.parse(bytes.toString("utf8"))));
    // What a download holds is told apart from what it tells: "About" counts its sheets and says when it was made.
    if (format === "csv") for (const [sheet, rows] of readCsvZip(bytes)) if (!/about/i.test(sheet)) taken.set(`${name}, ${sheet}`, rows);
    if (format === "pdf") taken.set(pdfOf(name), (await readPdf(bytes)).text);
  }
  for (const [table, sql] of Object.entries(TABLES)) {
    const { rows } = await database.query<Record<string, unknown>>(sql);
    const words = (value: unknown) => (Buffer.isBuffer(value) ? value.toString("hex") : value);
    taken.set(`the table of ${table}`, rows.map((row) => JSON.stringify(Object.values(row).map(words))));
  }
  return taken;
}

/** The name of a team's PDF. */
export const pdfOf = (team: string) => `${team}, PDF`;

/** Every answer and comment of a JSON download, as they are read; of a table each cell, as its rows may be laid out anew. */
export function listWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listWords);
  if (typeof value !== "object" || value === null) return [];
  const { value: answer } = value as { value?: unknown };
  const rows = Array.isArray(answer) ? answer.flatMap((row: unknown) => Object.values((row as { cells?: Record<string, string> }).cells ?? {})) : null;
  if (rows) return rows.flatMap((cell) => (/^\d{4}-\d{2}-\d{2}$/.test(cell) ? LONG_DAY.format(new Date(cell)) : cell).split("\n"));
  return Object.entries(value).flatMap(([key, inner]) => ((key === "text" || key === "body") && typeof inner === "string" ? inner.split("\n") : listWords(inner)));
}

const LONG_DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
