import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseCommentText, showCommentText } from "@/lib/domain/people/comment-text";
import { applyMigrations, MIGRATIONS_FOLDER } from "@/prisma/migrate";
import { query, urlOfDatabase } from "@/tests/support/database";

// A database as of before comments stored ids, with comments of that time, brought to today's form.

/** The last migration of that time. */
const LAST_OF_BEFORE = "20261130108000_writers";
const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const database = `${new URL(ownerUrl).pathname.slice(1)}_before`;
const migratorUrl = urlOfDatabase(process.env.TEST_MIGRATOR_URL ?? "", database);
const superuserUrl = urlOfDatabase(ownerUrl, database);
const folder = await mkdtemp(path.join(os.tmpdir(), "workbook-before-"));

const [agency, otherAgency, team, thread, otherThread] = [1, 2, 3, 4, 5].map(() => randomUUID()) as [string, string, string, string, string];
const [dana, sam, samPark, gone, stranger] = [1, 2, 3, 4, 5].map(() => randomUUID()) as [string, string, string, string, string];
/** What they go by now; one was renamed, one was taken out, one is of another agency. */
const ACCOUNTS = [[dana, "Dana Reed"], [sam, "Sam"], [samPark, "Sam Park"], [gone, "Lee Moss"], [stranger, "Dana Reed"]] as const;
const MEMBERS = [[agency, dana, "Dana Reed"], [agency, sam, "Sam"], [agency, samPark, "River Otter"], [otherAgency, stranger, "Dana Reed"]] as const;

interface Old {
  readonly id: string;
  readonly body: string;
  readonly by: string;
  readonly mentions: readonly string[];
  /** As it is stored afterwards. */
  readonly becomes: string;
  readonly mayNamePeople: boolean;
  readonly thread?: string;
}

const old = (body: string, becomes: string, more: Partial<Old> = {}): Old => ({
  id: randomUUID(), by: dana, mentions: [], mayNamePeople: false, body, becomes, ...more,
});

const COMMENTS: readonly Old[] = [
  old("@Sam Park, @Sam and @Samuel: a@Sam Park.\n(@Sam)", `@[${samPark}], @[${sam}] and @Samuel: a@Sam Park.\n(@[${sam}])`, { mentions: [sam, samPark], mayNamePeople: true }),
  old("Renamed since: @Sam Park!", `Renamed since: @[${samPark}]!`, { mentions: [samPark] }),
  old("Myself, @Dana Reed, and a@Dana Reed", `Myself, @[${dana}], and a@Dana Reed`),
  // Nothing tells who was meant: whoever has a name now need not have had it then.
  old("@Lee Moss or @Sam?", "@Lee Moss or @Sam?", { mayNamePeople: true }),
  old("From one who left: @Lee Moss, @Sam", `From one who left: @[${gone}], @[${sam}]`, { by: gone, mentions: [sam] }),
  old(`@[${sam}] and @[] and @[[x@[`, `@[]${sam}] and @[]] and @[][x@[]`),
  old("Nothing of the kind, \\ % ' “é”.\n", "Nothing of the kind, \\ % ' “é”.\n"),
  old("", ""),
  old("@".repeat(4_000), "@".repeat(4_000), { mayNamePeople: true }),
  old("@Dana Reed, in another agency", "@Dana Reed, in another agency", { by: stranger, thread: otherThread, mentions: [] }),
];
/** The writer mentions themselves there. */
const inOther = COMMENTS.at(-1) as Old;

beforeAll(async () => {
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (/^\d/.test(name) && name > LAST_OF_BEFORE) await rm(path.join(folder, name), { recursive: true });
  }
  await query(urlOfDatabase(migratorUrl, "postgres"), `create database ${database}`);
  await applyMigrations(migratorUrl, folder);
  const sql = (text: string, values: readonly unknown[]) => query(superuserUrl, text, values);
  for (const [id, name] of ACCOUNTS) {
    await sql("insert into user_account (id, email, name, password_hash) values ($1::uuid, $1::text || '@people.example', $2, 'x')", [id, name]);
  }
  for (const id of [agency, otherAgency]) await sql("insert into agency (id, name, kind, state) values ($1, 'An agency', 'police', 'OH')", [id]);
  for (const member of MEMBERS) await sql("insert into membership (agency_id, user_id, display_name) values ($1, $2, $3)", member);
  for (const [agencyId, threadId, by] of [[agency, thread, dana], [otherAgency, otherThread, stranger]] as const) {
    const teamId = agencyId === agency ? team : randomUUID();
    await sql("insert into team (agency_id, id, name) values ($1, $2, 'A team')", [agencyId, teamId]);
    await sql("insert into comment_thread (agency_id, id, team_id, tool_number, item_id, created_by) values ($1, $2, $3, 3, 't3-1', $4)", [agencyId, threadId, teamId, by]);
  }
  await sql("insert into audit_event (agency_id, user_id, action, outcome) values ($1, $2, 'invitation:accept', 'done')", [agency, gone]);
  for (const { id, body, by, mentions, thread: threadId = thread } of COMMENTS) {
    const agencyId = threadId === thread ? agency : otherAgency;
    await sql("insert into comment (agency_id, id, thread_id, body, created_by) values ($1, $2, $3, $4, $5)", [agencyId, id, threadId, body, by]);
    for (const userId of mentions) await sql("insert into comment_mention (agency_id, comment_id, user_id) values ($1, $2, $3)", [agencyId, id, userId]);
  }
  await applyMigrations(migratorUrl);
});

afterAll(async () => {
  await query(ownerUrl, `drop database if exists ${database} with (force)`);
  await rm(folder, { recursive: true });
});

interface Row {
  readonly body: string;
  readonly may_name_people: boolean;
}

async function read(id: string): Promise<Row> {
  const [row] = await query<Row & Record<string, unknown>>(superuserUrl, "select body, may_name_people from comment where id = $1", [id]);
  return row as Row;
}

test.each(COMMENTS.filter((comment) => comment !== inOther))("the comment $body is stored with the people it is known to mention", async ({ id, becomes, mayNamePeople }) => {
  expect(await read(id)).toEqual({ body: becomes, may_name_people: mayNamePeople });
});

test("a name is looked for among the people of the comment’s own agency", async () => {
  expect((await read(inOther.id)).body).toBe(`@[${stranger}], in another agency`);
});

test("no comment is lost, and under the names of that time each reads as it was typed", async () => {
  const people = new Map(ACCOUNTS.map(([id, name]) => [id, { name, role: null }]));
  expect(await query(superuserUrl, "select from comment")).toHaveLength(COMMENTS.length);
  for (const { id, body } of COMMENTS) expect(showCommentText(people, parseCommentText((await read(id)).body))).toBe(body);
  expect(await query(superuserUrl, "select from comment_mention where mailed_at is null")).toHaveLength(COMMENTS.flatMap(({ mentions }) => mentions).length);
});

test("of names that ended before, those are known that still stand in a comment", async () => {
  const names = await query(superuserUrl, "select agency_id, user_id, name from former_name order by name");
  expect(names).toEqual([
    { agency_id: agency, user_id: gone, name: "Lee Moss" },
    { agency_id: agency, user_id: samPark, name: "Sam Park" },
  ]);
});

test("from then on every name that ends is known, whoever ends it and however", async () => {
  await query(superuserUrl, "update membership set display_name = 'Dana R.' where user_id = $1", [dana]);
  await query(superuserUrl, "delete from membership where user_id = $1", [sam]);
  await query(superuserUrl, "delete from agency where id = $1", [otherAgency]);
  const names = await query<{ name: string }>(superuserUrl, "select name from former_name order by name");
  expect(names.map(({ name }) => name)).toEqual(["Dana Reed", "Lee Moss", "Sam", "Sam Park"]);
});
