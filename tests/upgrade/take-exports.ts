import { readPdf } from "@/tests/exports/pdf/read-pdf";
import { unzipTexts } from "@/tests/exports/sheets/read-sheets";
import { type AppAccess, createSession } from "@/tests/support/e2e-database";
import { plainFile } from "./plain-file";

/** What each download and table holds, as lines of text, by a name of it. */
export type TakenExports = ReadonlyMap<string, string>;

const EVERYTHING = "comments=1&history=1&evidence=1&timeZone=America/New_York";
/** What nobody may lose on the way, though no download tells all of it. */
const TABLES = {
  updates: "select agency_id, response_id, seq, user_id, sha256(update) as update from response_update order by 1, 2, 3",
  answers: "select agency_id, response_id, item_id, value, user_id, updated_at from answer order by 1, 2, 3",
  revisions: "select agency_id, response_id, item_id, user_id, before, after from answer_revision order by 1, 2, 3, 4, id",
  files: "select f.agency_id, f.id, f.item_id, f.name, f.uploaded_by, sha256(c.bytes) as bytes from evidence_file f left join evidence_content c on c.agency_id = f.agency_id and c.file_id = f.id order by 1, 2",
};

/** Everything that everybody can take out of the app's agencies, without when it was taken. */
export async function takeExports(app: AppAccess & { readonly url: string }): Promise<TakenExports> {
  const { rows: teams } = await app.database.query<{ teamId: string; name: string; adminId: string }>(
    `select distinct on (t.id) t.id as "teamId", t.name, m.user_id as "adminId"
       from team t join membership m on m.agency_id = t.agency_id and m.is_admin order by t.id`,
  );
  const taken = new Map<string, string>();
  for (const { teamId, name, adminId } of teams) {
    const { name: cookie, value } = await createSession(app, adminId);
    const get = async (format: string) => {
      const response = await fetch(`${app.url}/api/teams/${teamId}/export?format=${format}&${EVERYTHING}`, { headers: { Cookie: `${cookie}=${value}` } });
      if (!response.ok) throw new Error(`${format} of ${name}: ${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    };
    taken.set(`${name}, PDF`, (await readPdf(await get("pdf"))).text.replace(/November\d+,2026,\d+:\d\d[AP]M/g, "[now]").replace(/(?<=\p{L})(?=\p{Lu})/gu, "\n"));
    taken.set(`${name}, JSON`, JSON.stringify(plainFile(JSON.parse(Buffer.from(await get("json")).toString("utf8"))), null, 1));
    for (const [file, text] of unzipTexts(await get("csv"))) if (!file.includes("About")) taken.set(`${name}, ${file}`, text);
  }
  for (const [table, sql] of Object.entries(TABLES)) {
    const { rows } = await app.database.query<Record<string, unknown>>(sql);
    const words = (value: unknown) => (Buffer.isBuffer(value) ? value.toString("hex") : value);
    taken.set(`the table of ${table}`, rows.map((row) => JSON.stringify(Object.values(row).map(words))).join("\n"));
  }
  return taken;
}
