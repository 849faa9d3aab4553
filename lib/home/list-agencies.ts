import "server-only";
import { findTool, getTool } from "@/content/toolkits";
import { listOwnAgencies, type OwnAgency } from "@/lib/agencies/agencies";
import { findAssignmentTarget } from "@/lib/domain/tool/tool-parts";
import type { Action } from "@/lib/domain/plan/actions";
import { sortByDue } from "@/lib/domain/plan/plan-groups";
import { isSameTool, refOf, type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { isAllowedInTeam, type Role } from "@/lib/platform/auth/permissions";
import { listOwnActions } from "@/lib/plan/list-own-actions";
import { PLAN } from "@/lib/plan/load-plan";
import { CARRIED_IN, IS_WAITING } from "@/lib/responses/response-facts";
import { queryAuth } from "@/lib/platform/db/client";
import type { TeamGlance, WaitingWork } from "./team-glance";

/** A person sees so much of what waits for them on one page; the teams' own pages have the rest. */
const WORK_MAX = 500;
const SHOWN_PER_TEAM = 4;
/** What stands in a plan is an agency's own, and read in a transaction of that agency. Of so many agencies; in the others' teams the home has it. */
const PLANS_OF_AGENCIES = 10;

export interface AgencyGlance extends OwnAgency {
  /** By team id. */
  readonly glances: ReadonlyMap<string, TeamGlance>;
}

interface StandingRow {
  team_id: string;
  toolkit_id: string;
  tool_id: string;
  is_complete: boolean;
  last_edited_at: Date | null;
  is_untouched: boolean;
}

/** The teams that a person can open: an admin all of the agency, others where they have a seat. A partner's tools with it. */
const OWN_TEAMS = `
  own as (
    select t.agency_id, t.id as team_id, case when m.is_admin then null when tm.role = 'partner' then tm.tool_keys end as tool_keys
      from membership m
      join team t on t.agency_id = m.agency_id
      left join team_member tm on tm.agency_id = t.agency_id and tm.team_id = t.id and tm.user_id = m.user_id
     where m.user_id = $1 and (m.is_admin or tm.user_id is not null)
  )`;

const STANDINGS = `
  with ${OWN_TEAMS}
  select r.team_id, r.toolkit_id, r.tool_id, r.completed_at is not null as is_complete, r.last_edited_at, coalesce(rated_anew.is_untouched, false) as is_untouched
    from own
    join response r on r.agency_id = own.agency_id and r.team_id = own.team_id
    left join lateral (${CARRIED_IN}) rated_anew on true
   where own.tool_keys is null or r.toolkit_id || '/' || r.tool_id = any(own.tool_keys)`;

interface WorkRow {
  team_id: string;
  toolkit_id: string;
  tool_id: string;
  target_id: string;
  is_mine: boolean;
  due_on: string | null;
  is_handed_back: boolean;
  answered: string[] | null;
}

// Of answers only which there are: what is filled in does not wait, but one that was carried forward and nobody has looked at does.
const WORK = `
  with ${OWN_TEAMS}
  select a.team_id, a.toolkit_id, a.tool_id, a.target_id, a.assignee_id = $1 as is_mine, to_char(a.due_on, 'YYYY-MM-DD') as due_on,
         a.handed_back_at is not null as is_handed_back,
         (select array_agg(a.item_id) from answer a
           where a.agency_id = r.agency_id and a.response_id = r.id
             and not exists (select from reassessment s join carried_answer c on c.agency_id = s.agency_id and c.team_id = s.team_id and c.reassessment_id = s.id
                              where s.agency_id = r.agency_id and s.team_id = r.team_id and s.stopped_at is null
                                and c.toolkit_id = r.toolkit_id and c.tool_id = r.tool_id and c.item_id = a.item_id and ${IS_WAITING})) as answered
    from own
    join assignment a on a.agency_id = own.agency_id and a.team_id = own.team_id
    left join response r
      on r.agency_id = a.agency_id and r.team_id = a.team_id and r.toolkit_id = a.toolkit_id and r.tool_id = a.tool_id
   where r.completed_at is null
     and (own.tool_keys is null or a.toolkit_id || '/' || a.tool_id = any(own.tool_keys))
     and ((a.assignee_id = $1 and a.handed_back_at is null) or (a.assignee_id <> $1 and a.handed_back_at is not null))
   order by a.due_on nulls last, a.id
   limit ${WORK_MAX}`;

interface RoundRow {
  team_id: string;
  id: string;
  number: number;
  toolkit_id: string;
  tool_id: string;
  until_on: string | null;
}

// As `listAskedRounds` does it for one team.
const ROUNDS = `
  with ${OWN_TEAMS}
  select r.team_id, r.id, r.number, r.toolkit_id, r.tool_id, to_char(r.until_on, 'YYYY-MM-DD') as until_on
    from own
    join round_rater p on p.agency_id = own.agency_id and p.team_id = own.team_id and p.user_id = $1
    join rating_round r on r.agency_id = p.agency_id and r.team_id = p.team_id and r.id = p.round_id
   where p.finished_at is null and r.revealed_at is null and r.closed_at is null
     and (own.tool_keys is null or r.toolkit_id || '/' || r.tool_id = any(own.tool_keys))
   order by r.until_on nulls last, r.number
   limit ${WORK_MAX}`;

/**
 * The agencies a person belongs to with their teams, and of each team where it stands, when somebody last worked in it, and
 * what waits for this person. Four queries, however many teams there are, and one for each agency with a plan.
 */
export async function listAgencyGlances(userId: string): Promise<readonly AgencyGlance[]> {
  const [agencies, standings, work, rounds] = await Promise.all([
    listOwnAgencies(userId),
    queryAuth<StandingRow>({ name: "glance-standings", text: STANDINGS, values: [userId] }, userId),
    queryAuth<WorkRow>({ name: "glance-work", text: WORK, values: [userId] }, userId),
    queryAuth<RoundRow>({ name: "glance-rounds", text: ROUNDS, values: [userId] }, userId),
  ]);
  const actions = await listActionsOf(userId, agencies, standings);
  return agencies.map((agency) => ({
    ...agency,
    glances: new Map(agency.teams.map((team) => [team.teamId, glanceOf(team, { standings, work, rounds, actions: actions.get(team.teamId) ?? [] })])),
  }));
}

/** By team. Standings are of tools that the person may open. */
async function listActionsOf(userId: string, agencies: readonly OwnAgency[], standings: readonly StandingRow[]): Promise<ReadonlyMap<string, readonly Action[]>> {
  const planned = new Set(standings.filter((row) => isSameTool(refOfRow(row), PLAN.tool)).map(({ team_id }) => team_id));
  const asked = agencies
    .map(({ agencyId, teams }) => ({ agencyId, teamIds: teams.map(({ teamId }) => teamId).filter((teamId) => planned.has(teamId)) }))
    .filter(({ teamIds }) => teamIds.length > 0)
    .slice(0, PLANS_OF_AGENCIES);
  const found = await Promise.all(asked.map(({ agencyId, teamIds }) => listOwnActions({ agencyId, userId }, teamIds)));
  return new Map(found.flatMap((teams) => [...teams]));
}

interface GlanceParts {
  readonly standings: readonly StandingRow[];
  readonly work: readonly WorkRow[];
  readonly rounds: readonly RoundRow[];
  readonly actions: readonly Action[];
}

function glanceOf({ teamId, role }: { readonly teamId: string; readonly role: Role }, { standings, work, rounds, actions }: GlanceParts): TeamGlance {
  const own = standings.filter(({ team_id }) => team_id === teamId);
  const known = own.filter((row) => findTool(refOfRow(row)) !== null);
  const edited = known.flatMap((row) => (row.last_edited_at ? [{ toolRef: refOfRow(row), at: row.last_edited_at.toISOString() }] : []));
  const assigned = work.filter(({ team_id, is_mine }) => team_id === teamId && (is_mine || isAllowedInTeam(role, "assignment:create"))).flatMap(toWork);
  const asked = isAllowedInTeam(role, "round:rate") ? rounds.filter(({ team_id }) => team_id === teamId).flatMap(toRoundWork) : [];
  const waiting = sortByDue([...asked, ...assigned, ...actions.map(toActionWork)]);
  return {
    states: new Map<ToolKey, "complete" | "started">(
      known.flatMap((row) => (row.is_complete || (row.last_edited_at && !row.is_untouched) ? [[toolKey(refOfRow(row)), row.is_complete ? "complete" : "started"] as const] : [])),
    ),
    lastActivity: edited.reduce<TeamGlance["lastActivity"]>((last, one) => (last === null || one.at > last.at ? one : last), null),
    waiting: waiting.slice(0, SHOWN_PER_TEAM),
    moreWaiting: Math.max(0, waiting.length - SHOWN_PER_TEAM),
  };
}

function toActionWork({ id, what, dueOn }: Action): WaitingWork {
  return { toolRef: PLAN.tool, targetId: id, name: what || "An action without words", dueOn, kind: "action" };
}

function toRoundWork(row: RoundRow): WaitingWork[] {
  const toolRef = refOfRow(row);
  return findTool(toolRef) ? [{ toolRef, targetId: row.id, name: `round ${row.number}: rate alone`, dueOn: row.until_on, kind: "round" }] : [];
}

function refOfRow(row: { toolkit_id: string; tool_id: string }): ToolRef {
  return refOf({ toolkitId: row.toolkit_id, toolId: row.tool_id });
}

/** Nothing for what is filled in, or what the tool no longer has. */
function toWork(row: WorkRow): WaitingWork[] {
  const toolRef = refOfRow(row);
  if (!findTool(toolRef)) return [];
  const target = findAssignmentTarget(getTool(toolRef), row.target_id);
  if (!target) return [];
  const answered = new Set(row.answered ?? []);
  const counted = target.items.filter(({ extension }) => !extension);
  if (row.is_mine && counted.length > 0 && counted.every(({ id }) => answered.has(id))) return [];
  return [{ toolRef, targetId: row.target_id, name: target.name, dueOn: row.due_on, kind: row.is_handed_back ? "handed-back" : "assigned" }];
}
