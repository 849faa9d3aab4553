import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { ROLE_LABELS } from "@/lib/auth/permissions";
import { withAgency } from "@/lib/db/with-agency";
import { FORMER_MEMBER } from "./response-facts";
import { isWorkbook } from "./workbook";

/** Stands for someone whose role can't be told by the name alone, as when two people share it. */
const SOMEONE = "A team member";

/** What each name that the agency's people go by is replaced with when an export shows roles only. */
export async function listRolesByName(context: TeamContext): Promise<ReadonlyMap<string, string>> {
  const { agencyId, teamId } = context;
  const people = await withAgency(context, (tx) =>
    tx.membership.findMany({
      where: { agencyId },
      select: { displayName: true, isAdmin: true, teams: { where: { teamId }, select: { role: true } } },
    }),
  );
  const roles = new Map<string, string>();
  for (const { displayName, isAdmin, teams } of people) {
    const role = isAdmin ? "admin" : teams[0]?.role;
    const label = role ? ROLE_LABELS[role] : SOMEONE;
    roles.set(displayName, (roles.get(displayName) ?? label) === label ? label : SOMEONE);
  }
  return roles;
}

/** Who did or has something, wherever an export says so, and who a comment mentions. */
const NAMES: ReadonlySet<string> = new Set(["by", "exportedBy", "assignee"]);
/** What a team wrote, as it is stored: a table may have a column called "by". */
const WRITTEN: ReadonlySet<string> = new Set(["answer", "before", "after"]);

/**
 * The same data with roles in place of names: of everyone who did something, and of people mentioned in comments. Names
 * typed into answers stay.
 */
export function withRoles<T>(data: T, roles: ReadonlyMap<string, string>): T {
  // The longest first: "@Sam Park" must not become "@Team leadPark".
  const names = [...roles.keys()].toSorted((a, b) => b.length - a.length);
  const roleOf = (name: string) => (name === FORMER_MEMBER || isWorkbook(name) ? name : (roles.get(name) ?? SOMEONE));
  const inComment = (text: string) => names.reduce((words, name) => words.replaceAll(`@${name}`, `@${roleOf(name)}`), text);
  const replace = (value: unknown, key: string): unknown => {
    if (WRITTEN.has(key)) return value;
    if (typeof value === "string") return NAMES.has(key) ? roleOf(value) : key === "body" ? inComment(value) : value;
    if (Array.isArray(value)) return value.map((entry) => replace(entry, ""));
    if (value instanceof Map) return new Map([...value].map(([name, entry]) => [name, replace(entry, "")]));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replace(entry, name)]));
  };
  return replace(data, "") as T;
}
