import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { authorizeAgency, authorizeTeam } from "@/lib/platform/auth/authorize";
import {
  AGENCY_PERMISSION_NAMES,
  isAllowedInTeam,
  TEAM_PERMISSION_NAMES,
  TEAM_ROLES,
  type Role,
} from "@/lib/platform/auth/permissions";
import { createTeam } from "@/lib/agencies/teams";
import { keysOf, refTo } from "@/tests/support/tools";
import { addToTeam, agencyContext, createAgencyFixture, type AgencyFixture, type Person } from "../../support/people";

const NOT_FOUND = { ok: false, reason: "not-found" };
let ours: AgencyFixture;
let theirs: AgencyFixture;
let people: Record<Role, Person>;

beforeAll(async () => {
  ours = await createAgencyFixture("Riverbend Police Department");
  theirs = await createAgencyFixture("Hillcrest Fire District");
  const joined = await Promise.all(TEAM_ROLES.map(async (role) => [role, await addToTeam(ours, role)] as const));
  people = { ...Object.fromEntries(joined), admin: ours.admin } as Record<Role, Person>;
});

describe("a team's permissions, as the database has the roles", () => {
  test.each(["admin", ...TEAM_ROLES] as const)("%s may do what the table says and nothing else", async (role) => {
    for (const permission of TEAM_PERMISSION_NAMES) {
      const access = await authorizeTeam(people[role].userId, ours.teamId, permission);
      if (isAllowedInTeam(role, permission)) {
        expect(access).toMatchObject({ ok: true, context: { agencyId: ours.agencyId, teamId: ours.teamId, role } });
      } else {
        expect(access).toEqual({ ok: false, reason: "forbidden" });
      }
    }
  });
});

describe("a team of another agency answers like one that doesn't exist", () => {
  test.each(["admin", ...TEAM_ROLES] as const)("to a %s", async (role) => {
    for (const permission of TEAM_PERMISSION_NAMES) {
      const { userId } = people[role];
      const foreign = await authorizeTeam(userId, theirs.teamId, permission);
      expect(foreign).toEqual(NOT_FOUND);
      expect(await authorizeTeam(userId, randomUUID(), permission)).toEqual(foreign);
    }
  });

  test.each(["", "1", "not-a-uuid", "' or true --", "../../etc", "00000000-0000-0000-0000-00000000000g"])(
    "and so does the id %j",
    async (id) => {
      expect(await authorizeTeam(ours.admin.userId, id, "team:view")).toEqual(NOT_FOUND);
      expect(await authorizeAgency(ours.admin.userId, id, "agency:view")).toEqual(NOT_FOUND);
    },
  );
});

test("another team of one's own agency is as foreign, except to an agency admin", async () => {
  const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId, "team:create"), "Second team");
  for (const role of TEAM_ROLES) {
    expect(await authorizeTeam(people[role].userId, teamId, "team:view")).toEqual(NOT_FOUND);
  }
  expect(await authorizeTeam(ours.admin.userId, teamId, "team:update")).toMatchObject({ ok: true, context: { role: "admin" } });
});

describe("a partner's tools", () => {
  let partner: Person;

  beforeAll(async () => {
    partner = await addToTeam(ours, "partner", [5, 6]);
  });

  test("are the only ones that exist for them", async () => {
    for (let tool = 1; tool <= 13; tool++) {
      const access = await authorizeTeam(partner.userId, ours.teamId, "response:edit", refTo(tool));
      if (tool === 5 || tool === 6) expect(access).toMatchObject({ ok: true, context: { toolKeys: keysOf(5, 6) } });
      else expect(access).toEqual(NOT_FOUND);
    }
  });

  test("hide the others behind the same answer even for what partners may never do", async () => {
    expect(await authorizeTeam(partner.userId, ours.teamId, "response:complete", refTo(5))).toEqual({ ok: false, reason: "forbidden" });
    expect(await authorizeTeam(partner.userId, ours.teamId, "response:complete", refTo(7))).toEqual(NOT_FOUND);
  });
});

test.each([0, 14, -1, 1.5, Number.NaN])("tool %s doesn't exist for anyone", async (tool) => {
  expect(await authorizeTeam(ours.admin.userId, ours.teamId, "response:view", refTo(tool))).toEqual(NOT_FOUND);
});

describe("an agency's permissions", () => {
  test("an admin has them all, in their own agency only", async () => {
    for (const permission of AGENCY_PERMISSION_NAMES) {
      expect(await authorizeAgency(ours.admin.userId, ours.agencyId, permission)).toMatchObject({ ok: true });
      expect(await authorizeAgency(ours.admin.userId, theirs.agencyId, permission)).toEqual(NOT_FOUND);
      expect(await authorizeAgency(ours.admin.userId, randomUUID(), permission)).toEqual(NOT_FOUND);
    }
  });

  test("a team lead may look and leave", async () => {
    const allowed = [];
    for (const permission of AGENCY_PERMISSION_NAMES) {
      const access = await authorizeAgency(people.lead.userId, ours.agencyId, permission);
      if (access.ok) allowed.push(permission);
      else expect(access.reason).toBe("forbidden");
    }
    expect(allowed).toEqual(["agency:view", "agency:leave"]);
  });
});
