import "server-only";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import type { Exporters } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { isTaken } from "@/lib/platform/db/is-taken";
import { withAgency } from "@/lib/platform/db/with-agency";
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
}

export async function getTeam(context: TeamContext): Promise<TeamView> {
  const { agencyId, teamId } = context;
  const team = await withAgency(context, (tx) =>
    tx.team.findUniqueOrThrow({
      where: { agencyId_id: { agencyId, id: teamId } },
      select: { name: true, hasPlainWords: true, agency: { select: { name: true, state: true, hasWritingHints: true, exporters: true } } },
    }),
  );
  const { name: agencyName, state, hasWritingHints, exporters } = team.agency;
  return {
    teamId,
    name: team.name,
    agencyId,
    agencyName,
    agencyState: state as StateCode,
    hasWritingHints,
    hasPlainWords: team.hasPlainWords,
    exporters,
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
