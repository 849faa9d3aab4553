import "server-only";
import { randomUUID } from "node:crypto";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { isTaken } from "@/lib/platform/db/is-taken";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { codeOf, hashOfCode } from "./meet-codes";
import { tellScreens } from "./tell-screens";

// Who leads a sitting, and how people come to it. Row level security lets the facilitator, stored deputies and the team's
// leads change it, and nobody else.

const NOT_YOURS = "Somebody else leads this meeting now. Load the page again to see how it stands.";
export const ENDED = "This has ended. Load the page again.";

interface RunningRow {
  readonly meeting_id: string;
  readonly facilitator_id: string;
  readonly code_number: number;
  readonly current_id: string | null;
  readonly is_ended: boolean;
}

async function holdRow(tx: Tx, { agencyId, teamId }: TeamContext, sittingId: string): Promise<RunningRow> {
  // Whoever may not change it is shown no row to hold.
  const [row] = await tx.$queryRaw<RunningRow[]>`
    select meeting_id, facilitator_id, code_number, current_id, ended_at is not null as is_ended from sitting
     where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${sittingId}::uuid for no key update`;
  if (!row) throw new RefusedError(NOT_YOURS);
  if (row.is_ended) throw new RefusedError(ENDED);
  return row;
}

/** The sitting, held against whoever changes it at the same time. @throws RefusedError for everybody but its facilitator */
export async function holdSitting(tx: Tx, context: TeamContext, sittingId: string): Promise<RunningRow> {
  const row = await holdRow(tx, context, sittingId);
  if (row.facilitator_id !== context.userId) throw new RefusedError(NOT_YOURS);
  return row;
}

/** Begins meeting mode. @returns the sitting. @throws RefusedError where one is going on, or the meeting is closed */
export async function startSitting(context: TeamContext, meetingId: string, deputyIds: readonly string[]): Promise<{ readonly sittingId: string }> {
  const { agencyId, teamId, userId } = context;
  const sittingId = randomUUID();
  await withAgency(context, async (tx) => {
    const [meeting] = await tx.$queryRaw<{ is_open: boolean; running: number; held: number }[]>`
      select m.closed_at is null and m.removed_at is null as is_open,
             (select count(*)::int from sitting s where s.agency_id = m.agency_id and s.team_id = m.team_id and s.meeting_id = m.id and s.ended_at is null) as running,
             (select count(*)::int from sitting s where s.agency_id = m.agency_id and s.team_id = m.team_id and s.meeting_id = m.id) as held
        from meeting m where m.agency_id = ${agencyId}::uuid and m.team_id = ${teamId}::uuid and m.id = ${meetingId}::uuid for no key update`;
    if (!meeting) throw new RefusedError("We could not find this meeting. It may have been removed.");
    if (!meeting.is_open) throw new RefusedError("This meeting is closed. Open it again first.");
    if (meeting.running > 0) throw new RefusedError("Meeting mode is running already. Load the page again to join it.");
    if (meeting.held >= SITTING_LIMITS.sittings) throw new RefusedError("Meeting mode was started very often in this meeting. Plan another meeting.");
    await tx.$executeRaw`
      insert into sitting (agency_id, team_id, id, meeting_id, started_by, facilitator_id, deputy_ids, code_number)
      values (${agencyId}::uuid, ${teamId}::uuid, ${sittingId}::uuid, ${meetingId}::uuid, ${userId}::uuid, ${userId}::uuid, ${[...new Set(deputyIds)]}::uuid[], 0)`;
    await giveCode(tx, context, sittingId, 1);
  });
  return { sittingId };
}

const MOST_TRIES = 5;

/** The first code from this number on that no other sitting has now. */
async function giveCode(tx: Tx, { agencyId, teamId }: TeamContext, sittingId: string, from: number): Promise<void> {
  for (let number = from; number < from + MOST_TRIES; number += 1) {
    // A code that is taken must not end the transaction.
    await tx.$executeRaw`savepoint a_code`;
    try {
      await tx.sitting.updateMany({
        where: { agencyId, teamId, id: sittingId },
        data: { codeNumber: number, codeHash: new Uint8Array(hashOfCode(codeOf(sittingId, number))), isJoinable: true },
      });
      return;
    } catch (error) {
      if (!isTaken(error)) throw error;
      await tx.$executeRaw`rollback to savepoint a_code`;
    }
  }
  throw new RefusedError("We could not make a code just now. Try again.");
}

/** Another code in place of the one there was, which lets nobody in any more. Whoever sits there stays. */
export async function renewCode(context: TeamContext, sittingId: string): Promise<void> {
  await withAgency(context, async (tx) => {
    const { code_number } = await holdSitting(tx, context, sittingId);
    await giveCode(tx, context, sittingId, code_number + 1);
  });
  tellScreens(context, sittingId);
}

/** Lets newcomers in with the code, or nobody. */
export async function setJoinable(context: TeamContext, sittingId: string, isJoinable: boolean): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    await holdSitting(tx, context, sittingId);
    await tx.sitting.updateMany({ where: { agencyId, teamId, id: sittingId }, data: { isJoinable } });
  });
  tellScreens(context, sittingId);
}

/** Stores who may take it over when the facilitator's device dies. */
export async function setDeputies(context: TeamContext, sittingId: string, deputyIds: readonly string[]): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    await holdSitting(tx, context, sittingId);
    await tx.sitting.updateMany({ where: { agencyId, teamId, id: sittingId }, data: { deputyIds: [...new Set(deputyIds)] } });
  });
  tellScreens(context, sittingId);
}

/** Gives it to somebody else; whoever gave it away becomes a deputy, so that it can come back. */
export async function handOver(context: TeamContext, sittingId: string, to: string): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgency(context, async (tx) => {
    await holdSitting(tx, context, sittingId);
    await tx.$executeRaw`
      update sitting set facilitator_id = ${to}::uuid, deputy_ids = (${userId}::uuid || array_remove(array_remove(deputy_ids, ${to}::uuid), ${userId}::uuid))[:${SITTING_LIMITS.deputies}]
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${sittingId}::uuid`;
  });
  tellScreens(context, sittingId);
}

/** A stored deputy, or a lead of the team, goes on in the facilitator's place. Nobody is put there by being present. */
export async function takeOver(context: TeamContext, sittingId: string): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgency(context, async (tx) => {
    const { facilitator_id } = await holdRow(tx, context, sittingId);
    if (facilitator_id === userId) return;
    await tx.$executeRaw`
      update sitting set facilitator_id = ${userId}::uuid,
             deputy_ids = (facilitator_id || array_remove(array_remove(deputy_ids, ${userId}::uuid), facilitator_id))[:${SITTING_LIMITS.deputies}]
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${sittingId}::uuid`;
  });
  tellScreens(context, sittingId);
}
