import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { findActionStatus, PLAN_TOOL, planOf, setLines } from "@/tests/support/plans";
import type { TableRow } from "@/lib/domain/answer/answers";
import { restoreRemovedRow } from "@/lib/history/history-restore";
import type { TeamContext } from "@/lib/platform/auth/context";
import { addAction, changeAction } from "@/lib/plan/change-plan";
import { takeBackAction } from "@/lib/plan/take-back-action";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

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

type Filling = Parameters<typeof addAction>[1];
const filling = (part: Partial<Filling> = {}): Filling => ({ key: randomUUID(), section: "t12-sheet-1", what: "Hire two peers", lead: "The office", owner: member.personId, dueOn: "2026-12-24", ...part });
const fillLines = () => setLines(lead, Object.fromEntries([1, 2, 3, 4].map((step) => [`t12-sheet-1-step-${step}`, { what: `Line ${step}` }])));
const answers = async () => (await getResponseView(lead, PLAN_TOOL)).answers;

/** Adds one to a printed line, or, once these are full, in a row of its own. */
const adding = {
  "a printed line": async () => undefined,
  "a row": fillLines,
};

describe.each(Object.entries(adding))("an action added on %s", (place, prepare) => {
  let added: Filling;
  let actionId: string;

  beforeEach(async () => {
    await prepare();
    added = filling();
    ({ actionId } = await addAction(lead, added));
  });

  const others = () => (place === "a row" ? 4 : 0);

  test("is taken out of the plan again, once, and leaves all else as it was", async () => {
    const before = await answers();
    await takeBackAction(lead, added);
    expect(await planOf(lead)).toHaveLength(others());
    await takeBackAction(lead, added);
    const now = await answers();
    expect(Object.keys(before).filter((id) => !(id in now)).every((id) => id.startsWith(place === "a row" ? MORE : `${LINE}-`))).toBe(true);
  });

  test.each([
    ["moved", () => changeAction(member, { actionId, status: "under-way" })],
    ["given another day", () => changeAction(member, { actionId, dueOn: "2027-01-01" })],
    ["given to nobody", () => changeAction(member, { actionId, owner: null })],
    ["put in other words", () => changeAction(member, { actionId, what: "Hire three peers" })],
  ])("stays when a teammate has %s since, with what they wrote", async (_, change) => {
    await change();
    const before = await answers();
    await expect(takeBackAction(lead, added)).rejects.toThrow(/changed this action since you added it/);
    expect(await answers()).toEqual(before);
  });

  test("is taken out also while teammates save elsewhere in the tool", async () => {
    const elsewhere = Array.from({ length: 6 }, (_, number) => updateAnswersAsServer(member, PLAN_TOOL, { [`t12-sheet-2-step-${1 + (number % 4)}-action`]: `Words ${number}` }));
    await Promise.all([takeBackAction(lead, added), ...elsewhere]);
    expect((await planOf(lead)).filter(({ id }) => id === actionId)).toEqual([]);
    expect((await answers())["t12-sheet-2-step-3-action"]).toBe("Words 2");
  });

  test("of a teammate who writes on it at the same moment nothing is lost", async () => {
    const [taken, moved] = await Promise.allSettled([takeBackAction(lead, added), changeAction(member, { actionId, dueOn: "2027-01-01" })]);
    const found = (await planOf(lead)).find(({ id }) => id === actionId);
    if (moved.status === "rejected") expect([taken.status, found]).toEqual(["fulfilled", undefined]);
    else if (taken.status === "rejected") expect(found).toMatchObject({ what: "Hire two peers", dueOn: "2027-01-01" });
    // It was out first: the day stands on the emptied line, or on the removed row, which can come back.
    else if (place === "a printed line") expect(found).toMatchObject({ what: "", dueOn: "2027-01-01" });
    else expect(await bringBack(actionId)).toMatchObject({ due: "2027-01-01" });
  });

  test("is nobody else's to take out, nor with other words, nor from another agency", async () => {
    const stranger = await createAgencyFixture("Elsewhere Fire");
    const theirs = await teamContext(stranger.admin, stranger.teamId);
    for (const act of [() => takeBackAction(member, added), () => takeBackAction(lead, { ...added, what: "Other words" }), () => takeBackAction(theirs, added)]) {
      await expect(act()).rejects.toThrow(/too long ago/);
    }
    expect(await planOf(lead)).toHaveLength(others() + 1);
  });

  test("stays while its tool is marked complete", async () => {
    await completeTool(lead, PLAN_TOOL);
    await expect(takeBackAction(lead, added)).rejects.toThrow(/marked complete/);
    expect(await findActionStatus(lead, actionId)).toBe("not-started");
  });
});

async function bringBack(actionId: string): Promise<TableRow["cells"] | undefined> {
  const rowId = actionId.slice(MORE.length + 1);
  await restoreRemovedRow(lead, PLAN_TOOL, MORE, rowId);
  return ((await answers())[MORE] as readonly TableRow[]).find(({ id }) => id === rowId)?.cells;
}

test("a row that was taken out can be put back as rows can", async () => {
  await fillLines();
  const added = filling();
  const { actionId } = await addAction(lead, added);
  await takeBackAction(lead, added);
  expect(await bringBack(actionId)).toEqual({ action: "Hire two peers", lead: "The office", owner: `@[${member.personId}]`, due: "2026-12-24" });
});
