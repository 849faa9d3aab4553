import "server-only";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import type { Exporters } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { isTaken } from "@/lib/platform/db/is-taken";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { publishRenamed } from "@/lib/platform/events/renamed";
import { publishStanding } from "@/lib/platform/events/standing";
import type { StateCode } from "./agency-facts";
import { requireTeamRoom } from "./quotas";

export interface TeamView {
  readonly teamId: string;
  readonly name: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyState: StateCode;
  /** The agency's setting: whether notes about privacy and wording appear beside answers while people write. */
  readonly hasWritingHints: boolean;
  /** The team's setting: whether plain words stand beside the toolkit's hard sentences. */
  readonly hasPlainWords: boolean;
  /** The agency's setting: who may download the team's work. */
  readonly exporters: Exporters;
  /** Whether histories leave names out for community partners. */
  readonly hidesHistoryNames: boolean;
}

/** Read beside everything that a page shows: with Prisma it took more of the processor than all of a plan's answers. */
const TEAM = `
  select t.name, t.has_plain_words, t.hides_history_names, a.name as agency_name, a.state, a.has_writing_hints, a.exporters::text
    from team t
    join agency a on a.id = t.agency_id
   where t.agency_id = $1 and t.id = $2`;

interface TeamRow {
  name: string;
  has_plain_words: boolean;
  hides_history_names: boolean;
  agency_name: string;
  state: StateCode;
  has_writing_hints: boolean;
  exporters: Exporters;
}

export async function getTeam(context: TeamContext): Promise<TeamView> {
  const { agencyId, teamId } = context;
  const { rows } = await withAgencyConnection(context, (client) => client.query<TeamRow>(TEAM, [agencyId, teamId]));
  const [team] = rows;
  if (!team) throw new Error(`there is no team ${teamId}`);
  return {
    teamId,
    name: team.name,
    agencyId,
    agencyName: team.agency_name,
    agencyState: team.state,
    hasWritingHints: team.has_writing_hints,
    hasPlainWords: team.has_plain_words,
    exporters: team.exporters,
    hidesHistoryNames: team.hides_history_names,
  };
}

export interface TeamSummary {
  readonly teamId: string;
  readonly name: string;
  readonly memberCount: number;
}

/** Every team of the agency, by name. */
export async function listTeams(context: AgencyContext): Promise<readonly TeamSummary[]> {
  const teams = await withAgency(context, (tx) =>
    tx.team.findMany({
      where: { agencyId: context.agencyId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, _count: { select: { members: true } } },
    }),
  );
  return teams.map((team) => ({ teamId: team.id, name: team.name, memberCount: team._count.members }));
}

/** @throws RefusedError when the agency has a team of that name, or as many as it may. */
export async function createTeam(context: AgencyContext, name: string): Promise<{ teamId: string }> {
  const { agencyId } = context;
  const made = withAgency(context, async (tx) => {
    await requireTeamRoom(tx, agencyId);
    return tx.team.create({ data: { agencyId, name }, select: { id: true } });
  });
  return { teamId: (await refuseTakenName(made)).id };
}

/** @throws RefusedError when the agency has another team of that name. */
export async function renameTeam(context: TeamContext, name: string): Promise<void> {
  const { agencyId, teamId } = context;
  await refuseTakenName(
    withAgency(context, (tx) => tx.team.update({ where: { agencyId_id: { agencyId, id: teamId } }, data: { name } })),
  );
}

/** Whether histories leave names out for community partners; their open screens follow at once. */
export async function updateTeamHistoryNames(context: TeamContext, hidesHistoryNames: boolean): Promise<void> {
  const { agencyId, teamId, userId } = context;
  const partners = await withAgency(context, async (tx) => {
    await tx.team.update({ where: { agencyId_id: { agencyId, id: teamId } }, data: { hidesHistoryNames } });
    return tx.teamMember.findMany({ where: { agencyId, teamId, role: "partner" }, select: { userId: true } });
  });
  // Their streams ask again what they may be told, before they are drawn anew.
  for (const partner of partners) publishStanding(partner.userId);
  publishRenamed(agencyId, userId);
}

/** Turns the plain words in the team's tools on or off. */
export async function updatePlainWords(context: TeamContext, hasPlainWords: boolean): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, (tx) =>
    tx.team.update({ where: { agencyId_id: { agencyId, id: teamId } }, data: { hasPlainWords } }),
  );
}

async function refuseTakenName<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isTaken(error)) {
      throw new RefusedError("Choose another name.", { name: "Your agency has a team with this name already." });
    }
    throw error;
  }
}
