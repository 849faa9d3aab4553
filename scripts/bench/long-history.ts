import { toolItems } from "@/lib/domain/tool/items";
import { postUpdate } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { cookieHeader, type Bench } from "./bench-team";
import { type History, writeAsPeopleDo, writeAtOnce, writeEverySaveElsewhere } from "./histories";
import { percentile, row, type Row } from "./table";

const TOOL = 8;
const SHORT = [1, 1_000] as const;
const LONG = 50_000;
const ROWS_PER_INSERT = 5_000;
const WARM_UP = 5;
const REQUESTS = 40;

/** What opening a response costs whose history is short, long and very long: the page, and asking for what is new. */
export async function measureLongHistories(bench: Bench): Promise<Row[]> {
  const items = toolItems(getTool(TOOL));
  const rows: Row[] = [];
  for (const count of SHORT) rows.push(...(await measure(bench, `Opening a tool after ${inWords(count)}`, writeAsPeopleDo(items, count))));
  const long = writeAsPeopleDo(items, LONG);
  rows.push(...(await measure(bench, `Opening a tool after ${inWords(LONG)}`, long)));
  const others = {
    "  the same answers, saved at once": writeAtOnce(items, long.answers),
    [`  at worst, ${inWords(LONG)}, each in another text`]: writeEverySaveElsewhere(items, LONG),
  };
  for (const [what, history] of Object.entries(others)) rows.push(...(await measure(bench, what, history)).slice(0, 1));
  return rows;
}

function inWords(count: number): string {
  return count === 1 ? "1 save" : `${count.toLocaleString("en-US")} saves`;
}

async function measure(bench: Bench, what: string, history: History): Promise<Row[]> {
  const team = await createTestTeam(bench.access, "History");
  const person = await createMember(bench.access, team, "lead");
  await store(bench, team, person, history);
  const { bytes, updates } = history;
  const page = await time(bench, person, `/teams/${team.teamId}/tools/${TOOL}`);
  const news = await time(bench, person, `/api/teams/${team.teamId}/tools/${TOOL}/updates?after=${updates.length - 1}`);
  const all = await time(bench, person, `/api/teams/${team.teamId}/tools/${TOOL}/updates?after=0`);
  return [
    row(`${what} (${Math.round(bytes / 1024)} KB document): page, p50`, percentile(page, 0.5), "ms"),
    row("  the last save alone, p50", percentile(news, 0.5), "ms"),
    row("  everything, p50", percentile(all, 0.5), "ms"),
  ];
}

/** Saves once the ordinary way, then writes the rest of the log straight into the database. */
async function store({ app, access }: Bench, team: TestTeam, person: TestPerson, history: History): Promise<void> {
  const { updates, snapshot, snapshotSeq } = history;
  const count = updates.length;
  const target = { appUrl: app.url, person, teamId: team.teamId, toolNumber: TOOL } as const;
  const saved = await postUpdate(target, new Uint8Array(updates[0] ?? []));
  if (!saved.ok) throw new Error(`The first save answered ${saved.status}`);
  const place = [team.agencyId, team.teamId, TOOL];
  for (let start = 1; start < count; start += ROWS_PER_INSERT) {
    await access.database.query(
      `insert into response_update (agency_id, response_id, seq, update, user_id)
       select r.agency_id, r.id, $4::int + u.number, u.update, $5::uuid
         from response r, unnest($6::bytea[]) with ordinality u(update, number)
        where r.agency_id = $1 and r.team_id = $2 and r.tool_id = 'tool-' || $3::int`,
      [...place, start, person.userId, updates.slice(start, start + ROWS_PER_INSERT).map((update) => Buffer.from(update))],
    );
  }
  await access.database.query(
    `update response set last_seq = $4, snapshot = $5, snapshot_seq = $6
      where agency_id = $1 and team_id = $2 and tool_id = 'tool-' || $3::int`,
    [...place, count, Buffer.from(snapshot), snapshotSeq],
  );
  await access.database.query("vacuum analyze response, response_update");
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
