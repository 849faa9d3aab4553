import { beforeEach, describe, expect, test } from "vitest";
import { assign, handBackAssignment, listTeamAssignments } from "@/lib/assignments/assignments";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { listAgencyGlances } from "@/lib/home/list-agencies";
import { loadHome } from "@/lib/home/load-home";
import { localDay } from "@/lib/domain/reminders/local-time";
import { makeMilestone } from "@/lib/milestones/make-milestone";
import { lookAtAnswers, startReassessment } from "@/lib/milestones/reassess";
import { setFinished } from "@/lib/rounds/own-ratings";
import type { TeamGlance } from "@/lib/home/team-glance";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { joinTeam, makeAgency } from "@/prisma/factories";
import { setLines } from "../support/plans";
import { openTestRound } from "../support/rounds";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";
import { refTo } from "../support/tools";

let fixture: AgencyFixture;
let member: Person;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  member = await addToTeam(fixture, "member");
});

const admin = () => teamContext(fixture.admin, fixture.teamId);
async function glanceOf({ userId }: Person, teamId = fixture.teamId): Promise<TeamGlance> {
  const glances = (await listAgencyGlances(userId)).flatMap((agency) => [...agency.glances]);
  return new Map(glances).get(teamId) as TeamGlance;
}

describe("a team at a glance", () => {
  test("says which tools are begun and complete, and when and where somebody last worked", async () => {
    const lead = await admin();
    expect(await glanceOf(member)).toMatchObject({ lastActivity: null, waiting: [], moreWaiting: 0 });
    await updateAnswersAsServer(lead, refTo(9), { "t9-i1-1": 4 });
    await updateAnswersAsServer(lead, refTo(3), { "t3-1": "yes" });
    await completeTool(lead, refTo(3));
    const { states, lastActivity } = await glanceOf(member);
    expect([...states].sort()).toEqual([[toolKey(refTo(3)), "complete"], [toolKey(refTo(9)), "started"]]);
    expect(lastActivity?.toolRef).toEqual(refTo(3));
  });

  test("says what waits for this person: the first due first, not what is filled in, complete or somebody else's", async () => {
    const lead = await admin();
    const give = (tool: 3 | 9 | 8 | 11, targetId = "", dueOn: string | null = null, assigneeId = member.userId) =>
      assign(lead, { toolRef: refTo(tool), targetId, assigneeId, dueOn });
    await give(8, "t8-s4");
    await give(9, "", "2031-01-01");
    await give(3, "t3-1", "2030-01-01");
    await give(11, "", null, fixture.admin.userId);
    expect((await glanceOf(member)).waiting.map(({ toolRef, targetId }) => [toolRef.toolId, targetId])).toEqual([["tool-3", "t3-1"], ["tool-9", ""], ["tool-8", "t8-s4"]]);
    await updateAnswersAsServer(lead, refTo(3), { "t3-1": "yes" });
    await completeTool(lead, refTo(8));
    expect((await glanceOf(member)).waiting.map(({ toolRef }) => toolRef.toolId)).toEqual(["tool-9"]);
  });

  test("says what was handed back to those who give out work, and to nobody else", async () => {
    await assign(await admin(), { toolRef: refTo(9), targetId: "", assigneeId: member.userId, dueOn: null });
    const theirs = await teamContext(member, fixture.teamId);
    const [assignment] = await listTeamAssignments(theirs);
    await handBackAssignment(theirs, refTo(9), assignment!.assignmentId, "");
    const viewer = await addToTeam(fixture, "viewer");
    expect((await glanceOf(member)).waiting).toEqual([]);
    expect((await glanceOf(viewer)).waiting).toEqual([]);
    expect((await glanceOf(fixture.admin)).waiting).toMatchObject([{ kind: "handed-back" }]);
  });

  test("says which actions of the plan are this person's, among what else waits; of a partner without its tool none", async () => {
    const lead = await admin();
    const theirs = await teamContext(member, fixture.teamId);
    const partner = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId);
    await assign(lead, { toolRef: refTo(9), targetId: "", assigneeId: member.userId, dueOn: "2030-01-02" });
    await setLines(lead, {
      "t12-sheet-1-step-1": { what: "Later", owner: theirs.personId, due: "2031-01-01" },
      "t12-sheet-1-step-2": { what: "Somebody else's", owner: lead.personId, due: "2030-01-01" },
      "t12-sheet-1-step-3": { what: "Done", owner: theirs.personId, due: "2030-01-01", status: "done" },
      "t12-sheet-2-more/x": { what: "First", owner: theirs.personId, due: "2030-01-01" },
      "t12-sheet-2-more/y": { what: "A partner's", owner: partner.personId, due: "2030-01-01" },
    });
    expect((await glanceOf(member)).waiting.map(({ name }) => name)).toEqual(["First", expect.stringContaining("Tool 9"), "Later"]);
    expect((await glanceOf({ userId: partner.userId } as Person)).waiting).toEqual([]);
  });

  test("says which rounds ask this person, until they have finished; of somebody who is not asked none", async () => {
    const round = await openTestRound(fixture, { members: 3 });
    const [first] = round.raters;
    const asked = (await glanceOf(first!.person)).waiting;
    expect(asked).toMatchObject([{ kind: "round", targetId: round.roundId, toolRef: refTo(9) }]);
    expect((await glanceOf(fixture.admin)).waiting).toEqual([]);
    await setFinished(first!.seat, true);
    expect((await glanceOf(first!.person)).waiting).toEqual([]);
  });

  test("takes what was carried forward, and nobody has looked at, for no answer and no beginning", async () => {
    const lead = await admin();
    await updateAnswersAsServer(lead, refTo(3), { "t3-1": "yes" });
    await assign(lead, { toolRef: refTo(3), targetId: "t3-1", assigneeId: member.userId, dueOn: null });
    const { milestoneId } = await makeMilestone(lead, { name: "Baseline", day: localDay(new Date(), "America/New_York"), keepsNames: false });
    const before = await glanceOf(member);
    expect([before.waiting, [...before.states.keys()]]).toEqual([[], [toolKey(refTo(3))]]);
    await startReassessment(lead, { milestoneId, tools: [refTo(3)] });
    const waits = await glanceOf(member);
    expect([waits.waiting.map(({ targetId }) => targetId), [...waits.states.keys()]]).toEqual([["t3-1"], []]);
    const home = await loadHome(await teamContext(member, fixture.teamId), new Date());
    expect(home.mine.map(({ progress }) => progress.answered)).toEqual([0]);
    await lookAtAnswers(lead, refTo(3), ["t3-1"], true);
    expect((await glanceOf(member)).waiting).toEqual([]);
  });

  test("of a partner knows their tools alone", async () => {
    const partner = await addToTeam(fixture, "partner", [3]);
    const lead = await admin();
    await updateAnswersAsServer(lead, refTo(9), { "t9-i1-1": 4 });
    await updateAnswersAsServer(lead, refTo(3), { "t3-1": "yes" });
    expect([...(await glanceOf(partner)).states.keys()]).toEqual([toolKey(refTo(3))]);
  });

  test("of thirty agencies is asked for in three queries, and nothing of an agency one is not in", async () => {
    const office = await addToTeam(fixture, "viewer");
    for (let number = 0; number < 5; number += 1) {
      const other = await makeAgency(fixture.admin, { name: `County ${number}` });
      await joinTeam(other, office, "viewer");
    }
    await makeAgency(fixture.admin, { name: "Elsewhere" });
    const agencies = await listAgencyGlances(office.userId);
    expect(agencies.map(({ name }) => name)).toHaveLength(6);
    expect(agencies.map(({ name }) => name)).not.toContain("Elsewhere");
    expect(agencies.every(({ teams, glances }) => teams.every(({ teamId }) => glances.has(teamId)))).toBe(true);
  });
});

describe("a team's home", () => {
  const home = async (person: Person) => loadHome(await teamContext(person, fixture.teamId), new Date("2030-06-15T12:00:00Z"));

  test("has what is mine with its words, and what is overdue or handed back for those who give out work", async () => {
    const lead = await admin();
    await updateAnswersAsServer(lead, refTo(12), { "t12-sheet-1-step-1-action": "Hire two peers" });
    await assign(lead, { toolRef: refTo(12), targetId: "t12-sheet-1-step-1-action", assigneeId: member.userId, dueOn: null });
    await assign(lead, { toolRef: refTo(8), targetId: "", assigneeId: member.userId, dueOn: "2030-06-01" });
    await assign(lead, { toolRef: refTo(10), targetId: "", assigneeId: member.userId, dueOn: "2030-07-01" });
    const theirs = await home(member);
    expect(theirs.mine.map(({ words }) => words)).toContain("Hire two peers");
    expect(theirs.next).toMatchObject({ kind: "mine", assignment: { toolRef: refTo(8) } });
    expect(theirs.loose).toEqual([]);
    const ours = await home(fixture.admin);
    expect(ours.mine).toEqual([]);
    expect(ours.loose.map(({ toolRef }) => toolRef)).toEqual([refTo(8)]);
  });

  test("has the actions that are mine and due, and for those who give out work what of others is overdue or stale", async () => {
    const lead = await admin();
    const theirs = await teamContext(member, fixture.teamId);
    await setLines(lead, {
      "t12-sheet-1-step-1": { what: "Mine, soon", owner: theirs.personId, due: "2030-06-20" },
      "t12-sheet-1-step-2": { what: "Mine, overdue", owner: theirs.personId, due: "2030-06-01", status: "blocked", why: "no room" },
      "t12-sheet-1-step-3": { what: "Mine, far off", owner: theirs.personId, due: "2031-06-01" },
      "t12-sheet-2-more/x": { what: "Nobody's, overdue", due: "2030-06-10" },
      "t12-sheet-2-more/y": { what: "Nobody's, done", due: "2030-06-10", status: "done" },
    });
    const names = (actions: readonly { what: string }[]) => actions.map(({ what }) => what);
    const ours = (await home(member)).actions;
    expect(names(ours.mine)).toEqual(["Mine, overdue", "Mine, soon"]);
    // Written years before: stale, too.
    expect(names(ours.loose)).toEqual(["Nobody's, overdue"]);
    const leads = (await home(fixture.admin)).actions;
    expect(names(leads.mine)).toEqual([]);
    expect(leads.loose.find(({ what }) => what === "Mine, far off")?.staleDays).toBeGreaterThan(30);
    const viewer = await addToTeam(fixture, "viewer");
    expect((await home(viewer)).actions.loose).toEqual([]);
  });

  test("has no next step for those who only read, and no readiness for a partner or before the first rating", async () => {
    const viewer = await addToTeam(fixture, "viewer");
    expect(await home(viewer)).toMatchObject({ next: null, readiness: null, loose: [] });
    await updateAnswersAsServer(await admin(), refTo(9), { "t9-i1-1": 4 });
    expect((await home(viewer)).readiness).not.toBeNull();
    const partner = await addToTeam(fixture, "partner", [3]);
    expect(await home(partner)).toMatchObject({ readiness: null, tasks: [{ status: "not-started" }] });
  });
});
