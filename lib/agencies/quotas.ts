import "server-only";
import {
  AGENCIES_PER_ADMIN,
  COMMENTS_PER_PERSON_AND_TOOL,
  EVIDENCE_AGENCY_MAX_BYTES,
  INVITATIONS_PER_AGENCY,
  MEMBERS_PER_AGENCY,
  TEAMS_PER_AGENCY,
} from "@/lib/domain/limits";
import { formatBytes } from "@/lib/domain/text/byte-size";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { authDb } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/with-agency";

// How much of everything there may be. Each is asked inside the transaction that adds one, and first takes hold of what
// it counts for, so that of several that come at once each counts those before it.

/** @throws RefusedError when the agency has as many teams as it may. */
export async function requireTeamRoom(tx: Tx, agencyId: string): Promise<void> {
  await holdAgency(tx, agencyId);
  if ((await tx.team.count({ where: { agencyId } })) < TEAMS_PER_AGENCY) return;
  throw new RefusedError(`An agency can have ${TEAMS_PER_AGENCY} teams. Rename a team you no longer use instead of adding one.`);
}

/** @throws RefusedError when the agency has as many people as it may. Somebody who is in it already is no more. */
export async function requireMemberRoom(tx: Tx, agencyId: string, userId: string): Promise<void> {
  await holdAgency(tx, agencyId);
  const others = await tx.membership.count({ where: { agencyId, userId: { not: userId } } });
  if (others < MEMBERS_PER_AGENCY) return;
  throw new RefusedError(
    `This agency has ${inWords(MEMBERS_PER_AGENCY)} people, which is as many as it can have. Ask one of its admins to remove people who have left.`,
  );
}

/** @throws RefusedError when as many of the agency's invitations are open as may be. */
export async function requireInvitationRoom(tx: Tx, agencyId: string): Promise<void> {
  await holdAgency(tx, agencyId);
  if ((await tx.invitation.count({ where: { agencyId, acceptedAt: null, revokedAt: null } })) < INVITATIONS_PER_AGENCY) return;
  throw new RefusedError(`Your agency has ${INVITATIONS_PER_AGENCY} open invitations. Take back those you no longer need, then invite more people.`);
}

/** @throws RefusedError when the agency's files would weigh more than they may. */
export async function requireStorageRoom(tx: Tx, agencyId: string, sizeBytes: number): Promise<void> {
  await holdAgency(tx, agencyId);
  const { _sum } = await tx.evidenceFile.aggregate({ where: { agencyId }, _sum: { sizeBytes: true } });
  if ((_sum.sizeBytes ?? 0) + sizeBytes <= EVIDENCE_AGENCY_MAX_BYTES) return;
  throw new RefusedError(
    `Your agency’s files would pass ${formatBytes(EVIDENCE_AGENCY_MAX_BYTES)}. Remove files you no longer need, then add this one.`,
  );
}

/** @throws RefusedError when the person wrote as many comments in this tool since yesterday as they may. */
export async function requireCommentRoom(tx: Tx, { agencyId, teamId, userId }: TeamContext, toolRef: ToolRef): Promise<void> {
  await holdPerson(tx, userId);
  const since = new Date(Date.now() - 86_400_000);
  const where = { agencyId, createdBy: userId, createdAt: { gt: since }, thread: { agencyId, teamId, ...toolRef } };
  if ((await tx.comment.count({ where })) < COMMENTS_PER_PERSON_AND_TOOL) return;
  throw new RefusedError(`You wrote ${COMMENTS_PER_PERSON_AND_TOOL} comments in this tool since yesterday. Please go on tomorrow.`);
}

/** @throws RefusedError when the person is the admin of as many agencies as may be. */
export async function requireAgencyRoom(tx: Tx, userId: string): Promise<void> {
  await holdPerson(tx, userId);
  // Of all agencies, which only the identity role sees. Whoever made one before has committed it by now.
  if ((await authDb().membership.count({ where: { userId, isAdmin: true } })) < AGENCIES_PER_ADMIN) return;
  throw new RefusedError(`You are the admin of ${AGENCIES_PER_ADMIN} agencies, which is as many as one person can make. Leave one first.`);
}

async function holdAgency(tx: Tx, agencyId: string): Promise<void> {
  await tx.$queryRaw`select from agency where id = ${agencyId}::uuid for no key update`;
}

/** Until the transaction ends. There is no row of a person's that this role could hold. */
async function holdPerson(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${userId}, 0)) is null as is_held`;
}

function inWords(count: number): string {
  return count.toLocaleString("en-US");
}
