import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { findActionStatus, PLAN_TOOL, planOf, setLines } from "@/tests/support/plans";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listItemHistory } from "@/lib/history/history";
import { addAction, changeAction } from "@/lib/plan/change-plan";
import { loadPlan } from "@/lib/plan/load-plan";
import { ACTION_TEXT_MAX, actionChangeSchema } from "@/lib/plan/plan-schemas";
import { markPlanSeen } from "@/lib/plan/mark-plan-seen";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool, lockTool } from "@/lib/responses/tool-status";
import { loadToolSince } from "@/lib/since/load-since";
import { query } from "../support/database";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const LINE = "t12-sheet-1-step-1";
const MORE = "t12-sheet-1-more";

let fixture: AgencyFixture;
let lead: TeamContext;
let member: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId);
  member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
});

const sql = (statement: string, values: readonly unknown[] = []) => query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, statement, values);
const passDays = (days: number) =>
  sql(`update answer_revision set minute = minute - interval '${days} days', changed_at = changed_at - interval '${days} days' where agency_id = $1`, [fixture.agencyId]);
const adding = (part: Partial<Parameters<typeof addAction>[1]> = {}) => ({ key: randomUUID(), section: "t12-sheet-1", what: "Hire two peers", lead: "", owner: null, dueOn: null, ...part });
const daysAgo = (iso: string | null) => (iso === null ? null : Math.round((Date.now() - Date.parse(iso)) / 86_400_000));

describe("a plan", () => {
  test("holds the printed lines and the added ones, with who has them", async () => {
    await setLines(lead, {
      [LINE]: { what: "Agree on consent", lead: "Outreach sergeant", due: "2026-12-01", status: "done" },
      [`${MORE}/x`]: { what: "Call the county", owner: lead.personId, status: "blocked", why: "no answer" },
    });
    const { actions, frozen, ideas, tool } = await loadPlan(member);
    expect(actions).toMatchObject([
      { id: LINE, what: "Agree on consent", lead: "Outreach sergeant", owner: null, dueOn: "2026-12-01", status: "done" },
      { id: `${MORE}/x`, what: "Call the county", owner: { personId: lead.personId }, status: "blocked", why: "no answer" },
    ]);
    expect({ frozen, label: tool.label, ideas: ideas.length }).toEqual({ frozen: null, label: "Tool 12", ideas: 4 });
  });

  test("tells from the history since when each has its status, and when anything of it was changed last", async () => {
    await setLines(lead, { [LINE]: { what: "A", status: "blocked" }, [`${MORE}/x`]: { what: "B", status: "blocked" }, [`${MORE}/y`]: { what: "C" } });
    await passDays(40);
    await changeAction(lead, { actionId: LINE, dueOn: "2026-12-24" });
    await changeAction(lead, { actionId: `${MORE}/x`, dueOn: "2026-12-24" });
    await passDays(10);
    await changeAction(member, { actionId: `${MORE}/y`, status: "under-way" });
    const moments = (await loadPlan(lead)).actions.map(({ changedAt, movedAt }) => [daysAgo(changedAt), daysAgo(movedAt)]);
    expect(moments).toEqual([
      [10, 50],
      [10, 50],
      [0, 0],
    ]);
  });

  test("reads the history again once something was saved, and not before; of each team its own", async () => {
    await setLines(lead, { [LINE]: { what: "A", status: "done" } });
    const daysOf = async (context: TeamContext) => (await loadPlan(context)).actions.map(({ changedAt }) => daysAgo(changedAt));
    expect(await daysOf(lead)).toEqual([0]);
    await passDays(5);
    expect(await daysOf(member)).toEqual([0]);
    const other = await createAgencyFixture("Hillcrest Fire District");
    expect(await daysOf(await teamContext(other.admin, other.teamId))).toEqual([]);
    await setLines(member, { [`${LINE.slice(0, -1)}2`]: { what: "B" } });
    expect(await daysOf(lead)).toEqual([5, 0]);
  });

  test("takes a line that only stands elsewhere now for none that was changed", async () => {
    await setLines(lead, { [`${MORE}/x`]: { what: "A" }, [`${MORE}/y`]: { what: "B", status: "blocked" }, [`${MORE}/z`]: { what: "C", status: "blocked" } });
    await passDays(40);
    await setLines(lead, { [`${MORE}/y`]: { what: "B", status: "blocked" }, [`${MORE}/z`]: { what: "C", status: "done" } });
    const moments = (await loadPlan(lead)).actions.map(({ changedAt, movedAt }) => [daysAgo(changedAt), daysAgo(movedAt)]);
    expect(moments).toEqual([
      [40, 40],
      [0, 0],
    ]);
  });

  test("is of the team and of the agency alone, and not of a partner without its tool", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    const other = await createAgencyFixture("Elsewhere Fire");
    expect((await loadPlan(await teamContext(other.admin, other.teamId))).actions).toEqual([]);
    const partner = await teamContext(await addToTeam(fixture, "partner", [6]), fixture.teamId);
    await expect(loadPlan(partner)).rejects.toThrow(RangeError);
    const theirs = await teamContext(await addToTeam(fixture, "partner", [12]), fixture.teamId);
    expect((await loadPlan(theirs)).actions).toHaveLength(1);
  });
});

describe("changing an action", () => {
  test("is an ordinary change of its answer: in the history, by who did it", async () => {
    await setLines(lead, { [LINE]: { what: "A", status: "under-way" } });
    await changeAction(member, { actionId: LINE, status: "done" });
    expect(await findActionStatus(lead, LINE)).toBe("done");
    const { revisions } = (await listItemHistory(lead, PLAN_TOOL, `${LINE}-status`)) ?? { revisions: [] };
    expect(revisions[0]).toMatchObject({ by: { personId: member.personId }, before: { option: "under-way" }, after: { option: "done" } });
  });

  test("leaves everything else of an added line, and its neighbours, as they are", async () => {
    await setLines(lead, { [`${MORE}/x`]: { what: "A", due: "2026-12-01" }, [`${MORE}/y`]: { what: "B" } });
    const { undo } = await changeAction(member, { actionId: `${MORE}/x`, status: "blocked", why: "no room" });
    expect((await loadPlan(lead)).actions).toMatchObject([{ what: "A", dueOn: "2026-12-01", status: "blocked", why: "no room" }, { what: "B", status: "not-started" }]);
    await changeAction(member, undo);
    expect((await loadPlan(lead)).actions[0]).toMatchObject({ status: "not-started", why: "" });
  });

  test("is undone whatever stood there: what only the tool takes, and somebody who has left since", async () => {
    const long = "x".repeat(ACTION_TEXT_MAX + 1);
    const before = { [LINE]: { what: long, lead: long, status: "blocked" }, [`${MORE}/x`]: { what: "B", owner: member.personId }, "t12-sheet-1-step-2": { due: "2026-12-01" } } as const;
    await setLines(lead, before);
    const stood = (await loadPlan(lead)).actions.map(({ what, lead: named, owner, dueOn, status }) => ({ what, named, owner, dueOn, status }));
    const undos = [
      await changeAction(lead, { actionId: LINE, what: "Short", lead: "", status: "done" }),
      await changeAction(lead, { actionId: `${MORE}/x`, owner: lead.personId }),
      await changeAction(lead, { actionId: "t12-sheet-1-step-2", what: "Now it has words" }),
    ];
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), member.userId);
    for (const { undo } of undos) await changeAction(lead, actionChangeSchema.parse(undo));
    expect((await loadPlan(lead)).actions.map(({ what, lead: named, owner, dueOn, status }) => ({ what, named, owner, dueOn, status }))).toEqual(stood);
    // As a change of one's own none of it is taken.
    for (const { undo: { isUndo, ...own } } of undos.slice(0, 2)) expect(isUndo && (actionChangeSchema.safeParse(own).success ? await changeAction(lead, own).catch(() => "refused") : "refused")).toBe("refused");
    // And nobody is put in whom the agency never knew.
    const other = await createAgencyFixture("Elsewhere Fire");
    await expect(changeAction(lead, { actionId: LINE, owner: other.admin.userId, isUndo: true })).rejects.toThrow();
  });

  test("asks why it is blocked, unless that is known", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    await expect(changeAction(lead, { actionId: LINE, status: "blocked" })).rejects.toThrow(/Say why/);
    await changeAction(lead, { actionId: LINE, status: "blocked", why: "no contract" });
    await changeAction(lead, { actionId: LINE, status: "under-way" });
    await changeAction(lead, { actionId: LINE, status: "blocked" });
    expect((await loadPlan(lead)).actions[0]).toMatchObject({ status: "blocked", why: "no contract" });
  });

  test("of two people at once leaves the later one's, and never half of either", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    await Promise.all([changeAction(lead, { actionId: LINE, status: "done" }), changeAction(member, { actionId: LINE, status: "under-way" })]);
    expect(["done", "under-way"]).toContain(await findActionStatus(lead, LINE));
  });

  test("gives it to somebody of the team only", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    const other = await createAgencyFixture("Elsewhere Fire");
    await expect(changeAction(lead, { actionId: LINE, owner: other.admin.userId })).rejects.toThrow(/from the list/);
    await changeAction(lead, { actionId: LINE, owner: member.personId, dueOn: "2026-12-24" });
    expect((await loadPlan(lead)).actions[0]).toMatchObject({ owner: { personId: member.personId }, dueOn: "2026-12-24" });
    const { undo } = await changeAction(lead, { actionId: LINE, owner: null, dueOn: null });
    expect((await loadPlan(lead)).actions[0]).toMatchObject({ owner: null, dueOn: null });
    await changeAction(lead, undo);
    expect((await loadPlan(lead)).actions[0]).toMatchObject({ owner: { personId: member.personId }, dueOn: "2026-12-24" });
  });

  test("says so where it is gone, or the plan stands still", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    await expect(changeAction(lead, { actionId: `${MORE}/gone`, status: "done" })).rejects.toThrow(/no longer in the plan/);
    await completeTool(lead, PLAN_TOOL);
    await expect(changeAction(lead, { actionId: LINE, status: "done" })).rejects.toThrow(/marked complete/);
    expect((await loadPlan(lead)).frozen).toBe("complete");
    await lockTool(lead, PLAN_TOOL);
    await expect(addAction(lead, adding())).rejects.toThrow(/locked/);
    expect((await loadPlan(lead)).frozen).toBe("locked");
  });

  test("of another agency's action finds none", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    const other = await createAgencyFixture("Elsewhere Fire");
    await expect(changeAction(await teamContext(other.admin, other.teamId), { actionId: LINE, status: "done" })).rejects.toThrow(/no longer in the plan/);
  });

  test("by somebody who only reads is refused", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    await expect(changeAction(viewer, { actionId: LINE, status: "done" })).rejects.toThrow(/not change it/);
    expect(await findActionStatus(lead, LINE)).toBe("not-started");
  });
});

describe("adding an action", () => {
  test("takes the printed lines first, then rows below them", async () => {
    await setLines(lead, { [LINE]: { what: "A" }, "t12-sheet-1-step-3": { what: "", due: "2026-12-01" } });
    const ids: string[] = [];
    for (let number = 0; number < 3; number++) ids.push((await addAction(lead, adding({ what: `Number ${number}` }))).actionId);
    expect(ids.slice(0, 2)).toEqual(["t12-sheet-1-step-2", "t12-sheet-1-step-4"]);
    expect(ids[2]).toMatch(/^t12-sheet-1-more\//);
    expect((await planOf(lead)).map(({ what }) => what)).toEqual(["A", "Number 0", "", "Number 1", "Number 2"]);
  });

  test("once for each filling of its form, also when it is sent at the same time", async () => {
    const filling = adding({ owner: member.personId, dueOn: "2026-12-24", lead: "The office" });
    const answers = await Promise.all([addAction(lead, filling), addAction(lead, filling), addAction(lead, filling)]);
    expect(new Set(answers.map(({ actionId }) => actionId)).size).toBe(1);
    expect(await planOf(lead)).toMatchObject([{ what: "Hire two peers", owner: { personId: member.personId }, dueOn: "2026-12-24", lead: "The office" }]);
    await expect(addAction(lead, { ...filling, what: "Something else" })).rejects.toThrow(/had arrived/);
    expect(await planOf(lead)).toHaveLength(1);
  });

  test("by several people at once puts none on another's line", async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => addAction(number % 2 ? lead : member, adding({ what: `Number ${number}` }))));
    expect((await planOf(lead)).map(({ what }) => what).sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Number ${number}`));
  });

  test("to an idea that there is not is refused", async () => {
    await expect(addAction(lead, adding({ section: "t13-plan" }))).rejects.toThrow(/Choose an idea/);
  });
});

describe("what is new in the plan", () => {
  test("is what others did since one looked, until it is marked as seen", async () => {
    await setLines(lead, { [LINE]: { what: "A" }, [`${MORE}/x`]: { what: "B" } });
    await markPlanSeen(member, new Date().toISOString());
    await sql("update answer_revision set stands_apart = true where agency_id = $1", [fixture.agencyId]);
    await changeAction(lead, { actionId: `${MORE}/x`, dueOn: "2026-12-24" });
    await changeAction(member, { actionId: LINE, status: "under-way" });
    const { actions, since } = await loadPlan(member);
    expect(actions.map(({ news }) => news?.kind ?? null)).toEqual([null, "date"]);
    expect(since.lookedAt).not.toBeNull();
    await markPlanSeen(member, new Date().toISOString());
    expect((await loadPlan(member)).actions.map(({ news }) => news)).toEqual([null, null]);
    expect((await loadPlan(lead)).actions.map(({ news }) => news?.kind ?? null)).toEqual(["moved", null]);
  });

  test("leaves what is new elsewhere in the tool", async () => {
    await setLines(lead, { [LINE]: { what: "A" } });
    await updateAnswersAsServer(lead, PLAN_TOOL, { "t12-sheet-1-goal": "A goal" });
    await markPlanSeen(member, new Date().toISOString());
    expect((await loadToolSince(member, PLAN_TOOL)).news?.items.map(({ itemId }) => itemId)).toEqual(["t12-sheet-1-goal"]);
  });
});
