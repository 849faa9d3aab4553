import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listItemHistory } from "@/lib/history/history";
import { listToolHistory, type TimelineEntry } from "@/lib/history/history-timeline";
import { closeConnections } from "@/lib/platform/db/client";
import { applyMigrations, MIGRATIONS_FOLDER } from "@/prisma/migrate";
import { query, urlOfDatabase } from "../support/database";
import { personOf } from "@/lib/domain/people/person";
import { refTo } from "@/tests/support/tools";

// A database of the version before events, whose timeline was read out of the audit log, is brought to today's.

const FIRST_WITH_EVENTS = "20261130120500_response_events";
const superuser = process.env.DATABASE_OWNER_URL as string;
const name = `${new URL(superuser).pathname.slice(1)}_old`;
const url = urlOfDatabase(superuser, name);
/** Migrations run as an ordinary owner, whom row level security binds. */
const ownerUrl = urlOfDatabase(process.env.TEST_MIGRATOR_URL as string, name);
process.env.DATABASE_RUNTIME_URL = urlOfDatabase(process.env.DATABASE_RUNTIME_URL as string, name);

const folder = await mkdtemp(path.join(os.tmpdir(), "workbook-old-migrations-"));
afterAll(async () => {
  await rm(folder, { recursive: true });
  await closeConnections();
  await query(superuser, `drop database if exists ${name} with (force)`);
});

const [agencyId, otherAgencyId, teamId, otherTeamId, responseId, avery, robin, leaver] = Array.from({ length: 8 }, () => randomUUID()) as [
  string, string, string, string, string, string, string, string,
];
const TOOL = 8;
const context = { agencyId, teamId, userId: avery, role: "admin", toolKeys: null } as unknown as TeamContext;
const sql = <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []) => query<Row>(url, text, values);

/** What the version before showed of a tool's status, in its own words of SQL. */
const OLD_STATUS = `
  select e.id::text, e.at, e.user_id, m.display_name as name,
         case e.action when 'response:unlock' then 'unlocked' when 'response:rebuild' then 'rebuilt'
              when 'response:complete' then case when e.target->>'reopened' = 'true' then 'reopened' else 'completed' end
              else case when e.target->>'completed' = 'true' then 'completed-and-locked' else 'locked' end end as status
    from audit_event e
    left join membership m on m.agency_id = e.agency_id and m.user_id = e.user_id
   where e.agency_id = $1 and e.action in ('response:complete', 'response:lock', 'response:unlock', 'response:rebuild')
     and e.outcome = 'done' and e.target->>'teamId' = $2::text and e.target->>'toolNumber' = $3::text
   order by e.at desc, e.id desc`;
/** And which changes it showed as brought back. */
const OLD_RESTORES = `
  select user_id, target->>'itemId' as item_id, target->>'madeIn' as minute from audit_event
   where agency_id = $1 and action = 'response:edit' and outcome = 'done' and target->>'teamId' = $2::text and target->>'toolNumber' = $3::text`;

const MOMENT = "2026-11-20T10:00:00.000Z";
const at = (minutes: number) => new Date(Date.parse(MOMENT) + minutes * 60_000).toISOString();

interface Logged {
  readonly minutes: number;
  readonly action: string;
  readonly by?: string | null;
  readonly outcome?: string;
  readonly target: Record<string, unknown> | null;
  readonly agency?: string;
}

async function log({ minutes, action, by = avery, outcome = "done", target, agency = agencyId }: Logged): Promise<void> {
  const values = [agency, at(minutes), by, action, outcome, target && JSON.stringify(target)];
  await sql("insert into audit_event (agency_id, at, user_id, action, outcome, target) values ($1, $2, $3, $4, $5, $6)", values);
}

const here = { teamId, toolNumber: TOOL };
let before: { readonly status: Record<string, unknown>[]; readonly restores: Record<string, unknown>[] };
let logged: Record<string, unknown>[];

beforeAll(async () => {
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  const later = (await readdir(folder)).filter((entry) => /^\d/.test(entry) && entry >= FIRST_WITH_EVENTS);
  for (const entry of later) await rm(path.join(folder, entry), { recursive: true });
  await query(urlOfDatabase(process.env.TEST_MIGRATOR_URL as string, "postgres"), `create database ${name}`);
  await applyMigrations(ownerUrl, folder);

  for (const [agency, team] of [[agencyId, teamId], [otherAgencyId, otherTeamId]]) {
    await sql("insert into agency (id, name, kind, state) values ($1, 'Riverbend', 'police', 'OH')", [agency]);
    await sql("insert into team (agency_id, id, name) values ($1, $2, 'Core')", [agency, team]);
  }
  for (const [person, display] of [[avery, "Avery"], [robin, "Robin"]]) {
    await sql("insert into membership (agency_id, user_id, display_name) values ($1, $2, $3)", [agencyId, person, display]);
  }
  await sql("insert into response (agency_id, id, team_id, tool_number, tool_version, last_seq) values ($1, $2, $3, $4, 1, 2)", [agencyId, responseId, teamId, TOOL]);
  for (const [minutes, person, from, to] of [[0, robin, null, "First."], [3, avery, "First.", "Second."], [20, robin, "Second.", "First."]] as const) {
    await sql(
      "insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at) values ($1, $2, 't8-s1-1', $3, $4, $5, $6, $4)",
      [agencyId, responseId, person, at(minutes), from && JSON.stringify(from), JSON.stringify(to)],
    );
  }
  await log({ minutes: 5, action: "response:complete", target: here });
  await log({ minutes: 5, action: "response:lock", target: here });
  await log({ minutes: 6, action: "response:unlock", by: leaver, target: here });
  await log({ minutes: 7, action: "response:complete", by: robin, target: { ...here, reopened: true } });
  await log({ minutes: 8, action: "response:lock", target: { ...here, completed: true } });
  await log({ minutes: 9, action: "response:unlock", target: here });
  await log({ minutes: 10, action: "response:complete", by: robin, target: { ...here, reopened: true } });
  await log({ minutes: 11, action: "response:rebuild", by: null, target: here });
  await log({ minutes: 20, action: "response:edit", by: robin, target: { ...here, itemId: "t8-s1-1", madeIn: at(20) } });
  await log({ minutes: 21, action: "response:edit", by: robin, target: { ...here, itemId: "t8-s1-3", rowId: "a", madeIn: null } });
  await log({ minutes: 22, action: "tool:review", target: { teamId, toolNumber: 7, isReviewed: true } });
  await log({ minutes: 23, action: "assignment:create", target: { ...here, targetId: "", assigneeId: robin, assignmentId: randomUUID() } });
  await log({ minutes: 24, action: "import:team", target: { teamId, tools: "1 12", answers: 40, completed: "1" } });
  // Nothing of the tool's, or nothing at all.
  await log({ minutes: 30, action: "response:complete", outcome: "refused", target: here });
  await log({ minutes: 31, action: "response:complete", target: { teamId, toolNumber: 9 } });
  await log({ minutes: 32, action: "response:complete", target: { teamId: otherTeamId, toolNumber: TOOL } });
  await log({ minutes: 33, action: "response:complete", target: { teamId: otherTeamId, toolNumber: TOOL }, agency: otherAgencyId });
  await log({ minutes: 34, action: "response:complete", target: { teamId: randomUUID(), toolNumber: TOOL } });
  await log({ minutes: 35, action: "response:complete", target: { teamId: "gone", toolNumber: "many" } });
  await log({ minutes: 36, action: "import:team", target: { teamId, tools: "", answers: 0, completed: "" } });
  await log({ minutes: 37, action: "response:lock", target: null });
  await log({ minutes: 38, action: "team:update", target: { teamId } });

  const values = [agencyId, teamId, TOOL];
  before = { status: await sql(OLD_STATUS, values), restores: await sql(OLD_RESTORES, values) };
  logged = await sql("select * from audit_event order by id");
  await applyMigrations(ownerUrl);
});

async function timeline(limit: number): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  let older: string | null = "";
  while (older !== null) {
    const page: Awaited<ReturnType<typeof listToolHistory>> = await listToolHistory(context, refTo(TOOL), { before: older, limit });
    entries.push(...(page?.entries ?? []));
    older = page?.older ?? null;
  }
  return entries;
}

test("the timeline is the same afterwards, also page by page", async () => {
  expect(before.status).toHaveLength(8);
  for (const limit of [100, 2]) {
    const status = (await timeline(limit)).filter((entry) => entry.kind === "status");
    expect(status.map((entry) => [entry.status, entry.at, entry.by.personId, entry.by])).toEqual(
      before.status.map(({ status: word, at: when, user_id }) => [word, (when as Date).toISOString(), user_id ?? "", personOf(user_id as string | null)]),
    );
  }
  expect((await listToolHistory(context, refTo(TOOL), { limit: 1 }))?.people).toEqual([
    { id: avery, name: "Avery" },
    { id: robin, name: "Robin" },
    { id: "former", name: "A former member" },
  ]);
});

test("what was brought back is still marked so, in the timeline and beside the item", async () => {
  const marked = before.restores.filter(({ minute }) => minute !== null);
  expect(marked).toHaveLength(1);
  const answers = (await timeline(100)).filter((entry) => entry.kind === "answer");
  expect(answers.map(({ isRestore, key }) => [key.minute, isRestore])).toEqual([[at(20), true], [at(3), false], [at(0), false]]);
  expect((await listItemHistory(context, refTo(TOOL), "t8-s1-1"))?.revisions.map(({ isRestore }) => isRestore)).toEqual([true, false, false]);
});

test("a page of the timeline that somebody bookmarked begins where it did", async () => {
  const [, , third] = before.status;
  const cursor = `s~${(third?.at as Date).toISOString().replace("Z", "000Z")}~${third?.id as string}`;
  const page = await listToolHistory(context, refTo(TOOL), { before: cursor, limit: 100 });
  expect(page?.entries.filter((entry) => entry.kind === "status").map((entry) => entry.status)).toEqual(before.status.slice(3).map(({ status }) => status));
});

test("what was reviewed, assigned and brought in is an event too; the log itself is untouched", async () => {
  const rows = await sql("select kind, tool_id, detail from response_event where agency_id = $1 and kind in ('reviewed', 'assigned', 'imported') order by at, length(tool_id), tool_id", [agencyId]);
  expect(rows).toMatchObject([
    { kind: "reviewed", tool_id: "tool-7", detail: {} },
    { kind: "assigned", tool_id: `tool-${TOOL}`, detail: { targetId: "", assigneeId: robin } },
    { kind: "imported", tool_id: "tool-1", detail: { answers: null } },
    { kind: "imported", tool_id: "tool-12", detail: { answers: null } },
  ]);
  // Tools have had other names since, in the log too.
  const renamed = logged.map(({ target, ...row }) => {
    const { toolNumber, ...rest } = (target ?? {}) as Record<string, unknown>;
    return { ...row, target: toolNumber === undefined ? target : { ...rest, tool: `ps-cope/tool-${String(toolNumber)}` } };
  });
  expect(await sql("select * from audit_event order by id")).toEqual(renamed);
  expect(await sql("select tool_id from response_event where agency_id = $1", [otherAgencyId])).toEqual([{ tool_id: `tool-${TOOL}` }]);
});
