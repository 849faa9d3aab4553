import { afterAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { loadHome } from "@/lib/home/load-home";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { toolItems } from "@/lib/domain/tool/items";
import { loadComparison } from "@/lib/milestones/load-comparison";
import { makeMilestone } from "@/lib/milestones/make-milestone";
import { closeConnections } from "@/lib/platform/db/client";
import { loadBrief } from "@/lib/readiness/load-brief";
import { loadReadiness } from "@/lib/readiness/load-readiness";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { listLaterDecisions, recordDecision } from "@/lib/rounds/decide";
import { closeRound, revealRound } from "@/lib/rounds/move-round";
import { listFlaggedItems, listOpenDisagreements } from "@/lib/rounds/open-disagreements";
import { type RaterSeat, saveRating } from "@/lib/rounds/own-ratings";
import { decideVote } from "@/lib/sittings/decide-item";
import { castVote } from "@/lib/sittings/cast-vote";
import { revealVote } from "@/lib/sittings/conduct";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "@/tests/support/people";
import { FIRST, openTestRound, readRound, SECOND, type TestRound, undoStanding } from "@/tests/support/rounds";
import { beginVote, sitDown, startTestSitting } from "@/tests/support/sittings";
import { getTool, refTo } from "@/tests/support/tools";

const TOOL = refTo(9);
const APART = ["1", "1", "5"];
const CLOSE = ["4", "4", "5"];
let fixture: AgencyFixture;
beforeEach(async () => {
  fixture = await createAgencyFixture();
});
afterAll(closeConnections);

/** A round that is revealed, with these ratings of the first item. */
async function revealed(values: readonly string[], round: Parameters<typeof openTestRound>[1] = {}): Promise<TestRound> {
  const made = await openTestRound(fixture, { itemIds: [FIRST], members: values.length, ...round });
  for (const [index, value] of values.entries()) await saveRating(made.raters[index]?.seat as RaterSeat, TOOL, FIRST, value);
  await revealRound(made.lead, made.roundId, (await readRound(made.lead, made.roundId)).missing);
  return made;
}

const decide = ({ lead, roundId }: TestRound, value: string | null) => recordDecision(lead, roundId, { itemId: FIRST, value, rationale: "", dissent: "" });
const openIn = async ({ lead }: TestRound) => (await listOpenDisagreements(lead)).map(({ number, itemId, isNewest }) => [number, itemId, isNewest]);

test("an item on which views differ is open until the team decides, and again when that is taken back", async () => {
  const round = await revealed(APART);
  expect(await openIn(round)).toEqual([[1, FIRST, true]]);
  await decide(round, null);
  expect(await openIn(round)).toEqual([[1, FIRST, true]]);
  await decide(round, "2");
  expect(await openIn(round)).toEqual([]);
  await undoStanding(round.lead, round.roundId, FIRST);
  expect(await openIn(round)).toEqual([[1, FIRST, true]]);
  await closeRound(round.lead, round.roundId);
  expect(await openIn(round)).toEqual([[1, FIRST, true]]);
});

test("views that are close, and fewer than three of them, are no disagreement; nor is anything before the reveal", async () => {
  const close = await revealed(CLOSE);
  await revealed(["1", "5"]);
  const unseen = await openTestRound(fixture, { itemIds: [SECOND] });
  for (const [index, { seat }] of unseen.raters.entries()) await saveRating(seat, TOOL, SECOND, APART[index] as string);
  expect(await openIn(close)).toEqual([]);
});

test("what a second round decides is decided in the first one too; what the first decided does not settle the second", async () => {
  const first = await revealed(APART);
  const second = await revealed(APART, { followsId: first.roundId });
  expect(await openIn(first)).toEqual([[2, FIRST, true], [1, FIRST, false]]);
  expect([...(await listLaterDecisions(first.lead, await readRound(first.lead, first.roundId)))]).toEqual([]);
  await decide(second, "3");
  expect(await openIn(first)).toEqual([]);
  expect([...(await listLaterDecisions(first.lead, await readRound(first.lead, first.roundId)))]).toEqual([[FIRST, { value: "3", roundId: second.roundId, number: 2, meeting: null }]]);
  expect([...(await listLaterDecisions(first.lead, await readRound(first.lead, second.roundId)))]).toEqual([]);
  await undoStanding(second.lead, second.roundId, FIRST);
  const third = await revealed(APART, { followsId: second.roundId });
  expect((await openIn(third)).map(([number]) => number)).toEqual([3, 2, 1]);
});

test("a later round in which views came close leaves the earlier one to decide, and its area free", async () => {
  const first = await revealed(APART);
  await revealed(CLOSE, { followsId: first.roundId });
  expect(await openIn(first)).toEqual([[1, FIRST, false]]);
  expect([...(await listFlaggedItems(first.lead))]).toEqual([]);
});

test("a meeting's vote counts like a round: it shows that views differ, and decides for the rounds before it", async () => {
  const round = await revealed(APART);
  const sitting = await startTestSitting(fixture);
  const roundId = await beginVote(sitting);
  for (const [index, value] of APART.entries()) await castVote(await sitDown(sitting, `Person ${index}`), { roundId, value, turn: 1, turnKey: null });
  await revealVote(sitting.facilitator, sitting.sittingId, 0);
  expect((await listOpenDisagreements(round.lead)).map(({ sittingId, isNewest }) => [sittingId, isNewest])).toEqual([[sitting.sittingId, true], [null, false]]);
  await decideVote(sitting.facilitator, roundId, { itemId: FIRST, value: "3", rationale: "", dissent: "" });
  expect(await openIn(round)).toEqual([]);
});

test("a partner without the tool is told of none", async () => {
  const round = await revealed(APART);
  const partner = await teamContext(await addToTeam(fixture, "partner", [2]), fixture.teamId, "round:view");
  expect([(await openIn(round)).length, await listOpenDisagreements(partner)]).toEqual([1, []]);
});

test("page, brief, export, home, milestone and comparison say Discuss of its area until it is decided, and of then afterwards", async () => {
  const round = await revealed(APART);
  const { lead } = round;
  const answers = Object.fromEntries(toolItems(getTool(9)).filter(({ id }) => id.startsWith("t9-i1-")).map(({ id }) => [id, 5 as const]));
  expect((await updateAnswersAsServer(lead, TOOL, answers)).ok).toBe(true);
  const bandIn = (report: ReadinessReport | null | undefined) => {
    const score = report?.areas.find(({ id }) => id === "i1")?.score;
    return score?.status === "scored" ? [score.band, ...score.reasons] : null;
  };
  const everywhere = async () => [
    bandIn(await loadReadiness(lead)),
    bandIn((await loadBrief(lead)).brief.report),
    bandIn((await loadExportDocument(lead, { ...DEFAULT_EXPORT, content: "readiness" })).readiness),
    bandIn((await loadHome(lead, new Date())).readiness),
  ];
  expect(await everywhere()).toEqual(Array(4).fill(["discuss", "views-differ"]));
  const before = new Date();
  const day = before.toISOString().slice(0, 10);
  const { milestoneId } = await makeMilestone(lead, { name: "Baseline", day, keepsNames: false });
  await decide(round, "5");
  expect(await everywhere()).toEqual(Array(4).fill(["strength", "strong"]));
  expect([...(await listFlaggedItems(lead, before))]).toEqual([FIRST]);
  const moved = (await loadComparison(lead, milestoneId, null))?.comparison;
  expect(JSON.stringify(moved)).toContain('"discuss"');
});

test("the team's home counts them by round for its leads, and for nobody else", async () => {
  const round = await revealed(APART);
  const member = await teamContext(round.raters[0]!.person, fixture.teamId, "team:view");
  expect((await loadHome(round.lead, new Date())).undecided).toEqual([{ roundId: round.roundId, number: 1, tool: TOOL, items: 1 }]);
  expect((await loadHome(member, new Date())).undecided).toEqual([]);
});
