import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { FORMER_NAME_ID } from "@/lib/domain/people/person";
import { ROUND_LIMITS } from "@/lib/domain/rounds/round";
import { RATING_SCALE } from "@/lib/domain/rounds/round-values";
import { type ShownCount, showItem } from "@/lib/domain/rounds/shown-item";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { listDecidedItems, readDecisions, recordDecision } from "@/lib/rounds/decide";
import { closeRound, revealRound } from "@/lib/rounds/move-round";
import { type RaterSeat, readOwnRatings, saveOwnNote, saveRating, setFinished, setOwnNoteShown } from "@/lib/rounds/own-ratings";
import { findRound, listOpenRounds, listRaters, listRounds } from "@/lib/rounds/read-rounds";
import { loadShownRound } from "@/lib/rounds/shown-round";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { query } from "@/tests/support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "@/tests/support/people";
import { FIRST, openTestRound, readRound, SECOND, type TestRound, undoStanding } from "@/tests/support/rounds";
import { startTestSitting } from "@/tests/support/sittings";
import { seededRandom } from "@/tests/support/seeded-random";
import { getTool, refTo } from "@/tests/support/tools";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const TOOL = refTo(9);
let fixture: AgencyFixture;
beforeEach(async () => {
  fixture = await createAgencyFixture();
});
afterAll(closeConnections);

const rate = (seat: RaterSeat, value: string, item = FIRST) => saveRating(seat, TOOL, item, value);
const shownItem = async ({ lead, roundId }: TestRound, item = FIRST) => (await loadShownRound(lead, await readRound(lead, roundId)))?.items.get(item);
const missing = async ({ lead, roundId }: TestRound) => (await readRound(lead, roundId)).missing;
const reveal = async (round: TestRound) => revealRound(round.lead, round.roundId, await missing(round));

describe("rating alone", () => {
  test("a rating is saved, changed, taken away and found again", async () => {
    const { raters: [{ seat }] } = (await openTestRound(fixture)) as TestRound & { raters: [TestRound["raters"][number]] };
    await rate(seat, "2");
    await rate(seat, "4");
    await rate(seat, "dk-unclear", SECOND);
    await saveOwnNote(seat, SECOND, "On weekends nobody answers.");
    expect(Object.fromEntries(await readOwnRatings(seat))).toEqual({
      [FIRST]: { value: "4", note: "", isNoteShown: false, isLate: false },
      [SECOND]: { value: "dk-unclear", note: "On weekends nobody answers.", isNoteShown: false, isLate: false },
    });
    await rate(seat, "", FIRST);
    expect([...(await readOwnRatings(seat)).keys()]).toEqual([SECOND]);
  });

  test.each([["6"], ["yes"], ["late"], ["rated"]])("%s is no rating", async (value) => {
    const { raters: [rater] } = await openTestRound(fixture);
    await expect(rate(rater?.seat as RaterSeat, value)).rejects.toThrow("Choose one of the answers.");
  });

  test("an item that the round does not ask is refused", async () => {
    const { raters: [rater] } = await openTestRound(fixture);
    await expect(rate(rater?.seat as RaterSeat, "3", "t9-i2-1")).rejects.toThrow("does not ask about that");
    await expect(saveOwnNote(rater?.seat as RaterSeat, "t9-i2-1", "Words")).rejects.toThrow("does not ask about that");
  });

  test("who has finished is visible, to the lead too", async () => {
    const round = await openTestRound(fixture);
    await setFinished(round.raters[0]?.seat as RaterSeat, true);
    expect(await readRound(round.lead, round.roundId)).toMatchObject({ asked: 3, finished: 1, state: "open" });
    await setFinished(round.raters[0]?.seat as RaterSeat, false);
    expect((await readRound(round.lead, round.roundId)).finished).toBe(0);
  });
});

test("rounds are numbered for themselves: votes of meetings take none of their numbers, nor their room", async () => {
  const sitting = await startTestSitting(fixture);
  for (const number of [1, 2, ROUND_LIMITS.rounds]) {
    await query(
      OWNER,
      `insert into rating_round (agency_id, team_id, id, sitting_id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, opened_by, asked)
       values ($1, $2, gen_random_uuid(), $3, $4, 'ps-cope', 'tool-9', 1, $5, false, false, $6, 0)`,
      [fixture.agencyId, fixture.teamId, sitting.sittingId, number, [FIRST], fixture.admin.userId],
    );
  }
  const first = await openTestRound(fixture);
  const second = await openTestRound(fixture);
  expect([(await readRound(first.lead, first.roundId)).number, (await readRound(second.lead, second.roundId)).number]).toEqual([1, 2]);
});

describe("the reveal", () => {
  test("with people missing only for who says how many", async () => {
    const round = await openTestRound(fixture);
    await setFinished(round.raters[0]?.seat as RaterSeat, true);
    await expect(revealRound(round.lead, round.roundId, 0)).rejects.toThrow("Look again at who is missing");
    await revealRound(round.lead, round.roundId, 2);
    expect(await readRound(round.lead, round.roundId)).toMatchObject({ state: "revealed", missingAtReveal: 2, answered: 0 });
  });

  test("by a lead, an admin or the stored deputy, and by nobody else", async () => {
    const deputy = await addToTeam(fixture, "member");
    const round = await openTestRound(fixture, { deputyId: deputy.userId });
    const member = round.raters[0]?.context as TestRound["lead"];
    await expect(revealRound(member, round.roundId, 3)).rejects.toThrow("Only a team lead");
    await expect(closeRound(member, round.roundId)).rejects.toThrow("Only a team lead");
    await revealRound(await teamContext(deputy, fixture.teamId, "round:reveal"), round.roundId, 3);
    await closeRound(await teamContext(fixture.admin, fixture.teamId, "round:reveal"), round.roundId);
    const { revealed, closed } = await readRound(round.lead, round.roundId);
    expect([revealed?.by.personId, closed?.by.personId]).toEqual([deputy.userId, fixture.admin.userId]);
  });

  test("does not wait for who left the agency", async () => {
    const round = await openTestRound(fixture);
    await query(OWNER, "delete from membership where user_id = $1", [round.raters[0]?.person.userId]);
    expect(await readRound(round.lead, round.roundId)).toMatchObject({ asked: 3, missing: 2 });
    await reveal(round);
    expect(await readRound(round.lead, round.roundId)).toMatchObject({ state: "revealed", missingAtReveal: 2 });
  });

  test("happens once, and what was rated before stands from then on", async () => {
    const round = await openTestRound(fixture, { members: 4 });
    const [a, b, c, d] = round.raters.map(({ seat }) => seat) as [RaterSeat, RaterSeat, RaterSeat, RaterSeat];
    await rate(a, "1");
    await rate(b, "1");
    await rate(c, "5");
    await reveal(round);
    await expect(reveal(round)).rejects.toThrow("moved on");
    await expect(rate(a, "5")).rejects.toThrow("What you rated before stands");
    await expect(rate(a, "")).rejects.toThrow("What you rated before stands");
    await rate(a, "3", SECOND);
    await rate(a, "4", SECOND);
    await rate(d, "5");
    expect(await shownItem(round)).toMatchObject({ rated: 3, counts: [2, 0, 0, 0, 1] });
    expect(await shownItem(round, SECOND)).toMatchObject({ rated: 0, counts: null });
    expect((await readOwnRatings(a)).get(SECOND)).toMatchObject({ value: "4", isLate: true });
  });

  test("a rater who leaves the agency afterwards does not change what is shown", async () => {
    const round = await openTestRound(fixture, { members: 4 });
    for (const [index, { seat }] of round.raters.entries()) await rate(seat, String(index + 1));
    await reveal(round);
    const before = await shownItem(round);
    await query(OWNER, "delete from membership where user_id = $1", [round.raters[0]?.person.userId]);
    expect(await shownItem(round)).toEqual(before);
    await closeRound(round.lead, round.roundId);
    expect(await shownItem(round)).toEqual(before);
  });
});

describe("late ratings", () => {
  const values = (round: TestRound, from: number, to: number, value: string) => Promise.all(round.raters.slice(from, to).map(({ seat }) => rate(seat, value)));

  test("three join at the close, together", async () => {
    const round = await openTestRound(fixture, { members: 6 });
    await values(round, 0, 3, "2");
    await reveal(round);
    await values(round, 3, 6, "5");
    expect(await shownItem(round)).toMatchObject({ rated: 3, counts: [0, 3, 0, 0, 0], lateHidden: 0 });
    await closeRound(round.lead, round.roundId);
    expect(await shownItem(round)).toMatchObject({ rated: 6, counts: [0, 3, 0, 0, 3], lateHidden: 0 });
    expect(await readRound(round.lead, round.roundId)).toMatchObject({ answered: 3, answeredLate: 3 });
  });

  test("two are counted, not shown, and forgotten", async () => {
    const round = await openTestRound(fixture, { members: 5 });
    await values(round, 0, 3, "2");
    await reveal(round);
    await values(round, 3, 5, "5");
    await closeRound(round.lead, round.roundId);
    expect(await shownItem(round)).toMatchObject({ rated: 3, counts: [0, 3, 0, 0, 0], lateHidden: 2 });
    expect(await query(OWNER, "select value, n from round_count where round_id = $1 order by value", [round.roundId])).toEqual([{ value: "2", n: 3 }, { value: "late", n: 2 }]);
  });

  test("one among two D/K joins no dots: it would have a name", async () => {
    const round = await openTestRound(fixture, { members: 6 });
    await values(round, 0, 3, "2");
    await reveal(round);
    await values(round, 3, 4, "5");
    await values(round, 4, 6, "dk-unknown");
    await closeRound(round.lead, round.roundId);
    expect(await shownItem(round)).toMatchObject({ rated: 3, counts: [0, 3, 0, 0, 0], lateHidden: 3 });
  });

  test("are finished before the close; nobody finishes a round that is closed", async () => {
    const round = await openTestRound(fixture);
    await setFinished(round.raters[0]!.seat, true);
    await reveal(round);
    await closeRound(round.lead, round.roundId);
    await expect(setFinished(round.raters[1]!.seat, true)).rejects.toThrow("closed");
  });

  test("three lift an item over the threshold that had two before", async () => {
    const round = await openTestRound(fixture, { members: 5 });
    await values(round, 0, 2, "1");
    await reveal(round);
    await values(round, 2, 5, "4");
    await closeRound(round.lead, round.roundId);
    expect(await shownItem(round)).toMatchObject({ rated: 5, counts: [2, 0, 0, 3, 0] });
  });
});

describe("what the database shows", () => {
  test("is what the rules show, for many random rounds", async () => {
    const random = seededRandom(7);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
    const items = getTool(9).sections.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === "ratings" ? node.items.map(({ id }) => id) : [])));
    const round = await openTestRound(fixture, { members: 8, itemIds: items });
    const chosen = new Map<string, string[]>();
    for (const item of items) {
      const some = round.raters.filter(() => random() < 0.6);
      for (const { seat } of some) {
        const value = pick(["1", "2", "3", "4", "5", "dk", "dk-unclear", "dk-unknown", "dk-not-applicable"]);
        await rate(seat, value, item);
        chosen.set(item, [...(chosen.get(item) ?? []), value]);
      }
    }
    await reveal(round);
    const expected = (item: string) => {
      const values = chosen.get(item) ?? [];
      const counts = [...new Set(values)].map((value): ShownCount => ({ itemId: item, value, count: values.filter((one) => one === value).length }));
      return showItem(RATING_SCALE, counts, null);
    };
    for (const item of items) expect({ item, ...(await shownItem(round, item)) }).toEqual({ item, ...expected(item) });
    await closeRound(round.lead, round.roundId);
    for (const item of items) expect({ item, ...(await shownItem(round, item)) }).toEqual({ item, ...expected(item) });
  });

  test("a split in three groups where it was chosen, with three on each side", async () => {
    const sides = ["safety", "safety", "safety", "community", "community", "community"] as const;
    const round = await openTestRound(fixture, { members: 6, sides, isSplit: true });
    const values = ["5", "4", "3", "1", "2", "3"];
    for (const [index, { seat }] of round.raters.entries()) await rate(seat, values[index] as string);
    for (const { seat } of round.raters.slice(0, 5)) await rate(seat, "4", SECOND);
    await rate(round.raters[5]?.seat as RaterSeat, "dk", SECOND);
    await reveal(round);
    expect((await shownItem(round))?.split).toEqual({ safety: { low: 0, middle: 1, high: 2 }, community: { low: 2, middle: 1, high: 0 } });
    expect((await shownItem(round, SECOND))?.split).toBeNull();
    await closeRound(round.lead, round.roundId);
    expect((await shownItem(round))?.split).toEqual({ safety: { low: 0, middle: 1, high: 2 }, community: { low: 2, middle: 1, high: 0 } });
    expect(await query(OWNER, "select count(*)::int as n from round_rater where round_id = $1 and side is not null", [round.roundId])).toEqual([{ n: 0 }]);
  });

  test("names only in a round that was opened as named", async () => {
    const named = await openTestRound(fixture, { isNamed: true });
    for (const [index, { seat }] of named.raters.entries()) await rate(seat, String(index + 3));
    await rate(named.raters[0]?.seat as RaterSeat, "1", SECOND);
    await reveal(named);
    const shown = await loadShownRound(named.lead, await readRound(named.lead, named.roundId));
    const expected = named.raters.map(({ seat: { raterId } }, index) => ({ raterId, value: String(index + 3) })).sort((a, b) => a.raterId.localeCompare(b.raterId));
    expect(shown?.names.get(FIRST)).toEqual(expected);
    expect(shown?.names.get(SECOND)).toBeUndefined();
    await closeRound(named.lead, named.roundId);
    expect((await loadShownRound(named.lead, await readRound(named.lead, named.roundId)))?.names.get(FIRST)).toEqual(expected);
    // Of an unnamed one the database itself gives none, whoever asks it.
    const unnamed = await openTestRound(fixture);
    for (const { seat } of unnamed.raters) await rate(seat, "3");
    await reveal(unnamed);
    const { rows } = await withAgencyConnection(unnamed.lead, (client) => client.query("select * from round_names($1, $2)", [fixture.teamId, unnamed.roundId]));
    expect(rows).toEqual([]);
  });

  test("notes that their writers show, without a name, and no others", async () => {
    const round = await openTestRound(fixture);
    const [a, b] = round.raters.map(({ seat }) => seat) as [RaterSeat, RaterSeat];
    await saveOwnNote(a, FIRST, "Nobody answers the card.");
    await saveOwnNote(b, FIRST, "For me alone.");
    await expect(setOwnNoteShown(a, FIRST, true)).rejects.toThrow();
    await reveal(round);
    await setOwnNoteShown(a, FIRST, true);
    const notes = async () => Object.fromEntries((await loadShownRound(round.lead, await readRound(round.lead, round.roundId)))?.notes ?? []);
    expect(await notes()).toEqual({ [FIRST]: ["Nobody answers the card."] });
    await setOwnNoteShown(a, FIRST, false);
    expect(await notes()).toEqual({});
    await setOwnNoteShown(a, FIRST, true);
    await closeRound(round.lead, round.roundId);
    expect(await notes()).toEqual({ [FIRST]: ["Nobody answers the card."] });
    await expect(saveOwnNote(a, FIRST, "Later.")).rejects.toThrow();
  });
});

describe("the team's decision", () => {
  test("comes after the reveal, lands in the tool as an answer, and can be taken back", async () => {
    const round = await openTestRound(fixture);
    const member = round.raters[0]?.context as TestRound["lead"];
    const decision = { itemId: FIRST, value: "2", rationale: "Two trainers left.", dissent: "Night shift has had both." };
    await updateAnswersAsServer(round.lead, TOOL, { [FIRST]: 4 });
    await expect(recordDecision(member, round.roundId, decision)).rejects.toThrow("after the reveal");
    await reveal(round);
    await recordDecision(member, round.roundId, decision);
    const answer = async () => (await getTeamAnswers(round.lead, [TOOL])).answers[FIRST];
    expect(await answer()).toBe(2);
    expect((await readDecisions(round.lead, round.roundId)).get(FIRST)).toMatchObject({ value: "2", rationale: "Two trainers left.", dissent: "Night shift has had both.", made: { by: { personId: member.userId } } });
    expect((await listDecidedItems(round.lead, TOOL)).get(FIRST)).toEqual({ roundId: round.roundId, number: 1, meeting: null });
    await undoStanding(member, round.roundId, FIRST);
    expect(await answer()).toBe(4);
    expect((await readDecisions(round.lead, round.roundId)).size).toBe(0);
  });

  test("of two that are recorded at the same moment the one that stands is the tool's answer, and undoing leads back by one", async () => {
    const round = await openTestRound(fixture);
    await updateAnswersAsServer(round.lead, TOOL, { [FIRST]: 4 });
    await reveal(round);
    for (let turn = 0; turn < 6; turn += 1) {
      const [one, two] = [round.lead, round.raters[0]!.context] as const;
      const values = turn % 2 === 0 ? ["1", "2"] : ["3", "5"];
      await Promise.all([one, two].map((who, index) => recordDecision(who as TestRound["lead"], round.roundId, { itemId: FIRST, value: values[index]!, rationale: "", dissent: "" })));
      const standing = (await readDecisions(round.lead, round.roundId)).get(FIRST)?.value;
      expect(String((await getTeamAnswers(round.lead, [TOOL])).answers[FIRST])).toBe(standing);
      const other = values.find((value) => value !== standing);
      await undoStanding(round.lead, round.roundId, FIRST);
      expect(String((await getTeamAnswers(round.lead, [TOOL])).answers[FIRST])).toBe(other);
    }
  });

  test("left open changes nothing in the tool", async () => {
    const round = await openTestRound(fixture);
    await reveal(round);
    await recordDecision(round.lead, round.roundId, { itemId: FIRST, value: null, rationale: "We ask the chief.", dissent: "" });
    expect((await getTeamAnswers(round.lead, [TOOL])).answers[FIRST]).toBeUndefined();
    expect((await readDecisions(round.lead, round.roundId)).get(FIRST)).toMatchObject({ value: null });
  });

  test("taken back leaves what somebody answered since", async () => {
    const round = await openTestRound(fixture);
    await reveal(round);
    await recordDecision(round.lead, round.roundId, { itemId: FIRST, value: "2", rationale: "", dissent: "" });
    await updateAnswersAsServer(round.lead, TOOL, { [FIRST]: 5 });
    await undoStanding(round.lead, round.roundId, FIRST);
    expect((await getTeamAnswers(round.lead, [TOOL])).answers[FIRST]).toBe(5);
  });
});

test("who set older things apart from their name is no rater by their new one", async () => {
  const round = await openTestRound(fixture);
  const userId = round.raters[0]?.person.userId as string;
  const shown = async () => (await listRaters(round.lead, round.roundId)).map(({ person }) => person?.personId);
  expect(await shown()).toContain(userId);
  await query(OWNER, "insert into persona (agency_id, user_id, id, since) values ($1, $2, gen_random_uuid(), now())", [fixture.agencyId, userId]);
  const [persona] = await query<{ id: string }>(OWNER, "select id from persona where user_id = $1", [userId]);
  expect(await shown()).not.toContain(persona?.id);
  expect(await shown()).toContain(FORMER_NAME_ID);
});

test("who may only read by now rates no more", async () => {
  const round = await openTestRound(fixture);
  await query(OWNER, "update team_member set role = 'viewer' where user_id = $1", [round.raters[0]?.person.userId]);
  await expect(rate(round.raters[0]?.seat as RaterSeat, "3")).rejects.toThrow("standing ended");
});

test("a partner finds rounds about their own tools alone", async () => {
  const round = await openTestRound(fixture);
  const partner = await teamContext(await addToTeam(fixture, "partner", [1]), fixture.teamId);
  const invited = await teamContext(await addToTeam(fixture, "partner", [9]), fixture.teamId);
  expect([await findRound(partner, round.roundId), (await listRounds(partner)).length]).toEqual([null, 0]);
  expect((await listRounds(invited)).map(({ id }) => id)).toEqual([round.roundId]);
});

test("a partner is told that there are rounds which are not theirs, and a team without any is told that it has none", async () => {
  const partner = await teamContext(await addToTeam(fixture, "partner", [2]), fixture.teamId, "round:view");
  expect(await listOpenRounds(partner)).toEqual({ rounds: [], isWithheld: false });
  await openTestRound(fixture);
  expect(await listOpenRounds(partner)).toEqual({ rounds: [], isWithheld: true });
});

test("deleting a team leaves nothing of its rounds", async () => {
  const round = await openTestRound(fixture);
  await rate(round.raters[0]?.seat as RaterSeat, "3");
  await saveOwnNote(round.raters[0]?.seat as RaterSeat, FIRST, "Mine.");
  await reveal(round);
  await query(OWNER, "delete from agency where id = $1", [fixture.agencyId]);
  for (const table of ["rating_round", "round_rater", "round_rating", "round_note", "round_count"]) {
    expect(await query(OWNER, `select count(*)::int as n from ${table} where agency_id = $1`, [fixture.agencyId])).toEqual([{ n: 0 }]);
  }
});
