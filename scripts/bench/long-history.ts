import { encodeStateAsUpdate, type Text } from "yjs";
import { getTool } from "@/content/tools/index";
import { createDocument } from "@/lib/collab/document";
import { toDocumentItem } from "@/lib/collab/document-item";
import { toolItems } from "@/lib/tools/items";
import { buildUpdate, postUpdate } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { cookieHeader, type Bench } from "./bench-team";
import { percentile, row, type Row } from "./table";

const TOOL = 8;
const HISTORIES = [1, 1_000, 50_000] as const;
const SNAPSHOT_EVERY = 64;
const ROWS_PER_INSERT = 5_000;
const LONGEST_TEXT = 1_500;
const WARM_UP = 5;
const REQUESTS = 40;

/** What opening a response costs whose history is short, long and very long: the page, and asking for what is new. */
export async function measureLongHistories(bench: Bench): Promise<Row[]> {
  const team = await createTestTeam(bench.access, "History");
  const lead = await createMember(bench.access, team, "lead");
  const rows: Row[] = [];
  for (const [index, count] of HISTORIES.entries()) {
    const place = index === 0 ? team : await createTestTeam(bench.access, "History");
    const person = index === 0 ? lead : await createMember(bench.access, place, "lead");
    const bytes = await writeHistory(bench, place, person, count);
    const what = `Opening a tool after ${count.toLocaleString("en-US")} saves`;
    const page = await time(bench, person, `/teams/${place.teamId}/tools/${TOOL}`);
    const news = await time(bench, person, `/api/teams/${place.teamId}/tools/${TOOL}/updates?after=${count - 1}`);
    const all = await time(bench, person, `/api/teams/${place.teamId}/tools/${TOOL}/updates?after=0`);
    rows.push(
      row(`${what} (${Math.round(bytes / 1024)} KB document): page, p50`, percentile(page, 0.5), "ms"),
      row("  the last save alone, p50", percentile(news, 0.5), "ms"),
      row("  everything, p50", percentile(all, 0.5), "ms"),
    );
  }
  return rows;
}

/**
 * Saves once the ordinary way, then writes the rest of the log straight into the database: words typed at the ends of
 * texts, and taken from their beginnings once they are long, snapshots as the app makes them. @returns the document's bytes.
 */
async function writeHistory({ app, access }: Bench, team: TestTeam, person: TestPerson, count: number): Promise<number> {
  const items = toolItems(getTool(TOOL)).map(toDocumentItem);
  const doc = createDocument(items);
  const texts: Text[] = items.filter(({ kind }) => kind === "text").map(({ id }) => doc.getText(id));
  const first = texts[0];
  if (!first) throw new Error(`Tool ${TOOL} has no text`);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  let snapshot = new Uint8Array();
  for (let index = 0; index < count; index++) {
    const text = texts[index % texts.length] ?? first;
    doc.transact(() => {
      if (text.length > LONGEST_TEXT) text.delete(0, 200);
      text.insert(text.length, `word ${index} `);
    });
    if ((index + 1) % SNAPSHOT_EVERY === 0) snapshot = new Uint8Array(encodeStateAsUpdate(doc));
  }
  const target = { appUrl: app.url, person, teamId: team.teamId, toolNumber: TOOL } as const;
  const saved = await postUpdate(target, new Uint8Array(updates[0] ?? buildUpdate(TOOL, {})));
  if (!saved.ok) throw new Error(`The first save answered ${saved.status}`);
  const place = [team.agencyId, team.teamId, TOOL];
  for (let start = 1; start < count; start += ROWS_PER_INSERT) {
    await access.database.query(
      `insert into response_update (agency_id, response_id, seq, update, user_id)
       select r.agency_id, r.id, $4::int + u.number, u.update, $5::uuid
         from response r, unnest($6::bytea[]) with ordinality u(update, number)
        where r.agency_id = $1 and r.team_id = $2 and r.tool_number = $3`,
      [...place, start, person.userId, updates.slice(start, start + ROWS_PER_INSERT).map((update) => Buffer.from(update))],
    );
  }
  await access.database.query(
    `update response set last_seq = $4, snapshot = $5, snapshot_seq = $6
      where agency_id = $1 and team_id = $2 and tool_number = $3`,
    [...place, count, Buffer.from(snapshot), count - (count % SNAPSHOT_EVERY)],
  );
  await access.database.query("vacuum analyze response, response_update");
  return encodeStateAsUpdate(doc).byteLength;
}

async function time({ app }: Bench, person: TestPerson, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let request = 0; request < WARM_UP + REQUESTS; request++) {
    const began = performance.now();
    const response = await fetch(`${app.url}${path}`, { headers: { Cookie: cookieHeader(person) }, redirect: "manual" });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    if (request >= WARM_UP) times.push(performance.now() - began);
  }
  return times;
}
