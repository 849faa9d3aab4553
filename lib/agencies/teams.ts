import "server-only";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import type { Exporters } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { isTaken } from "@/lib/platform/db/is-taken";
import { withAgency } from "@/lib/platform/db/with-agency";
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

export async function getTeam(context: TeamContext): Promise<TeamView> {
  const { agencyId, teamId } = context;
  const team = await withAgency(context, (tx) =>
    tx.team.findUniqueOrThrow({
      where: { agencyId_id: { agencyId, id: teamId } },
      select: {
        name: true,
        hasPlainWords: true,
        hidesHistoryNames: true,
        agency: { select: { name: true, state: true, hasWritingHints: true, exporters: true } },
      },
    }),
  );
  const { name, hasPlainWords, hidesHistoryNames } = team;
  const { name: agencyName, state, hasWritingHints, exporters } = team.agency;
  return { teamId, name, agencyId, agencyName, agencyState: state as StateCode, hasWritingHints, hasPlainWords, exporters, hidesHistoryNames };
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
