import "server-only";
import { cache } from "react";
import { authDb, queryAuth } from "@/lib/db/client";
import { isUuid } from "@/lib/db/uuid";
import { TOOL_NUMBERS, type ToolNumber } from "@/lib/tools/definition";
import type { AgencyContext, TeamContext } from "./context";
import {
  isAllowedInAgency,
  isAllowedInTeam,
  type AgencyPermission,
  type Role,
  type TeamPermission,
} from "./permissions";

/** Foreign and nonexistent are the same answer, so an id can't be probed. */
export type Denial = { readonly ok: false; readonly reason: "not-found" | "forbidden" };
export type TeamAuthorization = { readonly ok: true; readonly context: TeamContext } | Denial;
export type AgencyAuthorization = { readonly ok: true; readonly context: AgencyContext } | Denial;

const NOT_FOUND: Denial = { ok: false, reason: "not-found" };
const FORBIDDEN: Denial = { ok: false, reason: "forbidden" };

interface StandingRow {
  agency_id: string;
  is_admin: boolean;
  role: Exclude<Role, "admin"> | null;
  tool_numbers: number[] | null;
}

const STANDING = `
  select m.agency_id, m.is_admin, tm.role::text as role, tm.tool_numbers
    from membership m
    join team t on t.agency_id = m.agency_id and t.id = $2
    left join team_member tm on tm.agency_id = t.agency_id and tm.team_id = t.id and tm.user_id = m.user_id
   where m.user_id = $1`;

const findStanding = cache(async (userId: string, teamId: string): Promise<StandingRow | null> => {
  const [row] = await queryAuth<StandingRow>({ name: "team-standing", text: STANDING, values: [userId, teamId] });
  return row ?? null;
});

/**
 * May this person do this in this team? One query (once per page render). The agency comes from their membership.
 * A tool that a partner was not given is "not-found", like a team they are not in.
 */
export async function authorizeTeam(
  userId: string,
  teamId: string,
  permission: TeamPermission,
  toolNumber?: number,
): Promise<TeamAuthorization> {
  if (!isUuid(teamId)) return NOT_FOUND;
  const standing = await findStanding(userId, teamId.toLowerCase());
  const role: Role | null = standing?.is_admin ? "admin" : (standing?.role ?? null);
  if (!standing || !role) return NOT_FOUND;
  const toolNumbers = role === "partner" ? (standing.tool_numbers ?? []).filter(isToolNumber) : null;
  if (toolNumber !== undefined) {
    if (!isToolNumber(toolNumber)) return NOT_FOUND;
    if (toolNumbers && !toolNumbers.includes(toolNumber)) return NOT_FOUND;
  }
  if (!isAllowedInTeam(role, permission)) return FORBIDDEN;
  const context = { agencyId: standing.agency_id, teamId: teamId.toLowerCase(), userId, role, toolNumbers };
  return { ok: true, context: context as unknown as TeamContext };
}

const findAgencyRole = cache(async (userId: string, agencyId: string) => {
  const membership = await authDb().membership.findUnique({
    where: { agencyId_userId: { agencyId, userId } },
    select: { isAdmin: true },
  });
  if (!membership) return null;
  return membership.isAdmin ? ("admin" as const) : ("member" as const);
});

/** May this person do this to this agency? One query (once per page render). */
export async function authorizeAgency(
  userId: string,
  agencyId: string,
  permission: AgencyPermission,
): Promise<AgencyAuthorization> {
  if (!isUuid(agencyId)) return NOT_FOUND;
  const agencyRole = await findAgencyRole(userId, agencyId.toLowerCase());
  if (!agencyRole) return NOT_FOUND;
  if (!isAllowedInAgency(agencyRole, permission)) return FORBIDDEN;
  const context = { agencyId: agencyId.toLowerCase(), userId, agencyRole };
  return { ok: true, context: context as unknown as AgencyContext };
}

function isToolNumber(number: number): number is ToolNumber {
  return (TOOL_NUMBERS as readonly number[]).includes(number);
}
