import { describe, expect, test } from "vitest";
import {
  AGENCY_PERMISSION_NAMES,
  assignableRoles,
  EXPORTERS,
  isAllowedInAgency,
  isAllowedInTeam,
  mayExport,
  ROLES,
  TEAM_PERMISSION_NAMES,
  type AgencyPermission,
  type AgencyRole,
  type Exporters,
  type Role,
  type TeamPermission,
} from "@/lib/platform/auth/permissions";

// Written out a second time on purpose: a change of the table must be made twice, by someone who means it.

const Y = true;
const n = false;

/** In the order admin, lead, member, partner, viewer. */
const TEAM = {
  "team:view": [Y, Y, Y, Y, Y],
  "response:view": [Y, Y, Y, Y, Y],
  "response:edit": [Y, Y, Y, Y, n],
  "response:complete": [Y, Y, Y, n, n],
  "response:lock": [Y, Y, n, n, n],
  "response:unlock": [Y, n, n, n, n],
  "response:rebuild": [Y, n, n, n, n],
  "comment:create": [Y, Y, Y, Y, n],
  "assignment:create": [Y, Y, Y, n, n],
  "assignment:answer": [Y, Y, Y, Y, n],
  "evidence:view": [Y, Y, Y, Y, Y],
  "evidence:edit": [Y, Y, Y, Y, n],
  "evidence:remove-others": [Y, Y, n, n, n],
  "tool:review": [Y, Y, Y, Y, Y],
  "report:view": [Y, Y, Y, Y, Y],
  "export:toolkit": [Y, Y, Y, n, Y],
  "export:tool": [Y, Y, Y, Y, Y],
  "meeting:view": [Y, Y, Y, Y, Y],
  "meeting:suggest": [Y, Y, Y, Y, n],
  "meeting:edit": [Y, Y, Y, n, n],
  "sitting:run": [Y, Y, Y, n, n],
  "sitting:join": [Y, Y, Y, Y, n],
  "round:view": [Y, Y, Y, Y, Y],
  "round:rate": [Y, Y, Y, Y, n],
  "round:open": [Y, Y, n, n, n],
  "round:reveal": [Y, Y, Y, n, n],
  "round:decide": [Y, Y, Y, n, n],
  "milestone:view": [Y, Y, Y, n, Y],
  "milestone:make": [Y, Y, n, n, n],
  "reassessment:start": [Y, Y, n, n, n],
  "feedback:view": [Y, Y, Y, Y, Y],
  "feedback:look": [Y, Y, Y, n, n],
  "feedback:make": [Y, Y, n, n, n],
  "import:team": [Y, Y, n, n, n],
  "team:update": [Y, Y, n, n, n],
  "roster:view": [Y, Y, Y, Y, n],
  "roster:say": [Y, Y, Y, Y, n],
  "roster:mark": [Y, Y, n, n, n],
  "team-member:list": [Y, Y, Y, Y, Y],
  "team-member:invite": [Y, Y, n, n, n],
  "team-member:update": [Y, Y, n, n, n],
  "team-member:remove": [Y, Y, n, n, n],
  "team:leave": [Y, Y, Y, Y, Y],
} satisfies Record<TeamPermission, readonly boolean[]>;

/** In the order admin, member. */
const AGENCY = {
  "agency:view": [Y, Y],
  "agency:update": [Y, n],
  "agency:export": [Y, n],
  "agency:leave": [Y, Y],
  "team:create": [Y, n],
  "agency-member:list": [Y, n],
  "agency-member:invite": [Y, n],
  "agency-member:update": [Y, n],
  "agency-member:remove": [Y, n],
} satisfies Record<AgencyPermission, readonly boolean[]>;

/** In the order admin, lead, member, partner, viewer. */
const EXPORT = {
  everyone: [Y, Y, Y, Y, Y],
  editors: [Y, Y, Y, Y, n],
  leads: [Y, Y, n, n, n],
  admins: [Y, n, n, n, n],
} satisfies Record<Exporters, readonly boolean[]>;

const AGENCY_ROLES: readonly AgencyRole[] = ["admin", "member"];

describe("every role × every permission in a team", () => {
  const cases = TEAM_PERMISSION_NAMES.flatMap((permission) =>
    ROLES.map((role, index) => [role, permission, TEAM[permission][index]] as const),
  );
  test.each(cases)("%s, %s: %s", (role, permission, allowed) => {
    expect(isAllowedInTeam(role, permission)).toBe(allowed);
  });
});

describe("every role × every permission in an agency", () => {
  const cases = AGENCY_PERMISSION_NAMES.flatMap((permission) =>
    AGENCY_ROLES.map((role, index) => [role, permission, AGENCY[permission][index]] as const),
  );
  test.each(cases)("%s, %s: %s", (role, permission, allowed) => {
    expect(isAllowedInAgency(role, permission)).toBe(allowed);
  });
});

describe("every role × every setting of who may download", () => {
  const cases = EXPORTERS.flatMap((exporters) => ROLES.map((role, index) => [role, exporters, EXPORT[exporters][index]] as const));
  test.each(cases)("%s, %s: %s", (role, exporters, allowed) => {
    expect(mayExport(role, exporters)).toBe(allowed);
  });
});

test("a role that is not listed may do nothing", () => {
  for (const permission of TEAM_PERMISSION_NAMES) expect(isAllowedInTeam("owner" as Role, permission)).toBe(false);
  for (const permission of AGENCY_PERMISSION_NAMES) expect(isAllowedInAgency("owner" as AgencyRole, permission)).toBe(false);
  for (const exporters of EXPORTERS) expect(mayExport("owner" as Role, exporters)).toBe(false);
});

test("nobody hands out a role above their own, and only leads and admins hand out any", () => {
  expect(ROLES.filter((role) => assignableRoles(role).length > 0)).toEqual(["admin", "lead"]);
  for (const role of ROLES) expect(assignableRoles(role)).not.toContain("admin");
});
