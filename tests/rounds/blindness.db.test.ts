import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { closeRound, revealRound } from "@/lib/rounds/move-round";
import { readOwnRatings, saveOwnNote, saveRating, setFinished, setOwnNoteShown } from "@/lib/rounds/own-ratings";
import { findRateLink, linkSecretOf, takeRateLink } from "@/lib/rounds/rate-links";
import { query } from "@/tests/support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture } from "@/tests/support/people";
import { FIRST, openTestRound, readRound, SECOND, type TestRound } from "@/tests/support/rounds";
import { refTo } from "@/tests/support/tools";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const CANARY = "heron-canary";
const DENIED = "permission denied";
const POLICY = "violates row-level security policy";
let fixture: AgencyFixture;
let round: TestRound;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  round = await openTestRound(fixture, { members: 3, guests: 2 });
  for (const [index, seat] of seats().entries()) {
    await saveRating(seat, refTo(9), FIRST, String(index + 1));
    await saveRating(seat, refTo(9), SECOND, "dk-unclear");
    await saveOwnNote(seat, FIRST, `${CANARY} ${index}`);
  }
});
afterAll(closeConnections);

const seats = () => [...round.raters, ...round.guests].map(({ seat }) => seat);

/** Runs as the application's role with this identity, and with the secret of a personal link where one is given. */
const as = (userId: string, sql: string, values: unknown[] = [], { key = "", agencyId = fixture.agencyId } = {}) =>
  withAgencyConnection({ agencyId, userId }, async (client) => {
    await client.query("select set_config('app.rater_key', $1, true)", [key]);
    return client.query(sql, values);
  });

/** Everybody else whose identity the application could set, by what they are. */
async function others(): Promise<(readonly [name: string, userId: string, extra?: { key?: string; agencyId?: string }])[]> {
  const stranger = await createAgencyFixture("Lakeside Fire");
  const viewer = await addToTeam(fixture, "viewer");
  const partner = await addToTeam(fixture, "partner", [9]);
  return [
    ["the lead", round.lead.userId],
    ["the admin", fixture.admin.userId],
    ["a viewer", viewer.userId],
    ["a partner", partner.userId],
    ["nobody", randomUUID()],
    ["a guest's id without the secret", round.guests[0]?.seat.raterId as string],
    ["the link that was handed over, by the lead", round.lead.userId, { key: linkSecretOf({ agencyId: fixture.agencyId, roundId: round.roundId, raterId: round.guests[0]?.seat.raterId as string }, 0) }],
    ["another agency", stranger.admin.userId, { agencyId: stranger.agencyId }],
  ];
}

/** Every row of every table that the application may read, as text. */
async function everythingAs(userId: string, extra?: { key?: string; agencyId?: string }): Promise<string> {
  const { rows } = await as(
    userId,
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege(current_user, c.oid, a.attnum, 'select')
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') group by c.relname`,
  );
  const texts: string[] = [];
  for (const { name, columns } of rows as { name: string; columns: string }[]) {
    const found = await as(userId, `select coalesce(string_agg(to_jsonb(t)::text, ' '), '') as text from (select ${columns} from ${name}) t`, [], extra);
    texts.push(found.rows[0].text);
  }
  return texts.join(" ");
}

describe("until the reveal, whoever's identity the application's role has,", () => {
  test("no other's rating or note is read", async () => {
    for (const [name, userId, extra] of await others()) {
      for (const table of ["round_rating", "round_note"]) expect({ name, rows: (await as(userId, `select * from ${table}`, [], extra)).rows }).toEqual({ name, rows: [] });
      expect({ name, hasCanary: (await everythingAs(userId, extra)).includes(CANARY) }).toEqual({ name, hasCanary: false });
    }
  });

  test("raters read their own and nobody else's", async () => {
    for (const [index, seat] of seats().entries()) {
      const { rows } = await as(seat.actorId, "select rater_id, value from round_rating where item_id = $1", [FIRST], { key: seat.key ?? "" });
      expect(rows).toEqual([{ rater_id: seat.raterId, value: String(index + 1) }]);
      expect((await everythingAs(seat.actorId, { key: seat.key ?? "" })).match(/heron-canary \d/g)).toEqual([`${CANARY} ${index}`]);
    }
  });

  test("no other's rating is changed, taken away or forged", async () => {
    for (const [name, userId, extra] of await others()) {
      for (const sql of ["update round_rating set value = '5'", "delete from round_rating", "update round_note set is_shown = true", "delete from round_note", "update round_rater set finished_at = now()"]) {
        expect({ name, sql, count: (await as(userId, sql, [], extra)).rowCount }).toEqual({ name, sql, count: 0 });
      }
      const forged = [fixture.agencyId, fixture.teamId, round.roundId, seats()[0]?.raterId, FIRST];
      await expect(as(userId, "insert into round_rating (agency_id, team_id, round_id, rater_id, item_id, value) values ($1, $2, $3, $4, $5, '5')", forged, extra)).rejects.toThrow("the link has ended");
    }
  });

  test("the functions tell nothing, and the counts can't be read past them", async () => {
    for (const [, userId, extra] of await others()) {
      for (const name of ["round_counts", "round_splits", "round_notes", "round_names"]) {
        expect((await as(userId, `select * from ${name}($1, $2)`, [fixture.teamId, round.roundId], extra)).rows).toEqual([]);
      }
    }
    for (const table of ["round_count", "round_split", "round_shown_note"]) {
      await expect(as(round.lead.userId, `select * from ${table}`)).rejects.toThrow(DENIED);
      await expect(as(round.lead.userId, `delete from ${table}`)).rejects.toThrow(DENIED);
    }
    await expect(as(round.lead.userId, "select bounded_counts($1, $2, $3)", [fixture.agencyId, fixture.teamId, round.roundId])).rejects.toThrow(DENIED);
  });

  test("the role that knows people reads no rating either", async () => {
    const identity = new pg.Client({ connectionString: process.env.DATABASE_AUTH_URL });
    await identity.connect();
    try {
      for (const table of ["round_rating", "round_note", "round_count", "rating_round"]) await expect(identity.query(`select * from ${table}`)).rejects.toThrow(DENIED);
    } finally {
      await identity.end();
    }
  });
});

describe("fixed at the opening", () => {
  test.each(["is_named = true", "is_split = true", "item_ids = '{}'", "until_on = now()", "deputy_id = null", "asked = 1", "opened_at = now()", "opened_by = null", "answered = 3", "revealed_by = null"])(
    "nobody changes %s",
    async (change) => {
      await expect(as(round.lead.userId, `update rating_round set ${change}`)).rejects.toThrow(DENIED);
    },
  );

  test("nobody is asked afterwards, and nobody is let go", async () => {
    const insert = "insert into round_rater (agency_id, team_id, round_id, id, user_id) values ($1, $2, $3, gen_random_uuid(), $4)";
    await expect(as(round.lead.userId, insert, [fixture.agencyId, fixture.teamId, round.roundId, fixture.admin.userId])).rejects.toThrow(POLICY);
    await expect(as(round.lead.userId, "delete from round_rater")).rejects.toThrow(DENIED);
    await expect(as(round.lead.userId, "update round_rater set side = 'safety'")).rejects.toThrow(DENIED);
  });

  test("a round is opened by a lead or admin, in their own name", async () => {
    const values = (openedBy: string) => [fixture.agencyId, fixture.teamId, randomUUID(), openedBy];
    const insert = "insert into rating_round (agency_id, team_id, id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, opened_by, asked) values ($1, $2, $3, 99, 'ps-cope', 'tool-9', 1, '{a}', false, false, $4, 1)";
    const member = round.raters[0]?.person.userId as string;
    await expect(as(member, insert, values(member))).rejects.toThrow(POLICY);
    await expect(as(round.lead.userId, insert, values(member))).rejects.toThrow(POLICY);
  });
});

describe("a personal link", () => {
  test("opens once; then only the link that its person was given leads to their ratings", async () => {
    const { seat, secret } = round.guests[0] as TestRound["guests"][number];
    const handed = linkSecretOf({ agencyId: fixture.agencyId, roundId: round.roundId, raterId: seat.raterId }, 0);
    expect((await findRateLink(handed))?.kind).toBe("used");
    expect((await findRateLink(secret))?.kind).toBe("own");
    expect(await findRateLink("nothing")).toBeNull();
    await expect(takeRateLink(handed)).rejects.toThrow("used already");
    await expect(takeRateLink(secret)).rejects.toThrow("used already");
    expect((await readOwnRatings({ ...seat, key: handed })).size).toBe(0);
    expect((await readOwnRatings(seat)).size).toBe(2);
  });

  test("ends on its day", async () => {
    await query(OWNER, "update round_rater set expires_at = now() where round_id = $1 and guest_name is not null", [round.roundId]);
    expect((await findRateLink(round.guests[0]?.secret as string))?.isExpired).toBe(true);
  });
});

describe("after the close of an unnamed round", () => {
  const missing = async () => (await readRound(round.lead, round.roundId)).missing;

  test("no row of any table, read by anybody, ties a value or a private note to a person", async () => {
    await setFinished(seats()[0] as NonNullable<ReturnType<typeof seats>[number]>, true);
    await revealRound(round.lead, round.roundId, await missing());
    await setOwnNoteShown(seats()[1] as NonNullable<ReturnType<typeof seats>[number]>, FIRST, true);
    await closeRound(round.lead, round.roundId);
    // The tables' owner, whom nothing is kept from.
    for (const table of ["round_rating", "round_note"]) expect(await query(OWNER, `select * from ${table} where round_id = $1`, [round.roundId])).toEqual([]);
    const tables = await query<{ name: string }>(OWNER, "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')");
    const people = [...seats().map(({ raterId }) => raterId), ...round.raters.map(({ person }) => person.userId)];
    for (const { name } of tables) {
      const rows = await query<{ text: string }>(OWNER, `select to_jsonb(t)::text as text from ${name} t`);
      for (const { text } of rows.filter((row) => row.text.includes(fixture.agencyId))) {
        const namesSomebody = people.some((id) => text.includes(id));
        // The round's own row says what is asked and names who opened it; no rater's row, audit row or key speaks of an item.
        if (name !== "rating_round") expect({ name, text, ties: namesSomebody && (text.includes(FIRST) || text.includes(SECOND) || text.includes(CANARY)) }).toMatchObject({ ties: false });
        if (text.includes(CANARY)) expect({ name, text: text.includes(`${CANARY} 1`) }).toEqual({ name: "round_shown_note", text: true });
      }
    }
    // What is left is counts, all of one moment and in the order of the items, so that neither tells of anybody.
    const counts = await query<{ item_id: string; value: string; n: number; xmin: string }>(OWNER, "select item_id, value, n, xmin::text from round_count where round_id = $1 order by ctid", [round.roundId]);
    expect(counts.map(({ item_id, value, n }) => [item_id, value, n])).toEqual([...["1", "2", "3", "4", "5"].map((value) => [FIRST, value, 1]), [SECOND, "dk-unclear", 5]]);
    expect(new Set(counts.map(({ xmin }) => xmin)).size).toBe(1);
    expect((await query<{ name: string }>(OWNER, "select column_name as name from information_schema.columns where table_name = 'round_count' order by 1")).map(({ name }) => name)).toEqual(["agency_id", "item_id", "n", "round_id", "team_id", "value"]);
    for (const seat of seats()) expect((await readOwnRatings(seat)).size).toBe(0);
  });

  test("nothing can be rated any more", async () => {
    await revealRound(round.lead, round.roundId, await missing());
    await closeRound(round.lead, round.roundId);
    for (const seat of seats()) await expect(saveRating(seat, refTo(9), FIRST, "5")).rejects.toThrow("moved on");
    await expect(closeRound(round.lead, round.roundId)).rejects.toThrow("moved on");
  });

  test("one that was called off shows nothing, ever", async () => {
    await closeRound(round.lead, round.roundId);
    expect(await readRound(round.lead, round.roundId)).toMatchObject({ state: "called-off", answered: null });
    expect((await as(round.lead.userId, "select * from round_counts($1, $2)", [fixture.teamId, round.roundId])).rows).toEqual([]);
    for (const table of ["round_rating", "round_note", "round_count", "round_shown_note"]) expect(await query(OWNER, `select * from ${table} where round_id = $1`, [round.roundId])).toEqual([]);
    await expect(revealRound(round.lead, round.roundId, 5)).rejects.toThrow("moved on");
  });
});

test("all of it works where the tables' owner is bound by row level security like anybody", async () => {
  const client = new pg.Client({ connectionString: OWNER });
  await client.connect();
  const set = (userId: string) => client.query("select set_config('app.agency_id', $1, true), set_config('app.user_id', $2, true)", [fixture.agencyId, userId]);
  try {
    await client.query("begin");
    await client.query(`create role plain_owner nologin; grant create, usage on schema public to plain_owner`);
    await client.query(`do $$ declare what text; begin
      for what in select format('alter table %I owner to plain_owner', tablename) from pg_tables where schemaname = 'public' loop execute what; end loop;
      for what in select format('alter function %s owner to plain_owner', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' loop execute what; end loop;
    end $$`);
    await client.query("set local role app_rt");
    await set(round.raters[0]?.person.userId as string);
    await client.query("update round_rating set value = '4' where item_id = $1", [FIRST]);
    await set(round.lead.userId);
    expect((await client.query("select * from round_counts($1, $2)", [fixture.teamId, round.roundId])).rows).toEqual([]);
    await client.query("savepoint before_the_link; update round_rater set link_number = 1, token_hash = sha256('next') where guest_name = 'Guest 1'");
    expect((await client.query("select 1 from round_rater where link_number = 1 and key_hash is null")).rowCount).toBe(1);
    await client.query("rollback to savepoint before_the_link");
    await client.query("update rating_round set revealed_at = now(), missing_at_reveal = 5 where id = $1", [round.roundId]);
    const counts = async () => (await client.query("select value, n from round_counts($1, $2) where item_id = $3", [fixture.teamId, round.roundId, FIRST])).rows;
    expect(await counts()).toEqual([{ value: "2", n: 1 }, { value: "3", n: 1 }, { value: "4", n: 2 }, { value: "5", n: 1 }]);
    await client.query("update rating_round set closed_at = now() where id = $1", [round.roundId]);
    expect(await counts()).toHaveLength(4);
    await set(round.raters[0]?.person.userId as string);
    expect((await client.query("select * from round_rating")).rows).toEqual([]);
  } finally {
    await client.query("rollback");
    await client.end();
  }
});
