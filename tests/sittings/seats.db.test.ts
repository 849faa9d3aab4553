import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { MEET_ALPHABET, readMeetCode } from "@/lib/domain/sittings/meet-code";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { castVote } from "@/lib/sittings/cast-vote";
import { addItems, endSitting, goToItem, openVote, revealVote, settleItem, setTimer } from "@/lib/sittings/conduct";
import { settleCurrent } from "@/lib/sittings/decide-item";
import { setMeetingRemoved } from "@/lib/meetings/change-meetings";
import { endLeftSittings } from "@/lib/sittings/end-left";
import { handOver, renewCode, setDeputies, setJoinable, startSitting, takeOver } from "@/lib/sittings/lead-sitting";
import { codeOf, findSittingByCode } from "@/lib/sittings/meet-codes";
import { listSeats } from "@/lib/sittings/read-sittings";
import { addToSharedSeat, findSeat, leaveSeat, readOwnSeat, takeSeat, takeSeatAway } from "@/lib/sittings/seats";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { query } from "@/tests/support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "@/tests/support/people";
import { beginVote, findByCode, readCurrent, readSitting, readState, readVote, sitDown, sitDownAs, startTestSitting, type TestSitting, WRITTEN } from "@/tests/support/sittings";
import { refTo } from "@/tests/support/tools";

const OWNER = process.env.DATABASE_OWNER_URL as string;
let fixture: AgencyFixture;
let sitting: TestSitting;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  sitting = await startTestSitting(fixture);
});
afterAll(closeConnections);

const as = (userId: string, sql: string, values: unknown[] = [], seatKey = "") =>
  withAgencyConnection({ agencyId: fixture.agencyId, userId }, async (client) => {
    await client.query("select set_config('app.seat_key', $1, true)", [seatKey]);
    return client.query(sql, values);
  });

describe("the code", () => {
  test("has no letter that is taken for another, and is read as people type it", async () => {
    const { codeNumber } = await readSitting(sitting);
    const code = codeOf(sitting.sittingId, codeNumber);
    expect([...code].every((letter) => MEET_ALPHABET.includes(letter))).toBe(true);
    expect(readMeetCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code);
    expect(readMeetCode("BSZ234")).toBe("852234");
    for (const typed of ["", "12345", "AAAAAA", "0O1IL0", `${code}2`, "2".repeat(100)]) expect(readMeetCode(typed)).toBeNull();
  });

  test("is nowhere in the database, nor a hash that can be searched without the site's secret", async () => {
    const { codeNumber } = await readSitting(sitting);
    const code = codeOf(sitting.sittingId, codeNumber);
    const [row] = await query<{ text: string; plain: boolean }>(OWNER, "select to_jsonb(s)::text as text, code_hash = sha256(convert_to($2, 'UTF8')) as plain from sitting s where id = $1", [sitting.sittingId, code]);
    expect(row).toMatchObject({ plain: false });
    expect(row?.text).not.toContain(code);
  });

  test("lets nobody in once it was renewed, closed to newcomers, twelve hours old or ended", async () => {
    const old = await findByCode(sitting);
    const before = codeOf(sitting.sittingId, (await readSitting(sitting)).codeNumber);
    await renewCode(sitting.facilitator, sitting.sittingId);
    expect(await findSittingByCode(before, "test")).toBeNull();
    await setJoinable(sitting.facilitator, sitting.sittingId, false);
    expect(await findByCode(sitting)).toMatchObject({ isJoinable: false });
    await expect(takeSeat(await findByCode(sitting), { names: ["Maria"] })).rejects.toThrow("takes no newcomers");
    // Whoever looked it up before it was closed is refused by the database.
    await expect(takeSeat(old, { names: ["Maria"] })).rejects.toThrow("violates row-level security policy");
    await setJoinable(sitting.facilitator, sitting.sittingId, true);
    await query(OWNER, "update sitting set started_at = now() - interval '13 hours' where id = $1", [sitting.sittingId]);
    expect(await findByCode(sitting)).toMatchObject({ isJoinable: false });
    const code = codeOf(sitting.sittingId, (await readSitting(sitting)).codeNumber);
    await endSitting(sitting.facilitator, sitting.sittingId);
    expect(await findSittingByCode(code, "test")).toBeNull();
  });
});

describe("a seat", () => {
  test("is known by its phone's secret alone, of which the database holds a hash", async () => {
    const seat = await sitDown(sitting, "Maria");
    expect(await findSeat("anything", "test")).toBeNull();
    expect(await findSeat(null, "test")).toBeNull();
    expect(JSON.stringify(await query(OWNER, "select * from sitting_seat"))).not.toContain(seat.key);
    expect(await readOwnSeat(seat)).toMatchObject({ names: ["Maria"], meetingHeldOn: "2026-12-03", isEnded: false });
  });

  test("that is taken away is out at once, and its vote that nobody saw goes with it", async () => {
    const roundId = await beginVote(sitting);
    const seats = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe")] as const;
    for (const seat of seats) await castVote(seat, { roundId, value: "4", turn: 1, turnKey: null });
    await takeSeatAway(sitting.facilitator, sitting.sittingId, seats[0].seatId);
    expect(await findSeat(seats[0].key, "test")).toBeNull();
    expect(await readOwnSeat(seats[0])).toBeNull();
    await expect(castVote(seats[0], { roundId, value: "5", turn: 1, turnKey: null })).rejects.toThrow("moved on");
    expect(await readVote(sitting)).toMatchObject({ voted: 1, of: 1 });
    // It can't be put back by anybody.
    await expect(as(sitting.facilitator.userId, "update sitting_seat set removed_at = null, removed_by = null where id = $1", [seats[0].seatId])).rejects.toThrow("taken away");
  });

  test("takes votes along that are on their way while it is given up or taken away: none is left of nobody, and the waiting is told right", async () => {
    const roundId = await beginVote(sitting);
    for (let index = 0; index < 3; index += 1) await sitDown(sitting, `Here ${index}`);
    const leaving = await Promise.all(Array.from({ length: 12 }, (_, index) => sitDown(sitting, `Gone ${index}`)));
    await Promise.allSettled(leaving.flatMap((seat, index) => [
      castVote(seat, { roundId, value: "4", turn: 1, turnKey: null }),
      index % 2 === 0 ? leaveSeat(seat) : takeSeatAway(sitting.facilitator, sitting.sittingId, seat.seatId),
    ]));
    expect(await readVote(sitting)).toMatchObject({ voted: 0, of: 3 });
    await expect(revealVote(sitting.facilitator, sitting.sittingId, 0)).rejects.toThrow("who is missing");
  });

  test("given up makes room for somebody else, also where the meeting is full", async () => {
    const found = await findByCode(sitting);
    await query(OWNER, `insert into sitting_seat (agency_id, team_id, id, sitting_id, names, key_hash, removed_at, removed_by)
      select $1, $2, gen_random_uuid(), $3, '{Gone}', sha256(n::text::bytea), now(), $4 from generate_series(1, 400) n`, [fixture.agencyId, fixture.teamId, sitting.sittingId, sitting.facilitator.userId]);
    await expect(takeSeat(found, { names: ["Maria"] })).resolves.toEqual(expect.any(String));
    await query(OWNER, `insert into sitting_seat (agency_id, team_id, id, sitting_id, names, key_hash)
      select $1, $2, gen_random_uuid(), $3, '{Here}', sha256(('here' || n)::bytea) from generate_series(1, 299) n`, [fixture.agencyId, fixture.teamId, sitting.sittingId]);
    await expect(takeSeat(found, { names: ["Joe"] })).rejects.toThrow("300 phones");
  });

  test("of a member who is removed in the middle of a vote counts no more, nor does their vote, nor are they waited for", async () => {
    const member = await addToTeam(fixture, "member");
    const seat = await sitDownAs(sitting, member);
    await sitDown(sitting, "Maria");
    const roundId = await beginVote(sitting);
    await castVote(seat, { roundId, value: "5", turn: 1, turnKey: null });
    expect(await readVote(sitting)).toMatchObject({ voted: 1, of: 2 });
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId, "agency-member:remove"), member.userId);
    expect(await readVote(sitting)).toMatchObject({ voted: 0, of: 1 });
  });

  test("of a member who leaves the team is out at once", async () => {
    const member = await addToTeam(fixture, "member");
    const seat = await sitDownAs(sitting, member);
    const roundId = await beginVote(sitting);
    await query(OWNER, "delete from team_member where user_id = $1", [member.userId]);
    expect(await readOwnSeat(seat)).toBeNull();
    await expect(castVote(seat, { roundId, value: "5", turn: 1, turnKey: null })).rejects.toThrow("moved on");
  });

  test("of a member goes along to the phone they hold now; they vote once", async () => {
    const member = await addToTeam(fixture, "member");
    const first = await sitDownAs(sitting, member);
    const roundId = await beginVote(sitting);
    await castVote(first, { roundId, value: "5", turn: 1, turnKey: null });
    const second = await sitDownAs(sitting, member);
    expect(second.seatId).toBe(first.seatId);
    expect(await findSeat(first.key, "test")).toBeNull();
    await expect(castVote(second, { roundId, value: "1", turn: 1, turnKey: null })).rejects.toThrow("voted already");
    expect(await readVote(sitting)).toMatchObject({ voted: 1, of: 1 });
  });

  test("is changed by its phone and taken away by the facilitator, and by nobody else", async () => {
    const [maria, joe] = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe")];
    await addToSharedSeat(maria, ["Ann"]);
    expect((await readOwnSeat(maria))?.names).toEqual(["Maria", "Ann"]);
    for (const sql of ["update sitting_seat set names = '{x}' where id = $1", "update sitting_seat set removed_at = now(), removed_by = id where id = $1"]) {
      expect((await as(joe.seatId, sql, [maria.seatId], joe.key)).rowCount).toBe(0);
      expect((await as(sitting.deputy.userId, sql, [maria.seatId])).rowCount).toBe(0);
    }
    await expect(as(sitting.facilitator.userId, "update sitting_seat set names = '{x}' where id = $1", [maria.seatId])).rejects.toThrow("names are another's");
    await expect(as(sitting.facilitator.userId, "update sitting_seat set key_hash = sha256('mine'::bytea) where id = $1", [maria.seatId], "mine")).rejects.toThrow("seat is another's");
    await expect(as(maria.seatId, "update sitting_seat set names = '{Zoe,Maria}' where id = $1", [maria.seatId], maria.key)).rejects.toThrow("names are another's");
    await expect(takeSeatAway(sitting.deputy, sitting.sittingId, maria.seatId)).rejects.toThrow("Somebody else leads");
  });

  test("shows who sat there, as they chose to be named", async () => {
    const member = await addToTeam(fixture, "member");
    await sitDown(sitting, "Maria", "Joe");
    await sitDownAs(sitting, member);
    expect(await listSeats(sitting.facilitator, sitting.sittingId)).toMatchObject([{ person: null, names: ["Maria", "Joe"] }, { person: { personId: member.userId }, names: [] }]);
    expect((await readState(sitting)).people).toBe(3);
  });
});

describe("who leads", () => {
  test("one sitting at a time in a meeting", async () => {
    await expect(startSitting(sitting.deputy, sitting.meetingId, [])).rejects.toThrow("running already");
  });

  test("a stored deputy goes on in the middle of a vote when the facilitator's device is gone; nothing is lost", async () => {
    const roundId = await beginVote(sitting);
    const seats = [await sitDown(sitting, "Maria"), await sitDown(sitting, "Joe"), await sitDown(sitting, "Ann")] as const;
    for (const seat of seats) await castVote(seat, { roundId, value: "4", turn: 1, turnKey: null });
    await takeOver(sitting.deputy, sitting.sittingId);
    await revealVote(sitting.deputy, sitting.sittingId, 0);
    expect(await readVote(sitting)).toMatchObject({ voted: 3, shown: { counts: [0, 0, 0, 3, 0] } });
    await expect(openVote(sitting.facilitator, sitting.sittingId)).rejects.toThrow("Somebody else leads");
    // Who led before can take it back.
    expect(await readSitting(sitting)).toMatchObject({ isYours: false, mayTakeOver: true });
  });

  test("nobody takes over by being present: not a member, not a partner; a lead of the team always may", async () => {
    for (const role of ["member", "partner"] as const) {
      const somebody = await teamContext(await addToTeam(fixture, role), fixture.teamId, "sitting:join");
      await expect(takeOver(somebody, sitting.sittingId)).rejects.toThrow("Somebody else leads");
    }
    const lead = await teamContext(await addToTeam(fixture, "lead"), fixture.teamId, "sitting:run");
    await takeOver(lead, sitting.sittingId);
    expect(await readSitting(sitting, lead)).toMatchObject({ isYours: true });
  });

  test("with as many deputies as there may be it can be taken over and handed on; the oldest of them makes room", async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => addToTeam(fixture, "member")));
    await setDeputies(sitting.facilitator, sitting.sittingId, many.map(({ userId }) => userId));
    const lead = await teamContext(await addToTeam(fixture, "lead"), fixture.teamId, "sitting:run");
    await takeOver(lead, sitting.sittingId);
    const next = await addToTeam(fixture, "member");
    await handOver(lead, sitting.sittingId, next.userId);
    const { deputyIds } = await readSitting(sitting);
    expect(deputyIds).toHaveLength(20);
    expect(deputyIds.slice(0, 2)).toEqual([lead.userId, sitting.facilitator.userId]);
  });

  test("that nobody ends is ended after a day, its votes and who voted destroyed; one of today goes on", async () => {
    const roundId = await beginVote(sitting);
    await castVote(await sitDown(sitting, "Maria"), { roundId, value: "4", turn: 1, turnKey: null });
    expect(await endLeftSittings()).toBe(0);
    await query(OWNER, "update sitting set started_at = now() - interval '25 hours' where id = $1", [sitting.sittingId]);
    expect(await endLeftSittings()).toBe(1);
    expect((await readSitting(sitting)).ended).toMatchObject({ by: { personId: sitting.facilitator.userId } });
    for (const table of ["round_rating", "round_rater"]) expect(await query(OWNER, `select 1 from ${table} where round_id = $1`, [roundId])).toEqual([]);
    expect(await endLeftSittings()).toBe(0);
  });

  test("a meeting is not removed while people sit in it", async () => {
    await expect(setMeetingRemoved(sitting.facilitator, sitting.meetingId, true)).rejects.toThrow("still running");
    await endSitting(sitting.facilitator, sitting.sittingId);
    await setMeetingRemoved(sitting.facilitator, sitting.meetingId, true);
  });

  test("it can be handed over, and comes back", async () => {
    await handOver(sitting.facilitator, sitting.sittingId, sitting.deputy.userId);
    expect(await readSitting(sitting, sitting.deputy)).toMatchObject({ isYours: true });
    await takeOver(sitting.facilitator, sitting.sittingId);
    expect(await readSitting(sitting)).toMatchObject({ isYours: true });
  });

  test("nobody of another agency reads or leads it", async () => {
    const other = await createAgencyFixture("Lakeside Fire");
    const stranger = await teamContext(other.admin, other.teamId, "sitting:run");
    for (const work of [() => takeOver(stranger, sitting.sittingId), () => endSitting(stranger, sitting.sittingId), () => goToItem(stranger, sitting.sittingId, null, true)]) await expect(work()).rejects.toThrow("Somebody else leads");
    expect(await listSeats(stranger, sitting.sittingId)).toEqual([]);
  });
});

test("the timer is stored, so that a screen that is loaded again goes on", async () => {
  await setTimer(sitting.facilitator, sitting.sittingId, 60);
  const { timerEndsAt, readAt } = await readState(sitting);
  expect(((timerEndsAt ?? 0) - readAt) / 1000).toBeGreaterThan(50);
  await setTimer(sitting.facilitator, sitting.sittingId, null);
  expect((await readState(sitting)).timerEndsAt).toBeNull();
});

test("what is not voted on shows what the scribe writes into the tool, and is kept with the meeting in its words", async () => {
  await addItems(sitting.facilitator, sitting.sittingId, [{ tool: refTo(8), itemId: WRITTEN }, { tool: refTo(8), itemId: WRITTEN }]);
  const { items } = await readSitting(sitting);
  expect(items).toHaveLength(3);
  await goToItem(sitting.facilitator, sitting.sittingId, items[2]?.id ?? null, false);
  await expect(openVote(sitting.facilitator, sitting.sittingId)).rejects.toThrow("not decided by a vote");
  await expect(settleCurrent(sitting.facilitator, sitting.meetingId, true)).rejects.toThrow("Nothing is written yet");
  await updateAnswersAsServer(sitting.deputy, refTo(8), { [WRITTEN]: "Nobody waits for help." });
  expect(await readCurrent(sitting)).toMatchObject({ kind: "other", phase: "waiting", answer: { text: "Nobody waits for help." } });
  await settleCurrent(sitting.facilitator, sitting.meetingId, true);
  expect(await readCurrent(sitting)).toMatchObject({ phase: "decided" });
  await settleItem(sitting.facilitator, sitting.sittingId, null);
  expect(await readCurrent(sitting)).toMatchObject({ phase: "waiting" });
});
