import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency } from "@/lib/platform/db/with-agency";
import { inWords } from "./round-errors";
import { publishRound } from "./watch-round";

/** Row level security shows the row for this to nobody but the team's leads, its agency's admins and the round's deputy. */
function requireMoved(rows: number): void {
  if (rows === 0) throw new RefusedError("Only a team lead, an agency admin or this round’s deputy can do that.");
}

/**
 * Reveals a round. Never by itself, and with people missing only by somebody who has seen how many.
 * @param missing how many have not finished, as whoever reveals was told. @throws RefusedError when it is another number by now.
 */
export async function revealRound(context: TeamContext, roundId: string, missing: number): Promise<void> {
  const { agencyId, teamId } = context;
  await inWords(() =>
    withAgency(context, async (tx) =>
      requireMoved(
        await tx.$executeRaw`
          update rating_round set revealed_at = now(), missing_at_reveal = ${missing}
           where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${roundId}::uuid`,
      ),
    ),
  );
  publishRound(context, roundId);
}

/**
 * Closes a round: late ratings join where there are three or more, and of an unnamed one the ratings, their ties to people and
 * the notes that nobody showed are destroyed. One that was not revealed is called off: all of it is destroyed unseen.
 */
export async function closeRound(context: TeamContext, roundId: string): Promise<void> {
  const { agencyId, teamId } = context;
  await inWords(() =>
    withAgency(context, async (tx) =>
      requireMoved(
        await tx.$executeRaw`
          update rating_round set closed_at = now() where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${roundId}::uuid`,
      ),
    ),
  );
  publishRound(context, roundId);
}
