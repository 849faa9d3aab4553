import "server-only";
import { randomUUID } from "node:crypto";
import type { Invitee } from "@/lib/domain/rounds/round";
import { ratableItems, ROUND_LIMITS } from "@/lib/domain/rounds/round";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { withAgency } from "@/lib/platform/db/with-agency";
import { linkSecretOf } from "./rate-links";
import { publishRound } from "./watch-round";

/** Everything that is fixed when a round is opened, and told to everyone before the first answer. */
export interface NewRound {
  readonly tool: ToolDefinition;
  readonly itemIds: readonly string[];
  readonly invitees: readonly Invitee[];
  /** "2026-12-04" */
  readonly untilOn: string | null;
  readonly isNamed: boolean;
  readonly isSplit: boolean;
  readonly deputyId: string | null;
  readonly followsId: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** When personal links end: some while after the day by which people are asked. */
function expiryOf(untilOn: string | null): Date {
  const until = untilOn === null ? null : Date.parse(`${untilOn}T00:00:00Z`) + ROUND_LIMITS.linkDays * DAY_MS;
  return new Date(Math.max(until ?? 0, Date.now() + (until === null ? ROUND_LIMITS.openLinkDays : 1) * DAY_MS));
}

/** @returns the round's id. @throws RefusedError naming what is missing. */
export async function openRound(context: TeamContext, round: NewRound): Promise<{ readonly roundId: string }> {
  const { agencyId, teamId, userId } = context;
  const { tool, invitees, isNamed, untilOn, deputyId, followsId } = round;
  // In printed order, and each once.
  const itemIds = ratableItems(tool).filter(({ id }) => round.itemIds.includes(id)).map(({ id }) => id);
  if (itemIds.length === 0) throw new RefusedError("Some answers need another look.", { items: "Choose at least one statement." });
  if (invitees.length === 0) throw new RefusedError("Some answers need another look.", { raters: "Choose at least one person." });
  if (invitees.length > ROUND_LIMITS.raters) throw new RefusedError(`A round can ask ${ROUND_LIMITS.raters} people.`);
  const isSplit = round.isSplit && !isNamed;
  const roundId = randomUUID();
  await withAgency(context, async (tx) => {
    await tx.$queryRaw`select from team where agency_id = ${agencyId}::uuid and id = ${teamId}::uuid for no key update`;
    // The votes of meetings are rounds too, counted for themselves.
    const [last] = await tx.$queryRaw<{ number: number }[]>`
      select coalesce(max(number), 0)::int as number from rating_round where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and sitting_id is null`;
    const number = (last?.number ?? 0) + 1;
    if (number > ROUND_LIMITS.rounds) throw new RefusedError(`A team can keep ${ROUND_LIMITS.rounds} rounds. Write to whoever runs this workbook if you need more.`);
    await tx.$executeRaw`
      insert into rating_round (agency_id, team_id, id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, until_on, follows_id, deputy_id, opened_by, asked)
      values (${agencyId}::uuid, ${teamId}::uuid, ${roundId}::uuid, ${number}, ${tool.ref.toolkitId}, ${tool.ref.toolId}, ${tool.version}, ${itemIds}::text[],
              ${isNamed}, ${isSplit}, ${untilOn}::date, ${followsId}::uuid, ${deputyId}::uuid, ${userId}::uuid, ${invitees.length})`;
    for (const { userId: asked, guestName, side } of invitees) {
      const raterId = randomUUID();
      const tokenHash = guestName === null ? null : Buffer.from(hashSecret(linkSecretOf({ agencyId, roundId, raterId }, 0)));
      await tx.$executeRaw`
        insert into round_rater (agency_id, team_id, round_id, id, user_id, guest_name, token_hash, expires_at, side)
        values (${agencyId}::uuid, ${teamId}::uuid, ${roundId}::uuid, ${raterId}::uuid, ${asked}::uuid, ${guestName}, ${tokenHash}, ${guestName === null ? null : expiryOf(untilOn)}::timestamptz, ${isSplit ? side : null})`;
      // Who opens it knows.
      if (asked !== null && asked !== userId) {
        await tx.$executeRaw`insert into round_notice (agency_id, team_id, round_id, user_id) values (${agencyId}::uuid, ${teamId}::uuid, ${roundId}::uuid, ${asked}::uuid)`;
      }
    }
  });
  publishRound(context, roundId);
  return { roundId };
}
