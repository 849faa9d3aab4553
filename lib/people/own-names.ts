import "server-only";
import { randomUUID } from "node:crypto";
import { lockPeople } from "@/lib/agencies/agency-lock";
import type { AgencyContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { authDb } from "@/lib/platform/db/client";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { publishRenamed } from "@/lib/platform/events/renamed";
import { requireFreeName } from "./taken-names";

/** The names one person goes by, and what becomes of what they did before when they take another. */

export interface OwnName {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly displayName: string;
}

/** Every agency the person belongs to with the name they go by there, by the agency's name. */
export async function listOwnNames(userId: string): Promise<readonly OwnName[]> {
  const rows = await authDb().membership.findMany({
    where: { userId },
    orderBy: [{ agency: { name: "asc" } }, { agencyId: "asc" }],
    select: { agencyId: true, displayName: true, agency: { select: { name: true } } },
  });
  return rows.map(({ agencyId, displayName, agency }) => ({ agencyId, agencyName: agency.name, displayName }));
}

/** What older entries show: the new name, or "A former name", so that nothing ties the two together. */
export const EARLIER_ENTRIES = ["renamed", "apart"] as const;
export type EarlierEntries = (typeof EARLIER_ENTRIES)[number];

/**
 * Takes another name in the agency, a pseudonym if the person likes; open screens take it at once. Set apart, whatever
 * they did until now shows "A former name", they have another id wherever it is said who did something, and what was
 * assigned to them is free again, since it would show the new name where the old one stood.
 * @throws RefusedError when the name looks like somebody else's, or is set apart from itself.
 */
export async function updateDisplayName(context: AgencyContext, displayName: string, earlier: EarlierEntries = "renamed"): Promise<void> {
  const { agencyId, userId } = context;
  await withAgency(context, async (tx) => {
    await lockPeople(tx, agencyId);
    await requireFreeName(tx, context, displayName, "displayName");
    const key = { agencyId_userId: { agencyId, userId } };
    const before = await tx.membership.findUniqueOrThrow({ where: key, select: { displayName: true } });
    if (earlier === "apart" && before.displayName === displayName) {
      throw new RefusedError("Choose another name.", { displayName: "This is your name now. With the same name, old and new would not be apart." });
    }
    await tx.membership.update({ where: key, data: { displayName } });
    if (earlier === "apart") await setApart(tx, context);
  });
  publishRenamed(agencyId, userId);
}

async function setApart(tx: Tx, { agencyId, userId }: AgencyContext): Promise<void> {
  await tx.$executeRaw`
    insert into persona (agency_id, user_id, id, since)
    values (${agencyId}::uuid, ${userId}::uuid, ${randomUUID()}::uuid, clock_timestamp())
    on conflict (agency_id, user_id) do update set id = excluded.id, since = excluded.since`;
  // An entry of this minute would take in what is written next, and be of both names.
  await tx.$executeRaw`
    update answer_revision set stands_apart = true
     where agency_id = ${agencyId}::uuid and user_id = ${userId}::uuid
       and date_trunc('minute', minute) = date_trunc('minute', statement_timestamp())
       and date_trunc('minute', changed_at) = date_trunc('minute', statement_timestamp())`;
  await tx.assignment.deleteMany({ where: { agencyId, assigneeId: userId } });
}
