import { beforeEach, describe, expect, test } from "vitest";
import { createTeam } from "@/lib/agencies/teams";
import { localDay } from "@/lib/domain/reminders/local-time";
import { setMilestoneRemoved } from "@/lib/milestones/change-milestones";
import { loadComparison } from "@/lib/milestones/load-comparison";
import { makeMilestone } from "@/lib/milestones/make-milestone";
import { countWaiting, findReassessment, lookAtAnswers, startReassessment, stopReassessment } from "@/lib/milestones/reassess";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadReadiness } from "@/lib/readiness/load-readiness";
import { listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { loadToolSince } from "@/lib/since/load-since";
import { isSameTool } from "@/lib/domain/tool/tool-ref";
import { getTool, refTo } from "@/tests/support/tools";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";
import { storedDigests } from "../support/responses";

const RATINGS = toolItems(getTool(9)).filter(({ kind }) => kind === "rating").map(({ id }) => id);
let fixture: AgencyFixture;
let member: Person;
let lead: TeamContext;
let baseline: string;

/** A team that rated every statement with 4, and kept that as its baseline. */
beforeEach(async () => {
  fixture ??= await createAgencyFixture();
  member ??= await addToTeam(fixture, "member");
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
  await joinTeam({ agencyId: fixture.agencyId, teamId }, member, "member");
  lead = await teamContext(fixture.admin, teamId);
  expect(await updateAnswersAsServer(lead, refTo(9), Object.fromEntries(RATINGS.map((id) => [id, 4])) as never)).toMatchObject({ ok: true });
  baseline = (await makeMilestone(lead, { name: "Baseline", day: localDay(new Date(), "America/New_York"), keepsNames: false })).milestoneId;
});

const start = () => startReassessment(lead, { milestoneId: baseline, tools: [refTo(9)] });
const progressOf9 = async () => (await listTeamProgress(lead)).find(({ toolRef }) => isSameTool(toolRef, refTo(9)));

describe("answers carried forward", () => {
  test("count as nothing new, as no progress, in no score and in no history until somebody looks at them", async () => {
    await completeTool(lead, refTo(9));
    const reader = await teamContext(member, lead.teamId);
    const [before, sinceBefore] = [await storedDigests(), await loadToolSince(reader, refTo(9))];
    expect(await start()).toEqual({ carried: RATINGS.length });
    const after = await storedDigests();
    for (const table of ["response_update", "answer", "answer_revision"]) expect(after[table], table).toEqual(before[table]);
    expect((await loadToolSince(reader, refTo(9))).news?.items).toEqual(sinceBefore.news?.items);
    expect(await progressOf9()).toMatchObject({ status: "not-started", progress: { answered: 0 } });
    const { headline, answered } = await loadReadiness(lead);
    expect([headline.scored, answered]).toEqual([0, 0]);
    const { counts, areas } = (await loadComparison(lead, baseline, null))!.comparison;
    expect([counts.same, counts.carried, counts.higher, counts.lower]).toEqual([RATINGS.length, RATINGS.length, 0, 0]);
    expect(areas.every(({ change }) => change.kind === "score-gone")).toBe(true);
  });

  test("count once they are confirmed or changed, one by one or together, and no more when that is taken back", async () => {
    await start();
    const [first = "", second = "", third = ""] = RATINGS;
    await lookAtAnswers(lead, refTo(9), [first, second], true);
    expect(await updateAnswersAsServer(lead, refTo(9), { [third]: 5 } as never)).toMatchObject({ ok: true });
    const states = new Map((await findReassessment(lead))!.items.map(({ itemId, state }) => [itemId, state]));
    expect([states.get(first), states.get(second), states.get(third)]).toEqual(["confirmed", "confirmed", "changed"]);
    expect(await progressOf9()).toMatchObject({ status: "in-progress", progress: { answered: 3 } });
    expect((await loadReadiness(lead)).answered).toBe(3);
    const { counts } = (await loadComparison(lead, baseline, null))!.comparison;
    expect([counts.higher, counts.carried]).toEqual([1, RATINGS.length - 3]);
    await lookAtAnswers(lead, refTo(9), [first], false);
    expect(countWaiting((await findReassessment(lead))!)).toBe(RATINGS.length - 2);
    expect((await loadReadiness(lead)).answered).toBe(2);
  });

  test("count again as they stand when the reassessment is stopped", async () => {
    await start();
    await stopReassessment(lead);
    expect(await findReassessment(lead)).toBeNull();
    expect((await loadReadiness(lead)).answered).toBe(RATINGS.length);
  });

  test("are only those that are as they were at the milestone", async () => {
    expect(await updateAnswersAsServer(lead, refTo(9), { [RATINGS[0] ?? ""]: 2 } as never)).toMatchObject({ ok: true });
    expect(await start()).toEqual({ carried: RATINGS.length - 1 });
    const gone = RATINGS[1] ?? "";
    expect(await updateAnswersAsServer(lead, refTo(9), { [gone]: null } as never)).toMatchObject({ ok: true });
    expect((await findReassessment(lead))?.items.find(({ itemId }) => itemId === gone)?.state).toBe("changed");
  });
});

test("a team reassesses once at a time, and keeps the milestone meanwhile", async () => {
  await start();
  await expect(start()).rejects.toThrow("reassessing already");
  await expect(setMilestoneRemoved(lead, baseline, true)).rejects.toThrow("Stop that first");
  await lookAtAnswers(lead, refTo(9), RATINGS, true);
  await expect(start()).resolves.toEqual({ carried: RATINGS.length });
});

test("a milestone that is removed is found nowhere, and comes back as it was", async () => {
  await setMilestoneRemoved(lead, baseline, true);
  expect(await loadComparison(lead, baseline, null)).toBeNull();
  await setMilestoneRemoved(lead, baseline, false);
  expect((await loadComparison(lead, baseline, null))?.comparison.counts.same).toBe(RATINGS.length);
});

test("nobody of another team or agency finds a milestone by its id", async () => {
  const other = await createAgencyFixture("Other County");
  const stranger = await teamContext(other.admin, other.teamId);
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
  for (const context of [stranger, await teamContext(fixture.admin, teamId)]) {
    expect(await loadComparison(context, baseline, null)).toBeNull();
    await expect(setMilestoneRemoved(context, baseline, true)).rejects.toThrow("could not find");
    await expect(startReassessment(context, { milestoneId: baseline, tools: [refTo(9)] })).rejects.toMatchObject({ fieldErrors: { milestoneId: expect.any(String) } });
  }
  expect(await query(process.env.DATABASE_OWNER_URL as string, "select removed_at from milestone where id = $1", [baseline])).toEqual([{ removed_at: null }]);
});
