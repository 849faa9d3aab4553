import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { buildReceipt, describeReceipt } from "@/lib/domain/rounds/receipt";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { revealRound } from "@/lib/rounds/move-round";
import { readOwnRatings, saveOwnNote, saveRating, setFinished } from "@/lib/rounds/own-ratings";
import { findRateLink, giveRateLinkAgain, linkSecretOf, takeRateLink } from "@/lib/rounds/rate-links";
import { listRaters } from "@/lib/rounds/read-rounds";
import { query } from "@/tests/support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "@/tests/support/people";
import { FIRST, openTestRound, readRound, SECOND, type TestRound } from "@/tests/support/rounds";
import { refTo } from "@/tests/support/tools";

const OWNER = process.env.DATABASE_OWNER_URL as string;
let fixture: AgencyFixture;
let round: TestRound;
let guest: TestRound["guests"][number];

beforeEach(async () => {
  fixture = await createAgencyFixture();
  round = await openTestRound(fixture, { members: 3, guests: 2 });
  guest = round.guests[0] as TestRound["guests"][number];
  for (const { seat } of round.guests) {
    await saveRating(seat, refTo(9), FIRST, "4");
    await saveOwnNote(seat, FIRST, "heron");
    await setFinished(seat, true);
  }
});
afterAll(closeConnections);

const place = (linkNumber = 0) => ({ roundId: round.roundId, raterId: guest.seat.raterId, linkNumber });
const secret = (linkNumber: number) => linkSecretOf({ agencyId: fixture.agencyId, roundId: round.roundId, raterId: guest.seat.raterId }, linkNumber);
const stored = (table: string) => query<{ rater_id: string }>(OWNER, `select rater_id from ${table} where round_id = $1`, [round.roundId]);
const lineOf = async (raterId: string) => (await listRaters(round.lead, round.roundId)).find(({ id }) => id === raterId);

describe("a personal link that is given again", () => {
  test("ends the old one, and leads to nothing that was rated with it: that is destroyed, others’ stays", async () => {
    await giveRateLinkAgain(round.lead, place());
    expect(await findRateLink(guest.secret)).toBeNull();
    expect(await findRateLink(secret(0))).toBeNull();
    for (const table of ["round_rating", "round_note"]) expect((await stored(table)).map(({ rater_id }) => rater_id)).toEqual([round.guests[1]?.seat.raterId]);
    expect(await lineOf(guest.seat.raterId)).toMatchObject({ hasFinished: false, isLinkUnused: true, linkNumber: 1 });
    expect((await findRateLink(secret(1)))?.kind).toBe("handed");
    const own = { ...guest.seat, key: await takeRateLink(secret(1)) };
    expect((await readOwnRatings(own)).size).toBe(0);
    await saveRating(own, refTo(9), FIRST, "1");
    expect((await readOwnRatings(own)).get(FIRST)?.value).toBe("1");
    await expect(saveRating(guest.seat, refTo(9), FIRST, "5")).rejects.toThrow();
    expect((await readOwnRatings(guest.seat)).size).toBe(0);
  });

  test("is said on the receipt", async () => {
    await giveRateLinkAgain(round.lead, place());
    await giveRateLinkAgain(round.lead, place(1));
    const lines = describeReceipt(buildReceipt(await readRound(round.lead, round.roundId), "Tool 9", new Map()), { timeZone: "America/New_York", name: "Eastern Time" });
    expect(lines).toContainEqual(["Personal links given again", "2. What was rated with the lost links was deleted unread."]);
  });

  test("is given once for each time that it was asked for", async () => {
    const both = await Promise.allSettled([giveRateLinkAgain(round.lead, place()), giveRateLinkAgain(round.lead, place())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lineOf(guest.seat.raterId)).toMatchObject({ linkNumber: 1 });
  });

  test("is not given after the reveal, when the dots are seen", async () => {
    await revealRound(round.lead, round.roundId, 3);
    await expect(giveRateLinkAgain(round.lead, place())).rejects.toThrow("moved on");
    expect(await stored("round_rating")).toHaveLength(2);
  });

  test("is not given by a member, for a member, or by another agency; and nothing is destroyed by trying", async () => {
    const member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "round:rate");
    const stranger = await createAgencyFixture("Lakeside Fire");
    await expect(giveRateLinkAgain(member, place())).rejects.toThrow();
    await expect(giveRateLinkAgain(await teamContext(stranger.admin, stranger.teamId), place())).rejects.toThrow();
    await expect(giveRateLinkAgain(round.lead, { ...place(), raterId: round.raters[0]?.seat.raterId as string })).rejects.toThrow();
    expect(await stored("round_rating")).toHaveLength(2);
  });

  test("cannot be had of the database without it: no other change of a guest’s row is a lead’s", async () => {
    const as = (sql: string, values: unknown[]) => withAgencyConnection({ agencyId: fixture.agencyId, userId: round.lead.userId }, (client) => client.query(sql, values));
    const id = guest.seat.raterId;
    expect((await as("update round_rater set key_hash = sha256('mine') where id = $1", [id])).rowCount).toBe(0);
    expect((await as("update round_rater set token_hash = sha256('mine'), key_hash = null where id = $1", [id])).rowCount).toBe(0);
    expect((await as("update round_rater set finished_at = null where id = $1", [id])).rowCount).toBe(0);
    await expect(as("update round_rater set link_number = 1 where id = $1", [id])).rejects.toThrow("no new link");
    await expect(as("update round_rater set link_number = 5, token_hash = sha256('mine') where id = $1", [id])).rejects.toThrow("no new link");
    // What a new link leads to is empty, whatever else is asked for with it.
    await as("update round_rater set link_number = 1, token_hash = sha256('mine'), key_hash = sha256('mine'), finished_at = now() where id = $1", [id]);
    expect(await query(OWNER, "select key_hash, finished_at from round_rater where id = $1", [id])).toEqual([{ key_hash: null, finished_at: null }]);
    expect((await stored("round_rating")).map(({ rater_id }) => rater_id)).not.toContain(id);
  });

  test("a rating that is being saved with the old link meanwhile is refused, or destroyed with the rest", async () => {
    const { agencyId, teamId } = fixture;
    const { raterId } = guest.seat;
    const rater = new pg.Client({ connectionString: process.env.DATABASE_RUNTIME_URL });
    await rater.connect();
    try {
      const insert = (item: string) =>
        rater.query("insert into round_rating (agency_id, team_id, round_id, rater_id, item_id, value) values ($1, $2, $3, $4, $5, '3')", [agencyId, teamId, round.roundId, raterId, item]);
      const begin = () => rater.query(`begin; select set_config('app.agency_id', '${agencyId}', true), set_config('app.user_id', '${raterId}', true), set_config('app.rater_key', '${guest.secret}', true)`);
      // It came first: the new link waits until it is committed, and takes it along.
      await begin();
      await insert(SECOND);
      const giving = giveRateLinkAgain(round.lead, place());
      await waitForLock();
      await rater.query("commit");
      await giving;
      expect((await stored("round_rating")).map(({ rater_id }) => rater_id)).not.toContain(raterId);
      // It came while the new link was being given: it waits, and finds that it has ended.
      const lead = new pg.Client({ connectionString: process.env.DATABASE_RUNTIME_URL });
      await lead.connect();
      guest = { ...guest, secret: await takeRateLink(secret(1)) };
      await lead.query(`begin; select set_config('app.agency_id', '${agencyId}', true), set_config('app.user_id', '${round.lead.userId}', true)`);
      await lead.query("update round_rater set link_number = 2, token_hash = sha256('next') where id = $1", [raterId]);
      await begin();
      const late = insert(SECOND);
      await Promise.all([expect(late).rejects.toThrow("the link has ended"), waitForLock().then(() => lead.query("commit"))]);
      await lead.end();
      expect((await stored("round_rating")).map(({ rater_id }) => rater_id)).not.toContain(raterId);
    } finally {
      await rater.end();
    }
  });
});

/** Until somebody waits for somebody in this database. */
async function waitForLock(): Promise<void> {
  await expect.poll(async () => (await query<{ n: string }>(OWNER, "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))[0]?.n).toBe("1");
}
