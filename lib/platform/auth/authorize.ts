import "server-only";
import { cache } from "react";
import { findTool, openToolKeys } from "@/content/toolkits";
import type { HistoryNames } from "@/lib/domain/people/person";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { authDb, queryAuth } from "@/lib/platform/db/client";
import { isUuid } from "@/lib/platform/db/uuid";
import type { AgencyContext, TeamContext } from "./context";
import {
  isAllowedInAgency,
  isAllowedInTeam,
  type AgencyPermission,
  type Role,
  type TeamPermission,
} from "./permissions";
import { hashSecret } from "./secrets";
import { IDLE_MINUTES, LIVE_SESSION, type SessionRow, type StoredSession, toSession } from "./session-store";

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
  tool_keys: ToolKey[] | null;
  added_toolkits: string[];
  person_id: string;
  shows_names: boolean;
  hides_names: boolean;
}

interface NamedStandingRow extends StandingRow {
  team_name: string;
  agency_name: string;
}

const STANDING_COLUMNS = `m.agency_id, m.is_admin, tm.role::text as role, tm.tool_keys, coalesce(p.id, m.user_id) as person_id,
         a.shows_history_names as shows_names, t.hides_history_names as hides_names,
         array(select k.toolkit_id from team_toolkit k
                where k.agency_id = t.agency_id and k.team_id = t.id and k.put_away_at is null) as added_toolkits`;

const STANDING = `
  select ${STANDING_COLUMNS}, t.name as team_name, a.name as agency_name
    from membership m
    join agency a on a.id = m.agency_id
    join team t on t.agency_id = m.agency_id and t.id = $2
    left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id
    left join team_member tm on tm.agency_id = t.agency_id and tm.team_id = t.id and tm.user_id = m.user_id
   where m.user_id = $1`;

const findStanding = cache(async (userId: string, teamId: string): Promise<NamedStandingRow | null> => {
  const [row] = await queryAuth<NamedStandingRow>({ name: "team-standing", text: STANDING, values: [userId, teamId] }, userId);
  return row ?? null;
});

/**
 * May this person do this in this team? One query (once per page render). The agency comes from their membership.
 * A tool that a partner was not given, or of a toolkit that the team has not added, is "not-found", like a team they are not in.
 */
export async function authorizeTeam(
  userId: string,
  teamId: string,
  permission: TeamPermission,
  toolRef?: ToolRef,
): Promise<TeamAuthorization> {
  const standing = isUuid(teamId) ? await findStanding(userId, teamId.toLowerCase()) : null;
  return decide({ userId, teamId, permission, toolRef }, standing);
}

/** Where somebody is who may open this team, in names, with their role there; null for everyone else. Costs a page no query. */
export async function findTeamPlace(
  userId: string,
  teamId: string,
): Promise<{ readonly teamName: string; readonly agencyName: string; readonly role: Role } | null> {
  const standing = isUuid(teamId) ? await findStanding(userId, teamId.toLowerCase()) : null;
  const role: Role | null = standing?.is_admin ? "admin" : (standing?.role ?? null);
  return standing && role && { teamName: standing.team_name, agencyName: standing.agency_name, role };
}

const SESSION_AND_STANDING = `
  select ${LIVE_SESSION.columns}, ${STANDING_COLUMNS}
    from ${LIVE_SESSION.tables}
    left join (membership m join agency a on a.id = m.agency_id join team t on t.agency_id = m.agency_id and t.id = $3)
      on m.user_id = s.user_id
    left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id
    left join team_member tm on tm.agency_id = t.agency_id and tm.team_id = t.id and tm.user_id = m.user_id
   where ${LIVE_SESSION.condition}`;

interface TeamRequest {
  /** The session id from the request's cookie. */
  readonly sid: string;
  readonly teamId: string;
  readonly permission: TeamPermission;
  readonly toolRef: ToolRef | undefined;
}

/**
 * Whose session is it, and may they do this in this team? For routes: both in one query, because a save is little more
 * than its queries. Null without a live session.
 */
export async function authorizeTeamRequest(
  request: TeamRequest,
): Promise<{ readonly session: StoredSession; readonly access: TeamAuthorization } | null> {
  const sidHash = Buffer.from(hashSecret(request.sid));
  const values = [sidHash, IDLE_MINUTES, isUuid(request.teamId) ? request.teamId.toLowerCase() : null];
  const query = { name: "session-and-standing", text: SESSION_AND_STANDING, values };
  const [row] = await queryAuth<SessionRow & NullableStandingRow>(query, request.sid);
  if (!row) return null;
  const standing = row.agency_id === null ? null : (row as StandingRow);
  const session = toSession(row, sidHash);
  return { session, access: decide({ ...request, userId: row.user_id, sidHash: session.sidHash }, standing) };
}

type NullableStandingRow = { [K in keyof StandingRow]: StandingRow[K] | null };

interface TeamQuestion extends Omit<TeamRequest, "sid"> {
  readonly userId: string;
  readonly sidHash?: string;
}

function decide({ userId, teamId, permission, toolRef, sidHash }: TeamQuestion, standing: StandingRow | null): TeamAuthorization {
  const role: Role | null = standing?.is_admin ? "admin" : (standing?.role ?? null);
  if (!standing || !role) return NOT_FOUND;
  const addedToolkits = standing.added_toolkits;
  const toolKeys = openToolKeys(addedToolkits, role === "partner" ? (standing.tool_keys ?? []) : null);
  if (toolRef !== undefined) {
    if (!findTool(toolRef)) return NOT_FOUND;
    if (toolKeys && !toolKeys.includes(toolKey(toolRef))) return NOT_FOUND;
  }
  if (!isAllowedInTeam(role, permission)) return FORBIDDEN;
  const context = {
    agencyId: standing.agency_id,
    teamId: teamId.toLowerCase(),
    userId,
    personId: standing.person_id,
    historyNames: historyNamesFor(role, standing),
    role,
    toolKeys,
    addedToolkits,
    ...(sidHash ? { sidHash } : {}),
  };
  return { ok: true, context: context as unknown as TeamContext };
}

function historyNamesFor(role: Role, { shows_names, hides_names }: StandingRow): HistoryNames {
  if (role === "partner" && hides_names) return "hidden";
  return shows_names ? "shown" : "on-asking";
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
