import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { listDecidedItems } from "@/lib/rounds/decide";
import { findRound, listRounds } from "@/lib/rounds/read-rounds";
import { castVote, readOwnVote } from "@/lib/sittings/cast-vote";
import { endSitting, goToItem, openVote, revealVote } from "@/lib/sittings/conduct";
import { decideVote } from "@/lib/sittings/decide-item";
import { addToSharedSeat, type SeatPlace } from "@/lib/sittings/seats";
import { query } from "@/tests/support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture } from "@/tests/support/people";
import { FIRST } from "@/tests/support/rounds";
import { beginVote, readCurrent, readSitting, readState, readVote, sitDown, startTestSitting, type TestSitting } from "@/tests/support/sittings";
import { refTo } from "@/tests/support/tools";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const POLICY = "violates row-level security policy";
const DENIED = "permission denied";
const MOVED_ON = "moved on";
let fixture: AgencyFixture;
let sitting: TestSitting;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  sitting = await startTestSitting(fixture);
});
afterAll(closeConnections);

const vote = (seat: SeatPlace, roundId: string, value: string, { turn = 1, turnKey = null as string | null } = {}) => castVote(seat, { roundId, value, turn, turnKey });
const reveal = (missing = 0) => revealVote(sitting.facilitator, sitting.sittingId, missing);
const as = (userId: string, sql: string, values: unknown[] = [], { agencyId = fixture.agencyId, seatKey = "", raterKey = "" } = {}) =>
  withAgencyConnection({ agencyId, userId }, async (client) => {
    await client.query("select set_config('app.seat_key', $1, true), set_config('app.rater_key', $2, true)", [seatKey, raterKey]);
    return client.query(sql, values);
  });

describe("before the reveal", () => {
  test("every other identity reads no vote: the facilitator, the deputy, an admin, another phone, another agency", async () => {
    const roundId = await beginVote(sitting);
    const seats = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe"), await sitDown(sitting, "Ann")];
    for (const [index, seat] of seats.entries()) await vote(seat, roundId, String(index + 1));
    const viewer = await addToTeam(fixture, "viewer");
    const stranger = await createAgencyFixture("Lakeside Fire");
    const others: [string, Parameters<typeof as>[3]?][] = [
      [sitting.facilitator.userId], [sitting.deputy.userId], [fixture.admin.userId], [viewer.userId], [randomUUID()],
      [seats[0]?.seatId as string], [seats[1]?.seatId as string, { seatKey: seats[1]?.key as string, raterKey: seats[1]?.key as string }],
      [stranger.admin.userId, { agencyId: stranger.agencyId }],
    ];
    for (const [userId, extra] of others) {
      expect((await as(userId, "select * from round_rating", [], extra)).rows).toEqual([]);
      expect((await as(userId, "select * from round_counts($1, $2)", [fixture.teamId, roundId], extra)).rows).toEqual([]);
      for (const sql of ["update round_rating set value = '5'", "delete from round_rating"]) expect((await as(userId, sql, [], extra)).rowCount).toBe(0);
    }
    await expect(as(sitting.facilitator.userId, "select * from round_count")).rejects.toThrow(DENIED);
    expect(await readVote(sitting)).toMatchObject({ voted: 3, of: 3, shown: null });
    expect(JSON.stringify(await readState(sitting))).not.toContain("Maria");
    expect(await readOwnVote(seats[1] as SeatPlace, roundId)).toEqual({ roundId, value: "2", turns: [1] });
  });

  test("nobody votes for another's seat, or with a seat of another sitting", async () => {
    const roundId = await beginVote(sitting);
    const [maria, joe] = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe")];
    const insert = "insert into round_rater (agency_id, team_id, round_id, id, seat_id, turn, token_hash) values ($1, $2, $3, gen_random_uuid(), $4, 1, sha256('mine'::bytea))";
    const forged = [fixture.agencyId, fixture.teamId, roundId, maria.seatId];
    await expect(as(sitting.facilitator.userId, insert, forged, { raterKey: "mine" })).rejects.toThrow(POLICY);
    await expect(as(joe.seatId, insert, forged, { seatKey: joe.key, raterKey: "mine" })).rejects.toThrow(POLICY);
    const elsewhere = await startTestSitting(fixture);
    const stranger = await sitDown(elsewhere, "Ann");
    await expect(vote(stranger, roundId, "3")).rejects.toThrow(MOVED_ON);
    await expect(as(stranger.seatId, insert, [...forged.slice(0, 3), stranger.seatId], { seatKey: stranger.key, raterKey: "mine" })).rejects.toThrow(POLICY);
  });

  test("only whoever leads the sitting opens and reveals a vote, asked by the database too", async () => {
    const roundId = await beginVote(sitting);
    await expect(openVote(sitting.deputy, sitting.sittingId)).rejects.toThrow("Somebody else leads this meeting now");
    await expect(revealVote(sitting.deputy, sitting.sittingId, 0)).rejects.toThrow("Somebody else leads this meeting now");
    for (const userId of [sitting.deputy.userId, fixture.admin.userId]) {
      expect((await as(userId, "update rating_round set revealed_at = now(), missing_at_reveal = 0 where id = $1", [roundId])).rowCount).toBe(0);
    }
  });
});

describe("a vote is counted once", () => {
  test("however often it is sent, at the same time too, and the last choice stands", async () => {
    const roundId = await beginVote(sitting);
    const seat = await sitDown(sitting, "Maria");
    await Promise.all(Array.from({ length: 8 }, () => vote(seat, roundId, "4")));
    await vote(seat, roundId, "2");
    await vote(seat, roundId, "2");
    expect(await readVote(sitting)).toMatchObject({ voted: 1, of: 1 });
    expect(await query(OWNER, "select value from round_rating where round_id = $1", [roundId])).toEqual([{ value: "2" }]);
  });

  test("people who share a phone vote in turn; it forgets each, and no turn is had twice", async () => {
    const roundId = await beginVote(sitting);
    const phone = await sitDown(sitting, "Maria", "Joe", "Ann");
    await vote(phone, roundId, "1", { turn: 1, turnKey: "first" });
    await vote(phone, roundId, "2", { turn: 2, turnKey: "second" });
    // Sent again, because no answer came.
    await vote(phone, roundId, "2", { turn: 2, turnKey: "second" });
    await expect(vote(phone, roundId, "5", { turn: 1, turnKey: "somebody else's" })).rejects.toThrow("voted already");
    await expect(vote(phone, roundId, "5", { turn: 4, turnKey: "fourth" })).rejects.toThrow(MOVED_ON);
    expect(await readVote(sitting)).toMatchObject({ voted: 2, of: 3 });
    expect(await readOwnVote(phone, roundId)).toEqual({ roundId, value: null, turns: [1, 2] });
  });

  test.each(["6", "yes", "late", ""])("%s is no answer", async (value) => {
    const roundId = await beginVote(sitting);
    await expect(vote(await sitDown(sitting, "Maria"), roundId, value)).rejects.toThrow("Choose one of the answers.");
  });
});

describe("the reveal", () => {
  test("with people missing takes a second press by somebody who has seen how many; fewer may be missing by then", async () => {
    const roundId = await beginVote(sitting);
    const seats = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe"), await sitDown(sitting, "Ann"), await sitDown(sitting, "Lee")];
    await vote(seats[0] as SeatPlace, roundId, "1");
    await expect(reveal(2)).rejects.toThrow("Look again at who is missing");
    await vote(seats[1] as SeatPlace, roundId, "2");
    await vote(seats[2] as SeatPlace, roundId, "5");
    await reveal(3);
    expect(await readVote(sitting)).toMatchObject({ voted: 3, of: 4, missing: 1, shown: { rated: 3, counts: [1, 1, 0, 0, 1] } });
    await reveal(0);
  });

  test("shows nothing below three", async () => {
    const roundId = await beginVote(sitting);
    for (const name of ["Maria", "Joe"]) await vote(await sitDown(sitting, name), roundId, "2");
    await reveal();
    expect((await readVote(sitting)).shown).toMatchObject({ rated: 2, counts: null, agreement: null });
  });

  test("late votes of those who sat there are taken and not shown at once; who came after it has seen the dots", async () => {
    const roundId = await beginVote(sitting);
    const [one, two, three, late] = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe"), await sitDown(sitting, "Ann"), await sitDown(sitting, "Lee")];
    for (const seat of [one, two, three]) await vote(seat, roundId, "3");
    await reveal(1);
    await expect(vote(one, roundId, "5")).rejects.toThrow("shown before this answer came");
    expect(await vote(late, roundId, "5")).toEqual({ isLate: true });
    await expect(vote(await sitDown(sitting, "Newcomer"), roundId, "1")).rejects.toThrow(MOVED_ON);
    expect(await readVote(sitting)).toMatchObject({ voted: 3, missing: 1, shown: { counts: [0, 0, 3, 0, 0] } });
    await goToItem(sitting.facilitator, sitting.sittingId, null, false);
    await goToItem(sitting.facilitator, sitting.sittingId, (await readSitting(sitting)).items[0]?.id ?? null, false);
    expect((await readVote(sitting)).shown).toMatchObject({ counts: [0, 0, 3, 0, 0], lateHidden: 1 });
  });
});

test("nobody who comes to a shared phone after the reveal votes: they have seen the dots; who was there may", async () => {
  const roundId = await beginVote(sitting);
  for (const name of ["Maria", "Joe", "Ann"]) await vote(await sitDown(sitting, name), roundId, "3");
  const phone = await sitDown(sitting, "Lee", "Kim");
  await vote(phone, roundId, "3", { turn: 1, turnKey: "lee" });
  await reveal(1);
  await addToSharedSeat(phone, ["One", "Two"]);
  for (const turn of [3, 4]) await expect(vote(phone, roundId, "5", { turn, turnKey: `new ${turn}` })).rejects.toThrow(MOVED_ON);
  expect(await vote(phone, roundId, "5", { turn: 2, turnKey: "kim" })).toEqual({ isLate: true });
});

test("a phone that others come to forgets what its first person voted, and takes no vote without a turn of its own", async () => {
  const roundId = await beginVote(sitting);
  const phone = await sitDown(sitting, "Ann");
  await vote(phone, roundId, "2");
  expect((await readOwnVote(phone, roundId)).value).toBe("2");
  await addToSharedSeat(phone, ["Bo"]);
  expect(await readOwnVote(phone, roundId)).toEqual({ roundId, value: null, turns: [1] });
  await expect(vote(phone, roundId, "5")).rejects.toThrow("Several people share this phone");
  await vote(phone, roundId, "4", { turn: 2, turnKey: "bo" });
  expect(await readVote(sitting)).toMatchObject({ voted: 2, of: 2 });
});

describe("when the meeting goes on", () => {
  test("the tie between people and votes is destroyed, and who voted is forgotten", async () => {
    const roundId = await beginVote(sitting);
    for (const name of ["Maria", "Joe", "Ann"]) await vote(await sitDown(sitting, name), roundId, "4");
    await reveal();
    await goToItem(sitting.facilitator, sitting.sittingId, (await readSitting(sitting)).items[1]?.id ?? null, false);
    for (const table of ["round_rating", "round_rater"]) expect(await query(OWNER, `select * from ${table} where round_id = $1`, [roundId])).toEqual([]);
    expect(await query(OWNER, "select item_id, value, n from round_count where round_id = $1", [roundId])).toEqual([{ item_id: FIRST, value: "4", n: 3 }]);
  });

  test("votes that were not revealed are only given up on a second press, and destroyed unseen", async () => {
    const roundId = await beginVote(sitting);
    const seat = await sitDown(sitting, "Maria");
    await vote(seat, roundId, "4");
    const next = (await readSitting(sitting)).items[1]?.id ?? null;
    await expect(goToItem(sitting.facilitator, sitting.sittingId, next, false)).rejects.toThrow("The vote is still open");
    await goToItem(sitting.facilitator, sitting.sittingId, next, true);
    expect(await query(OWNER, "select * from round_rating where round_id = $1", [roundId])).toEqual([]);
    await expect(vote(seat, roundId, "5")).rejects.toThrow(MOVED_ON);
  });

  test("a second vote is a new round, and the first stays", async () => {
    const first = await beginVote(sitting);
    const seats = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe"), await sitDown(sitting, "Ann")];
    for (const seat of seats) await vote(seat, first, "1");
    await reveal();
    await openVote(sitting.facilitator, sitting.sittingId);
    const second = await readVote(sitting);
    expect(second).toMatchObject({ isAgain: true, voted: 0, of: 3, shown: null });
    expect(second.roundId).not.toBe(first);
    expect(await query(OWNER, "select value, n from round_count where round_id = $1", [first])).toEqual([{ value: "1", n: 3 }]);
    for (const seat of seats) await vote(seat, second.roundId, "5");
    await reveal();
    expect((await readVote(sitting)).shown).toMatchObject({ counts: [0, 0, 0, 0, 3] });
  });

  test("the end destroys what was not revealed, and nobody votes any more", async () => {
    const roundId = await beginVote(sitting);
    const seat = await sitDown(sitting, "Maria");
    await vote(seat, roundId, "4");
    await endSitting(sitting.facilitator, sitting.sittingId);
    expect(await query(OWNER, "select * from round_rating where round_id = $1", [roundId])).toEqual([]);
    await expect(vote(seat, roundId, "5")).rejects.toThrow(MOVED_ON);
    expect(await readState(sitting)).toMatchObject({ isEnded: true });
  });
});

test("a decision is an ordinary answer of the tool that names the meeting, and the vote is none of the team's rounds", async () => {
  const roundId = await beginVote(sitting);
  for (const name of ["Maria", "Joe", "Ann"]) await vote(await sitDown(sitting, name), roundId, "2");
  await expect(decideVote(sitting.deputy, roundId, { itemId: FIRST, value: "3", rationale: "", dissent: "" })).rejects.toThrow("after the reveal");
  await reveal();
  await decideVote(sitting.deputy, roundId, { itemId: FIRST, value: "3", rationale: "Two policies were read.", dissent: "" });
  expect((await getTeamAnswers(sitting.facilitator, [refTo(9)])).answers[FIRST]).toBe(3);
  expect(await readCurrent(sitting)).toMatchObject({ phase: "decided", decision: { value: "3", rationale: "Two policies were read." } });
  expect((await listDecidedItems(sitting.facilitator, refTo(9))).get(FIRST)).toEqual({ roundId, number: 1, meeting: { id: sitting.meetingId, heldOn: "2026-12-03" } });
  expect(await listRounds(sitting.facilitator)).toEqual([]);
  expect(await findRound(sitting.facilitator, roundId)).toBeNull();
});
