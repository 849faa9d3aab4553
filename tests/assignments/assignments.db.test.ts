import { beforeEach, describe, expect, test } from "vitest";
import { getTool, keysOf, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { removeAgencyMember, updateAgencyMember } from "@/lib/people/agency-members";
import {
  acceptAssignment,
  assign,
  dueOnSchema,
  handBackAssignment,
  listAssignees,
  listTeamAssignments,
  listToolAssignments,
  removeAssignment,
} from "@/lib/assignments/assignments";
import { removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { completeTool, lockTool, reopenTool } from "@/lib/responses/tool-status";
import { createTeam } from "@/lib/agencies/teams";
import { personOf } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";

const TOOL = 8;
const SECTION = "t8-s1";
const ITEM = toolItems(getTool(TOOL))[0]?.id as string;
const PARTNERS_TOOL = 3;

let fixture: AgencyFixture;
let admin: TeamContext;
let member: Person;
let partner: Person;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId);
  member = await addToTeam(fixture, "member");
  partner = await addToTeam(fixture, "partner", [PARTNERS_TOOL]);
});

const listTimeline = ({ agencyId }: TeamContext, { toolId }: ToolRef) =>
  query<{ kind: string }>(process.env.DATABASE_OWNER_URL as string, "select kind from response_event where agency_id = $1 and tool_id = $2 order by id", [agencyId, toolId]);
const contextOf = (person: Person) => teamContext(person, fixture.teamId);
const give = (assigneeId: string, more: { toolRef?: ToolRef; targetId?: string; dueOn?: string | null } = {}) =>
  assign(admin, { toolRef: refTo(TOOL), targetId: "", assigneeId, dueOn: null, ...more });

describe("assigning", () => {
  test("names the person, who gave it, and the very day it is due", async () => {
    await give(member.userId, { targetId: SECTION, dueOn: "2026-12-01" });
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([
      {
        targetId: SECTION,
        assignee: personOf(member.userId),
        assigned: { by: personOf(fixture.admin.userId) },
        dueOn: "2026-12-01",
        isAccepted: false,
        handedBack: null,
        isMine: false,
      },
    ]);
  });

  test("again replaces whoever had it, and what they said", async () => {
    const first = await give(member.userId);
    await acceptAssignment(await contextOf(member), refTo(TOOL), first);
    const other = await addToTeam(fixture, "lead");
    await give(other.userId);
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([{ assignee: personOf(other.userId), isAccepted: false }]);
  });

  test("the same person again changes the day and keeps that they accepted", async () => {
    const id = await give(member.userId, { dueOn: "2026-12-01" });
    await acceptAssignment(await contextOf(member), refTo(TOOL), id);
    expect(await give(member.userId, { dueOn: null })).toBe(id);
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([{ dueOn: null, isAccepted: true }]);
  });

  test("to oneself is accepted", async () => {
    await give(admin.userId);
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([{ isMine: true, isAccepted: true }]);
  });

  test.each(["", SECTION, ITEM])("takes the tool, a part of it or an item (%j)", async (targetId) => {
    await expect(give(member.userId, { targetId })).resolves.toEqual(expect.any(String));
  });

  test.each(["t8-s5", "t9-i1", "nothing"])("refuses what is not there to be filled in here (%j)", async (targetId) => {
    await expect(give(member.userId, { targetId })).rejects.toThrow("can’t be assigned");
  });

  test("is offered, and possible, only to people who may fill in this tool", async () => {
    const viewer = await addToTeam(fixture, "viewer");
    const stranger = (await createAgencyFixture("Elsewhere")).admin;
    const ids = async (tool: number) => (await listAssignees(admin, refTo(tool))).map(({ personId }) => personId).sort();
    expect(await ids(TOOL)).toEqual([admin.userId, member.userId].sort());
    expect(await ids(PARTNERS_TOOL)).toEqual([admin.userId, member.userId, partner.userId].sort());
    for (const { userId } of [viewer, stranger, partner]) {
      await expect(give(userId)).rejects.toMatchObject({ fieldErrors: { assigneeId: expect.any(String) } });
    }
    await expect(give(partner.userId, { toolRef: refTo(PARTNERS_TOOL) })).resolves.toEqual(expect.any(String));
  });

  test("takes real days of sensible years", () => {
    expect(dueOnSchema.safeParse("2026-12-01").success).toBe(true);
    for (const day of ["2026-02-30", "0206-12-01", "12/01/2026", "2026-12-01T00:00:00Z", ""]) {
      expect(dueOnSchema.safeParse(day).success, day).toBe(false);
    }
  });
});

describe("the assignee", () => {
  test("accepts, or hands back with a note that stays until it is given to somebody", async () => {
    const id = await give(member.userId);
    const theirs = await contextOf(member);
    await acceptAssignment(theirs, refTo(TOOL), id);
    expect(await listToolAssignments(theirs, refTo(TOOL))).toMatchObject([{ isMine: true, isAccepted: true }]);
    await handBackAssignment(theirs, refTo(TOOL), id, "On leave until March.");
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([
      { isAccepted: false, handedBack: { note: "On leave until March." } },
    ]);
    await give(member.userId);
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([{ handedBack: null, isAccepted: false }]);
  });

  test("who presses again because no answer came has answered once", async () => {
    const id = await give(member.userId);
    const theirs = await contextOf(member);
    for (const _try of [1, 2]) await acceptAssignment(theirs, refTo(TOOL), id);
    for (const _try of [1, 2]) await handBackAssignment(theirs, refTo(TOOL), id, "On leave.");
    await handBackAssignment(theirs, refTo(TOOL), id, "On leave until March.");
    expect((await listTimeline(admin, refTo(TOOL))).map(({ kind }) => kind)).toEqual(["assigned", "assignment-accepted", "assignment-handed-back", "assignment-handed-back"]);
  });

  test("is the only one who answers", async () => {
    const id = await give(member.userId);
    await expect(acceptAssignment(admin, refTo(TOOL), id)).rejects.toThrow("not assigned to you");
    await expect(handBackAssignment(admin, refTo(TOOL), id, "")).rejects.toThrow("not assigned to you");
    const other = await createAgencyFixture("Elsewhere");
    const foreign = await teamContext(other.admin, other.teamId);
    await expect(acceptAssignment(foreign, refTo(TOOL), id)).rejects.toThrow("not assigned to you");
    await removeAssignment(foreign, refTo(TOOL), id);
    expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([{ assignmentId: id, isAccepted: false }]);
  });
});

test("a removed assignment is gone, and removing it twice is no failure", async () => {
  const id = await give(member.userId);
  await removeAssignment(admin, refTo(TOOL), id);
  await removeAssignment(admin, refTo(TOOL), id);
  expect(await listTeamAssignments(admin)).toEqual([]);
});

test("a partner sees what is assigned in their tools and nothing of the others", async () => {
  await give(member.userId);
  await give(partner.userId, { toolRef: refTo(PARTNERS_TOOL) });
  const theirs = await contextOf(partner);
  expect(await listTeamAssignments(theirs)).toMatchObject([{ toolRef: refTo(PARTNERS_TOOL), isMine: true }]);
  expect(await listToolAssignments(theirs, refTo(TOOL))).toEqual([]);
});

test("a complete or locked tool keeps who has what as it is, until it is open again", async () => {
  const id = await give(member.userId);
  await completeTool(admin, refTo(TOOL));
  await expect(give(admin.userId)).rejects.toThrow("Reopen it");
  await reopenTool(admin, refTo(TOOL));
  await completeTool(admin, refTo(TOOL));
  await lockTool(admin, refTo(TOOL));
  await expect(give(admin.userId)).rejects.toThrow("locked");
  await expect(removeAssignment(admin, refTo(TOOL), id)).rejects.toThrow("locked");
  await expect(acceptAssignment(await contextOf(member), refTo(TOOL), id)).rejects.toThrow("locked");
  expect(await listToolAssignments(admin, refTo(TOOL))).toMatchObject([{ assignee: personOf(member.userId) }]);
});

describe("someone who can no longer fill in a tool no longer has it", () => {
  const assignees = async () => (await listTeamAssignments(admin)).map(({ assignee }) => assignee.personId);
  const change = (person: Person, role: "viewer" | "partner" | "lead", tools: readonly number[] = []) =>
    updateTeamMember(admin, { userId: person.userId, role, toolKeys: keysOf(...tools) });

  beforeEach(() => give(member.userId));

  test("after leaving the team, but not what they have in another team", async () => {
    const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId), "Second Team");
    const second = await teamContext(fixture.admin, teamId);
    await joinTeam({ agencyId: fixture.agencyId, teamId }, member, "member");
    await assign(second, { toolRef: refTo(TOOL), targetId: "", assigneeId: member.userId, dueOn: null });
    await removeTeamMember(admin, member.userId);
    expect(await assignees()).toEqual([]);
    expect(await listTeamAssignments(second)).toMatchObject([{ assignee: personOf(member.userId) }]);
  });

  test("after leaving the agency", async () => {
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), member.userId);
    expect(await assignees()).toEqual([]);
  });

  test("after becoming a viewer", async () => {
    await change(member, "viewer");
    expect(await assignees()).toEqual([]);
  });

  test("as a partner only of tools that are not shared with them", async () => {
    await change(member, "partner", [TOOL]);
    expect(await assignees()).toEqual([member.userId]);
    await change(member, "partner", [PARTNERS_TOOL]);
    expect(await assignees()).toEqual([]);
  });

  test("after another role that fills in tools, they keep it", async () => {
    await change(member, "lead");
    expect(await assignees()).toEqual([member.userId]);
  });

  test("an admin who is one no longer keeps only what their seat in the team allows", async () => {
    const agency = await agencyContext(fixture.admin, fixture.agencyId);
    await updateAgencyMember(agency, partner.userId, true);
    await give(partner.userId, { targetId: SECTION });
    await give(partner.userId, { toolRef: refTo(PARTNERS_TOOL) });
    await updateAgencyMember(agency, partner.userId, false);
    expect(await assignees()).toEqual([partner.userId, member.userId]);
  });
});
