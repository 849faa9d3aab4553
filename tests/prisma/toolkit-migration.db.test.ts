import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyMigrations, MIGRATIONS_FOLDER } from "@/prisma/migrate";
import { query, urlOfDatabase } from "@/tests/support/database";
import { refTo, TOOL_NUMBERS } from "@/tests/support/tools";

// A database as the release before toolkits had it, with something of everything that names a tool, brought up to date.

const SINCE = "20261130121000_toolkits";
const database = `${new URL(process.env.DATABASE_OWNER_URL ?? "").pathname.slice(1)}_toolkits`;
const url = urlOfDatabase(process.env.DATABASE_OWNER_URL ?? "", database);
/** Migrated by an ordinary owner, whom row level security binds. */
const ownerUrl = urlOfDatabase(process.env.TEST_MIGRATOR_URL ?? "", database);
const read = <Row extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []) => query<Row>(url, sql, values);

const AGENCY = "0199a000-0000-7000-8000-000000000001";
const TEAM = "0199a000-0000-7000-8000-000000000002";
const PERSON = "0199a000-0000-7000-8000-000000000003";

/** Tables whose rows name a tool, and those whose rows belong to such rows. */
const NAMING = ["response", "tool_review", "comment_thread", "assignment", "evidence_file"] as const;
const BELONGING = ["response_update", "response_writer", "answer", "answer_revision", "comment", "evidence_content"] as const;

type Row = Record<string, unknown>;
type Rows = Readonly<Record<string, readonly Row[]>>;

/** Everything as the database itself writes it, past row level security. */
async function readAll(): Promise<Rows> {
  const tables = [...NAMING, ...BELONGING, "team_member", "invitation", "audit_event", "answer_import"];
  const found: Record<string, readonly Row[]> = {};
  for (const table of tables) {
    const rows = await read<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

let before: Rows;
let after: Rows;

beforeAll(async () => {
  await query(urlOfDatabase(ownerUrl, "postgres"), `create database ${database}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), "workbook-before-"));
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  for (const name of await readdir(folder)) if (/^\d/.test(name) && name >= SINCE) await rm(path.join(folder, name), { recursive: true });
  await applyMigrations(ownerUrl, folder);
  await rm(folder, { recursive: true });
  await fill();
  before = await readAll();
  await applyMigrations(ownerUrl);
  after = await readAll();
});

afterAll(() => query(urlOfDatabase(url, "postgres"), `drop database if exists ${database} with (force)`));

async function fill(): Promise<void> {
  await read("insert into agency (id, name, kind, state) values ($1, 'Before', 'police', 'OH')", [AGENCY]);
  await read("insert into membership (agency_id, user_id, display_name) values ($1, $2, 'Robin')", [AGENCY, PERSON]);
  await read("insert into team (agency_id, id, name) values ($1, $2, 'Team')", [AGENCY, TEAM]);
  await read("insert into team_member (agency_id, team_id, user_id, role, tool_numbers) values ($1, $2, $3, 'partner', '{13,2,9}')", [AGENCY, TEAM, PERSON]);
  await read(
    `insert into invitation (agency_id, id, team_id, email, role, tool_numbers, token_hash, invited_by, expires_at)
     values ($1, gen_random_uuid(), $2, 'guest@guests.example', 'partner', '{5,10}', 'a', $3, now()),
            ($1, gen_random_uuid(), null, 'admin@guests.example', null, '{}', 'b', $3, now())`,
    [AGENCY, TEAM, PERSON],
  );
  await read(
    "insert into answer_import (agency_id, team_id, user_id, report, content) values ($1, $2, $3, $4, 'bytes')",
    [AGENCY, TEAM, PERSON, { state: "ready", tools: [{ number: 9, answers: 3, isComplete: true }, { number: 10, answers: 1, isComplete: false }], problems: [] }],
  );
  for (const number of TOOL_NUMBERS) await fillTool(number);
  await read(
    `insert into audit_event (agency_id, user_id, action, outcome, target) values
       ($1, $2, 'agency:update', 'done', null), ($1, $2, 'response:complete', 'done', $3), ($1, $2, 'team:view', 'done', $4)`,
    [AGENCY, PERSON, { teamId: TEAM, toolNumber: 12, reopened: true }, { teamId: TEAM }],
  );
}

async function fillTool(number: number): Promise<void> {
  const place = [AGENCY, TEAM, number, PERSON];
  const [response] = await read<{ id: string }>(
    `insert into response (agency_id, id, team_id, tool_number, tool_version, last_seq, snapshot, snapshot_seq, size_bytes, answered_count,
                           last_edited_by, last_edited_at, completed_by, completed_at)
     values ($1, gen_random_uuid(), $2, $3::int, 1, 7, 'document', 5, 20, $3::int, $4, now(), $4, now()) returning id`,
    place,
  );
  const own = [AGENCY, response?.id, `t${number}-item`, PERSON];
  await read("insert into response_update (agency_id, response_id, seq, update, user_id) values ($1, $2, length($3), 'update', $4)", own);
  await read("insert into response_writer (agency_id, response_id, writer, user_id) values ($1, $2, length($3), $4)", own);
  await read("insert into answer (agency_id, response_id, item_id, value, updated_by) values ($1, $2, $3, to_jsonb($3::text), $4)", own);
  await read(
    `insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at)
     values ($1, $2, $3, $4, now(), null, to_jsonb($3::text), now())`,
    own,
  );
  await read("insert into tool_review (agency_id, team_id, tool_number, user_id) values ($1, $2, $3, $4)", place);
  await read("insert into assignment (agency_id, id, team_id, tool_number, target_id, assignee_id, assigned_by) values ($1, gen_random_uuid(), $2, $3, '', $4, $4)", place);
  const [thread] = await read<{ id: string }>(
    "insert into comment_thread (agency_id, id, team_id, tool_number, item_id, created_by) values ($1, gen_random_uuid(), $2, $3::int, 't' || $3::int, $4) returning id",
    place,
  );
  await read("insert into comment (agency_id, id, thread_id, body, created_by) values ($1, gen_random_uuid(), $2, 'Said.', $3)", [AGENCY, thread?.id, PERSON]);
  const [file] = await read<{ id: string }>(
    `insert into evidence_file (agency_id, id, team_id, tool_number, item_id, name, media_type, size_bytes, sha256, uploaded_by)
     values ($1, gen_random_uuid(), $2, $3::int, 't' || $3::int, 'file.txt', 'text/plain', 4, 'hash', $4) returning id`,
    place,
  );
  await read("insert into evidence_content (agency_id, file_id, bytes) values ($1, $2, 'text')", [AGENCY, file?.id]);
}

/** Whatever the order of rows and of their columns. */
const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

describe("what was stored before tools had ids", () => {
  test.each(NAMING)("names the same tool afterwards, and keeps all else: %s", (table) => {
    const expected = (before[table] ?? []).map(({ tool_number: number, ...row }) => {
      const { toolkitId, toolId } = refTo(Number(number));
      return { ...row, toolkit_id: toolkitId, tool_id: toolId };
    });
    expect(expected).toHaveLength(TOOL_NUMBERS.length);
    expect(sorted(after[table] ?? [])).toEqual(sorted(expected));
  });

  test.each(BELONGING)("is all there as it was: %s", (table) => {
    expect(before[table]).toHaveLength(TOOL_NUMBERS.length);
    expect(sorted(after[table] ?? [])).toEqual(sorted(before[table] ?? []));
  });

  test("shares the same tools with partners and guests", () => {
    expect(after.team_member?.map((row) => row.tool_keys)).toEqual([["ps-cope/tool-13", "ps-cope/tool-2", "ps-cope/tool-9"]]);
    expect(after.invitation?.map((row) => row.tool_keys)).toEqual(expect.arrayContaining([["ps-cope/tool-5", "ps-cope/tool-10"], []]));
  });

  test("says in the log and in a waiting import which tool it was about", () => {
    const targets = after.audit_event?.map((row) => row.target);
    expect(targets).toHaveLength(3);
    expect(targets).toEqual(expect.arrayContaining([null, { teamId: TEAM, tool: "ps-cope/tool-12", reopened: true }, { teamId: TEAM }]));
    expect(after.answer_import?.map((row) => (row.report as Row).tools)).toEqual([
      [{ toolRef: refTo(9), answers: 3, isComplete: true }, { toolRef: refTo(10), answers: 1, isComplete: false }],
    ]);
  });

  test("is as well guarded as before: row level security stays forced on every table that had it", async () => {
    const open = await read("select relname from pg_class where relrowsecurity and not relforcerowsecurity");
    expect(open).toEqual([]);
  });
});
