import { ADDABLE_TOOLKITS } from "@/content/toolkits";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import type { StoppableKind } from "@/lib/domain/notices";
import type { Role } from "@/lib/platform/auth/permissions";
import { keysOf, type ToolNumber } from "@/tests/support/tools";
import { insertAccount, insertAgency, insertMember, insertTeam, NEW_ACCOUNT, TEST_PASSWORD } from "./insert-people";

// Agencies and people for browser tests and the benchmark, in the database of an app that runs.

/** The running app's database and the secret its session cookies are made with. */
export interface AppAccess {
  readonly database: pg.Pool;
  readonly secret: string;
}

export interface TestTeam {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly teamId: string;
  readonly teamName: string;
}

export interface TestPerson {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Name and value of a live session's cookie. */
  readonly cookie: { readonly name: string; readonly value: string };
}

/** The app under test is reached over http, where the cookie has its plain name (lib/platform/auth/session-cookie). */
const COOKIE_NAME = "workbook.session";

export function openDatabase(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // The server may stop first, at the end of a run.
  pool.on("error", () => undefined);
  return pool;
}

/** An agency with one team and nobody in it. Names are unique, so they can be looked for in what others see. */
export async function createTestTeam({ database }: AppAccess, word = "Test"): Promise<TestTeam> {
  const mark = randomBytes(4).toString("hex");
  const [agencyName, teamName] = [`${word} agency ${mark}`, `${word} team ${mark}`];
  return { agencyName, teamName, ...(await insertAgency(database, { name: agencyName, teamName })) };
}

export async function addTeam(
  { database }: Pick<AppAccess, "database">,
  agencyId: string,
  teamId: string,
  name: string,
): Promise<void> {
  await insertTeam(database, agencyId, name, teamId);
}

/** The agency's choice that histories and marks name people at once. */
export async function showHistoryNames({ database }: Pick<AppAccess, "database">, { agencyId }: Pick<TestTeam, "agencyId">): Promise<void> {
  await database.query("update agency set shows_history_names = true where id = $1", [agencyId]);
}

/** Adds every toolkit that a team can add. */
export async function addToolkits({ database }: Pick<AppAccess, "database">, { agencyId, teamId }: Pick<TestTeam, "agencyId" | "teamId">): Promise<void> {
  for (const { id } of ADDABLE_TOOLKITS) {
    await database.query(`insert into team_toolkit (agency_id, team_id, toolkit_id, added_by) values ($1, $2, $3, $4)`, [agencyId, teamId, id, randomUUID()]);
  }
}

/** A meeting of the team that is to come. */
export async function createMeeting({ database }: Pick<AppAccess, "database">, { agencyId, teamId }: Pick<TestTeam, "agencyId" | "teamId">, { userId }: Pick<TestPerson, "userId">, { isSitting = false } = {}): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into meeting (agency_id, team_id, id, held_on, starts_at, place, created_by) values ($1, $2, $3, current_date + 7, '18:00', 'Library, room 2', $4)`,
    [agencyId, teamId, id, userId],
  );
  if (!isSitting) return id;
  // Meeting mode is running, with one statement on the screen.
  const [sittingId, itemId] = [randomUUID(), randomUUID()];
  await database.query(
    "insert into sitting (agency_id, team_id, id, meeting_id, started_by, facilitator_id, deputy_ids, code_number, current_id) values ($1, $2, $3, $4, $5, $5, '{}', 1, $6)",
    [agencyId, teamId, sittingId, id, userId, itemId],
  );
  await database.query("insert into sitting_item (agency_id, team_id, sitting_id, id, position, toolkit_id, tool_id, item_id) values ($1, $2, $3, $4, 1, 'ps-cope', 'tool-9', $5)", [
    agencyId, teamId, sittingId, itemId, ROUND_ITEMS[0],
  ]);
  return id;
}

export interface TestRounds {
  /** Asks the lead and somebody without an account. */
  readonly open: string;
  /** Revealed, as is the earlier round that it follows. */
  readonly revealed: string;
  /** Secret of the link that was handed to the latter, which nobody has used. */
  readonly link: string;
}

/** Two statements of Tool 9 that these rounds ask about. */
export const ROUND_ITEMS = ["t9-i1-1", "t9-i1-2"] as const;

/** An open round of a team and two that are revealed, without anybody's ratings. */
export async function createRounds({ database }: Pick<AppAccess, "database">, { agencyId, teamId }: Pick<TestTeam, "agencyId" | "teamId">, { userId }: Pick<TestPerson, "userId">): Promise<TestRounds> {
  const [earlier, revealed, open] = [randomUUID(), randomUUID(), randomUUID()];
  const link = randomBytes(32).toString("base64url");
  for (const [index, id] of [earlier, revealed, open].entries()) {
    await database.query(
      `insert into rating_round (agency_id, team_id, id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, follows_id, opened_by, asked)
       values ($1, $2, $3, $4, 'ps-cope', 'tool-9', 1, $5, false, false, $6, $7, 2)`,
      [agencyId, teamId, id, index + 1, ROUND_ITEMS, id === revealed ? earlier : null, userId],
    );
    await database.query("insert into round_rater (agency_id, team_id, round_id, id, user_id) values ($1, $2, $3, gen_random_uuid(), $4)", [agencyId, teamId, id, userId]);
  }
  await database.query(
    `insert into round_rater (agency_id, team_id, round_id, id, guest_name, token_hash, expires_at) values ($1, $2, $3, gen_random_uuid(), 'Recovery house', $4, now() + interval '1 day')`,
    [agencyId, teamId, open, createHash("sha256").update(link).digest()],
  );
  for (const id of [earlier, revealed]) {
    await database.query("update rating_round set revealed_at = now(), revealed_by = opened_by, answered = 2, missing_at_reveal = 0 where agency_id = $1 and id = $2", [agencyId, id]);
    for (const [value, n] of [["1", 2], ["5", 3], ["dk-unclear", 3]] as const) {
      await database.query("insert into round_count (agency_id, team_id, round_id, item_id, value, n) values ($1, $2, $3, $4, $5, $6)", [agencyId, teamId, id, ROUND_ITEMS[0], value, n]);
    }
  }
  return { open, revealed, link };
}

/** A person with an account and a live session who belongs to no agency. */
export async function createPerson(access: AppAccess, name = "Test Person"): Promise<TestPerson> {
  const email = `${randomBytes(4).toString("hex")}@example.org`;
  const userId = await insertAccount(access.database, { email, name });
  return { userId, name, email, password: TEST_PASSWORD, cookie: await createSession(access, userId) };
}

/** A new live session of a person, as a cookie. */
export async function createSession(access: AppAccess, userId: string): Promise<TestPerson["cookie"]> {
  const sid = randomBytes(32).toString("base64url");
  await access.database.query(
    `insert into session (sid_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [createHash("sha256").update(sid).digest(), userId],
  );
  return { name: COOKIE_NAME, value: await encode({ token: { sid }, secret: access.secret }) };
}

/** Makes a person part of a team's agency in this role; an admin belongs to no team in particular. */
export async function joinTeam(
  { database }: AppAccess,
  team: TestTeam,
  person: TestPerson,
  role: Role,
  tools: readonly ToolNumber[] = [],
): Promise<void> {
  await insertMember(database, team, person, role, keysOf(...tools));
}

/** The person who held a role until now. */
export async function removeFromAgency({ database }: AppAccess, team: TestTeam, person: TestPerson): Promise<void> {
  await database.query(`delete from membership where agency_id = $1 and user_id = $2`, [team.agencyId, person.userId]);
}

/** A new person in a team's agency, in this role. */
export async function createMember(
  access: AppAccess,
  team: TestTeam,
  role: Role,
  tools: readonly ToolNumber[] = [],
): Promise<TestPerson> {
  const person = await createPerson(access, `Test ${role}`);
  await joinTeam(access, team, person, role, tools);
  return person;
}

/** A live single-use link's token, as a letter would carry it. */
export async function createAccountToken(
  { database }: AppAccess,
  person: Pick<TestPerson, "userId" | "email">,
  purpose: "sign-up" | "reset",
): Promise<string> {
  const { token, tokenHash } = createToken();
  const isNew = purpose === "sign-up";
  await database.query(
    `insert into account_token (token_hash, purpose, user_id, email, name, password_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + interval '10 minutes')`,
    [
      tokenHash,
      purpose,
      isNew ? null : person.userId,
      person.email,
      isNew ? NEW_ACCOUNT.name : null,
      isNew ? NEW_ACCOUNT.passwordHash : null,
    ],
  );
  return token;
}

/** The token of a link in letters to a person that stops this kind of them. */
export async function createStopLink({ database }: AppAccess, person: Pick<TestPerson, "userId">, kind: StoppableKind): Promise<string> {
  const { token, tokenHash } = createToken();
  await database.query("insert into stop_link (token_hash, user_id, kind, expires_at) values ($1, $2, $3, now() + interval '1 year')", [tokenHash, person.userId, kind]);
  return token;
}

/** The token of an open invitation to become a member of the team. */
export async function createInvitation(
  { database }: AppAccess,
  team: TestTeam,
  invitedBy: TestPerson,
  email: string,
): Promise<string> {
  const { token, tokenHash } = createToken();
  await database.query(
    `insert into invitation (agency_id, id, team_id, email, role, token_hash, invited_by, expires_at)
     values ($1, $2, $3, $4, 'member', $5, $6, now() + interval '7 days')`,
    [team.agencyId, randomUUID(), team.teamId, email, tokenHash, invitedBy.userId],
  );
  return token;
}

function createToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: createHash("sha256").update(token).digest() };
}

/** As if all that a team did were so many days further back: every moment and day that is kept with it. */
export async function moveBack({ database }: Pick<AppAccess, "database">, { agencyId, teamId }: Pick<TestTeam, "agencyId" | "teamId">, days: number): Promise<void> {
  const { rows } = await database.query<{ name: string; by_team: boolean; moments: string[] }>(
    `select c.relname as name, bool_or(a.attname = 'team_id') as by_team,
            array_agg(quote_ident(a.attname)) filter (where a.atttypid in ('timestamptz'::regtype, 'date'::regtype)) as moments
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      group by c.relname
     having bool_or(a.attname in ('team_id', 'response_id')) and bool_or(a.attname = 'agency_id') and bool_or(a.atttypid in ('timestamptz'::regtype, 'date'::regtype))`,
  );
  const client = await database.connect();
  try {
    await client.query("begin");
    // What guards times against the running app guards them against nobody here.
    await client.query("set local session_replication_role = replica");
    for (const { name, by_team, moments } of rows) {
      const own = by_team ? "team_id = $2" : "response_id in (select id from response where agency_id = $1 and team_id = $2)";
      await client.query(`update ${name} set ${moments.map((moment) => `${moment} = ${moment} - make_interval(days => $3)`).join(", ")} where agency_id = $1 and ${own}`, [agencyId, teamId, days]);
    }
    await client.query("commit");
  } finally {
    client.release();
  }
}
