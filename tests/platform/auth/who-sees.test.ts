import { describe, expect, test } from "vitest";
import { EXPORTER_DESCRIPTIONS, EXPORTERS, isAllowedInAgency, isAllowedInTeam, mayExport, type Role, ROLES, type TeamPermission } from "@/lib/platform/auth/permissions";
import { describeWhoSees, nameRoles, SEEN, type Seen } from "@/lib/platform/auth/who-sees";

const MANY: Record<Role, string> = { admin: "agency admins", lead: "team leads", member: "team members", partner: "community partners", viewer: "viewers" };

const wordsOf = (seen: Seen) => describeWhoSees([seen])[0]?.who ?? "";

describe("the words say what the table of permissions says", () => {
  test.each([
    ["address", "team-member:update"],
    ["name", "team-member:list"],
    ["part", "roster:view"],
  ] as const satisfies readonly (readonly [Seen, TeamPermission])[])("who sees the %s", (seen, permission) => {
    const words = wordsOf(seen).toLowerCase();
    for (const role of ROLES) expect(words.includes(MANY[role]), role).toBe(isAllowedInTeam(role, permission));
  });

  test.each(["answers", "comments", "history"] as const)("who reads %s: everyone in the team, partners in their tools alone", (seen) => {
    const words = wordsOf(seen).toLowerCase();
    for (const role of ROLES) expect(words.includes(MANY[role]), role).toBe(isAllowedInTeam(role, "response:view"));
    expect(words).toContain("community partners can too, but only in the tools the team shares with them");
  });

  test("who changes an answer is whoever may fill in the tool", () => {
    expect(isAllowedInTeam("viewer", "response:edit")).toBe(false);
    expect(wordsOf("answers")).toContain("whoever may fill in the tool can change it");
  });

  test.each(EXPORTERS)("who downloads where the agency chose “%s”", (exporters) => {
    const [downloads] = describeWhoSees(["downloads"], { exporters });
    expect(downloads?.who).toContain(EXPORTER_DESCRIPTIONS[exporters]);
  });

  test("the fewest who download, where the choice isn't known", () => {
    const fewest = ROLES.filter((role) => isAllowedInTeam(role, "export:tool") && mayExport(role, "admins"));
    expect(wordsOf("downloads")).toContain(`to ${nameRoles(fewest)} alone`);
  });

  test("the record of what was done is for agency admins", () => {
    expect([isAllowedInAgency("admin", "agency:export"), isAllowedInAgency("member", "agency:export")]).toEqual([true, false]);
    expect(wordsOf("log")).toMatch(/^Agency admins can download/);
  });
});

test("nothing is left out, and each matter is said once, without an exclamation mark", () => {
  const words = describeWhoSees();
  expect(words).toHaveLength(SEEN.length);
  expect(new Set(words.map(({ what }) => what)).size).toBe(SEEN.length);
  expect(JSON.stringify(words)).not.toContain("!");
});
