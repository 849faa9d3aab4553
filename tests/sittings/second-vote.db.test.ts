import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { loadAgenda } from "@/lib/meetings/load-agenda";
import { closeConnections } from "@/lib/platform/db/client";
import { completeTool } from "@/lib/responses/tool-status";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { castVote } from "@/lib/sittings/cast-vote";
import { callOffVote, endSitting, goToItem, openVote, revealVote } from "@/lib/sittings/conduct";
import { decideVote, undoVoteDecision } from "@/lib/sittings/decide-item";
import { listOfferedItems } from "@/lib/sittings/offered-items";
import { recordPage } from "@/lib/sittings/record-page";
import type { SeatPlace } from "@/lib/sittings/seats";
import { loadSittingRecords } from "@/lib/sittings/sitting-record";
import { type AgencyFixture, createAgencyFixture, teamContext } from "@/tests/support/people";
import { FIRST } from "@/tests/support/rounds";
import { beginVote, readCurrent, readSitting, readVote, sitDown, startTestSitting, type TestSitting } from "@/tests/support/sittings";
import { refTo } from "@/tests/support/tools";

let fixture: AgencyFixture;
let sitting: TestSitting;
let seats: readonly SeatPlace[];
let first: string;

/** Everybody in the room votes, one value each. */
async function voteAll(roundId: string, ...values: readonly string[]): Promise<void> {
  for (const [index, value] of values.entries()) await castVote(seats[index] as SeatPlace, { roundId, value, turn: 1, turnKey: null });
}

const reveal = (missing = 0) => revealVote(sitting.facilitator, sitting.sittingId, missing);
const decide = (roundId: string, value: string | null, rationale = "") => decideVote(sitting.deputy, roundId, { itemId: FIRST, value, rationale, dissent: "" });
const goTo = async (index: number) => goToItem(sitting.facilitator, sitting.sittingId, (await readSitting(sitting)).items[index]?.id ?? null, true);
const answer = async () => (await getTeamAnswers(sitting.facilitator, [refTo(9)])).answers[FIRST];

async function record() {
  const [found] = await loadSittingRecords(sitting.facilitator, sitting.meetingId);
  const item = found?.items.find(({ itemId }) => itemId === FIRST);
  if (!found || !item) throw new Error("nothing was recorded");
  return { item, page: recordPage({ title: "Meeting", about: "", savedOn: "", notes: "", decisions: [] }, [found], new Map()) };
}

beforeEach(async () => {
  fixture = await createAgencyFixture();
  sitting = await startTestSitting(fixture);
  first = await beginVote(sitting);
  seats = await Promise.all(["Maria", "Joe", "Ann"].map((name) => sitDown(sitting, name)));
  await voteAll(first, "1", "5", "5");
  await reveal();
});
afterAll(closeConnections);

describe("a second vote leaves what the first one led to as it was", () => {
  const endings: Record<string, () => Promise<void>> = {
    "called off in place": () => callOffVote(sitting.facilitator, sitting.sittingId),
    "called off by going on": () => goTo(1),
    "ended with the meeting mode": () => endSitting(sitting.facilitator, sitting.sittingId),
  };
  for (const [name, end] of Object.entries(endings)) {
    test(`when it is ${name}`, async () => {
      await decide(first, "3", "Two policies were read.");
      await openVote(sitting.facilitator, sitting.sittingId);
      const second = await readVote(sitting);
      expect(second).toMatchObject({ isAgain: true, shown: null, earlier: null });
      await voteAll(second.roundId, "2");
      expect((await record()).item).toMatchObject({ outcome: "3 Neutral", rationale: "Two policies were read." });
      await end();
      const { item, page } = await record();
      expect(item).toMatchObject({ outcome: "3 Neutral", rationale: "Two policies were read.", decidedIn: first, voted: 3 });
      expect(page).toContain("Two policies were read.");
      if (name.endsWith("mode")) return;
      await goTo(0);
      expect(await readCurrent(sitting)).toMatchObject({ phase: "decided", decision: { roundId: first, isEarlier: false, value: "3" }, vote: { roundId: first, shown: { counts: [1, 0, 0, 0, 2] } } });
      expect(await answer()).toBe(3);
    });
  }

  test("when nobody takes part in it: revealing it brings the first one's dots back", async () => {
    await openVote(sitting.facilitator, sitting.sittingId);
    await reveal(3);
    expect(await readCurrent(sitting)).toMatchObject({ phase: "revealed", vote: { roundId: first, shown: { counts: [1, 0, 0, 0, 2] } } });
  });

  test("when it is revealed: both stand side by side, and the decision stands until there is another one", async () => {
    await decide(first, "3");
    await openVote(sitting.facilitator, sitting.sittingId);
    const { roundId: second } = await readVote(sitting);
    await voteAll(second, "4", "4", "4");
    await reveal();
    expect(await readCurrent(sitting)).toMatchObject({ phase: "revealed", decision: { roundId: first, isEarlier: true, value: "3" }, vote: { shown: { counts: [0, 0, 0, 3, 0] }, earlier: { counts: [1, 0, 0, 0, 2] } } });
    expect((await record()).item.outcome).toBe("3 Neutral");
    await decide(second, null);
    expect((await record()).item.outcome).toBe("3 Neutral");
    await decide(second, "4");
    expect((await record()).item).toMatchObject({ outcome: "4 Agree", decidedIn: second });
    const { decisionId } = (await record()).item;
    await undoVoteDecision(sitting.deputy, second, { itemId: FIRST, decisionId: decisionId ?? "" });
    await expect(undoVoteDecision(sitting.deputy, second, { itemId: FIRST, decisionId: decisionId ?? "" })).rejects.toThrow("since you opened the page");
    expect(await answer()).toBe(3);
    const { page } = await record();
    expect(page).toContain("First vote: 3 voted, views differ. 1 chose 1 Strongly Disagree, 2 chose 5 Strongly Agree.");
    expect(page).toContain("Second vote: 3 voted, views are close. 3 chose 4 Agree.");
  });

  test("when it is the second that follows one that was called off", async () => {
    for (let time = 0; time < 2; time += 1) {
      await openVote(sitting.facilitator, sitting.sittingId);
      await callOffVote(sitting.facilitator, sitting.sittingId);
      expect(await readVote(sitting)).toMatchObject({ roundId: first });
    }
  });
});

test("a vote on which views differ is offered for the next meeting until something is decided on it", async () => {
  const offered = async () => listOfferedItems(sitting.facilitator, await loadAgenda(sitting.facilitator, { today: "2030-01-31", since: null }));
  await decide(first, null);
  await endSitting(sitting.facilitator, sitting.sittingId);
  expect(await offered()).toMatchObject([{ itemId: FIRST, place: expect.stringMatching(/^Tool 9\. /) as string, why: "Views differed in the meeting on Dec 3, 2026" }]);
  expect((await record()).page).toContain("3 voted, views differ");
  await decide(first, "2");
  expect(await offered()).toEqual([]);
});

test("the screen says that a tool is complete before a vote is opened, and a decision that can't be saved is refused", async () => {
  expect(await readCurrent(sitting)).toMatchObject({ frozen: null });
  await completeTool(await teamContext(fixture.admin, fixture.teamId, "response:complete"), refTo(9));
  expect(await readCurrent(sitting)).toMatchObject({ frozen: "complete" });
  await expect(decide(first, "3")).rejects.toThrow("marked complete");
});
