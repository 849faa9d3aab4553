import "server-only";
import type { AgendaEntry } from "@/lib/domain/meetings/agenda";
import { type EntryKind, MEETING_LIMITS } from "@/lib/domain/meetings/meeting";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { markNotes } from "./meetings";

export interface MeetingDay {
  /** "2026-12-01" */
  readonly heldOn: string;
  /** "18:00" or empty. */
  readonly startsAt: string;
  readonly place: string;
}

const GONE = "We could not find this meeting. It may have been removed.";
const CLOSED = "This meeting is closed, so it can’t be changed. Open it again first.";
const SAVED_ELSEWHERE =
  "Someone saved these notes since you opened the page, so nothing was saved now. What you wrote is still here: open the meeting in another tab to see what it says, load this page again, and put in what should stay.";

const toDate = (day: string) => new Date(`${day}T00:00:00Z`);
const placeOf = ({ agencyId, teamId }: TeamContext) => ({ agencyId, teamId });

interface LockedMeeting {
  readonly notes: string;
  readonly is_closed: boolean;
  readonly is_removed: boolean;
}

/** The meeting, held against whoever changes it at the same time. @throws RefusedError when the team has no such meeting. */
async function hold(tx: Tx, { agencyId, teamId }: TeamContext, meetingId: string): Promise<LockedMeeting> {
  const [found] = await tx.$queryRaw<LockedMeeting[]>`
    select notes, closed_at is not null as is_closed, removed_at is not null as is_removed from meeting
     where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${meetingId}::uuid for no key update`;
  if (!found) throw new RefusedError(GONE);
  return found;
}

async function holdOpen(tx: Tx, context: TeamContext, meetingId: string): Promise<LockedMeeting> {
  const found = await hold(tx, context, meetingId);
  if (found.is_removed) throw new RefusedError(GONE);
  if (found.is_closed) throw new RefusedError(CLOSED);
  return found;
}

/** @returns the meeting's id. @throws RefusedError when the team has very many. */
export async function planMeeting(context: TeamContext, { heldOn, startsAt, place }: MeetingDay): Promise<{ readonly meetingId: string }> {
  return withAgency(context, async (tx) => {
    await tx.$queryRaw`select from team where agency_id = ${context.agencyId}::uuid and id = ${context.teamId}::uuid for no key update`;
    if ((await tx.meeting.count({ where: placeOf(context) })) >= MEETING_LIMITS.meetings) {
      throw new RefusedError(`A team can keep ${MEETING_LIMITS.meetings} meetings. Write to whoever runs this workbook if you need more.`);
    }
    const { id } = await tx.meeting.create({
      data: { ...placeOf(context), heldOn: toDate(heldOn), startsAt, place, createdBy: context.userId },
      select: { id: true },
    });
    return { meetingId: id };
  });
}

/** @throws RefusedError for a meeting that is closed or not there. */
export async function moveMeeting(context: TeamContext, meetingId: string, { heldOn, startsAt, place }: MeetingDay): Promise<void> {
  await withAgency(context, async (tx) => {
    await holdOpen(tx, context, meetingId);
    await tx.meeting.updateMany({ where: { ...placeOf(context), id: meetingId }, data: { heldOn: toDate(heldOn), startsAt, place } });
  });
}

/** While people sit together in it, nobody takes it from them. */
async function requireNoSitting(tx: Tx, context: TeamContext, meetingId: string): Promise<void> {
  const running = await tx.sitting.count({ where: { ...placeOf(context), meetingId, endedAt: null } });
  if (running > 0) throw new RefusedError("Meeting mode is still running. End it first: whoever leads it can, and a team lead can take over.");
}

/** Takes it out of the lists, or puts it back; nothing of it is lost. @throws RefusedError for taking it out while meeting mode runs */
export async function setMeetingRemoved(context: TeamContext, meetingId: string, isRemoved: boolean): Promise<void> {
  await withAgency(context, async (tx) => {
    await hold(tx, context, meetingId);
    if (isRemoved) await requireNoSitting(tx, context, meetingId);
    await tx.meeting.updateMany({ where: { ...placeOf(context), id: meetingId }, data: { removedAt: isRemoved ? new Date() : null } });
  });
}

/**
 * Saves the notes as a whole.
 * @param basedOn marks the notes that the page which sends this was opened with.
 * @returns the mark of the notes now. @throws RefusedError when somebody saved others since.
 */
export async function saveNotes(context: TeamContext, meetingId: string, notes: string, basedOn: string): Promise<{ readonly mark: string }> {
  return withAgency(context, async (tx) => {
    const found = await holdOpen(tx, context, meetingId);
    const mark = markNotes(notes);
    const now = markNotes(found.notes);
    if (now !== basedOn && now !== mark) throw new RefusedError(SAVED_ELSEWHERE);
    await tx.meeting.updateMany({ where: { ...placeOf(context), id: meetingId }, data: { notes } });
    return { mark };
  });
}

/**
 * Puts a point on the agenda, or writes down what was decided.
 * @throws RefusedError for a decision by somebody who may only suggest, a closed meeting, and very many entries.
 */
export async function addEntry(context: TeamContext, meetingId: string, { kind, words }: { readonly kind: EntryKind; readonly words: string }): Promise<{ readonly entryId: string }> {
  if (kind === "decision" && !isAllowedInTeam(context.role, "meeting:edit")) throw new RefusedError("Ask a member of the team to write down what was decided.");
  return withAgency(context, async (tx) => {
    await holdOpen(tx, context, meetingId);
    const where = { ...placeOf(context), meetingId };
    if ((await tx.meetingEntry.count({ where })) >= MEETING_LIMITS.entries) {
      throw new RefusedError(`A meeting holds ${MEETING_LIMITS.entries} points and decisions. Write what is left into its notes.`);
    }
    const { id } = await tx.meetingEntry.create({ data: { ...where, kind, words, createdBy: context.userId }, select: { id: true } });
    return { entryId: id };
  });
}

/** Takes a point or a decision away, or puts it back. One's own, or anybody's for those who keep the meeting. */
export async function setEntryRemoved(context: TeamContext, meetingId: string, entryId: string, isRemoved: boolean): Promise<void> {
  await withAgency(context, async (tx) => {
    await holdOpen(tx, context, meetingId);
    const own = isAllowedInTeam(context.role, "meeting:edit") ? {} : { createdBy: context.userId };
    const { count } = await tx.meetingEntry.updateMany({
      where: { ...placeOf(context), meetingId, id: entryId, ...own },
      data: { removedAt: isRemoved ? new Date() : null },
    });
    if (count === 0) throw new RefusedError("Only who added this, or a member of the team, can take it away.");
  });
}

/**
 * Keeps the agenda as it is now and closes the meeting: what it says stays until somebody opens it again. It is no failure when
 * it was closed already, by a teammate or by a first press whose answer was lost: the agenda that was kept first stays.
 */
export async function closeMeeting(context: TeamContext, meetingId: string, agenda: readonly AgendaEntry[]): Promise<void> {
  await withAgency(context, async (tx) => {
    const found = await hold(tx, context, meetingId);
    if (found.is_removed) throw new RefusedError(GONE);
    if (found.is_closed) return;
    await requireNoSitting(tx, context, meetingId);
    await tx.meeting.updateMany({
      where: { ...placeOf(context), id: meetingId },
      data: { agenda: agenda.map((entry) => ({ ...entry, owner: entry.owner && { ...entry.owner }, tool: { ...entry.tool } })), closedAt: new Date(), closedBy: context.userId },
    });
  });
}

/** Its agenda is made from the team's work again. */
export async function reopenMeeting(context: TeamContext, meetingId: string): Promise<void> {
  await withAgency(context, async (tx) => {
    await hold(tx, context, meetingId);
    await tx.$executeRaw`
      update meeting set agenda = null, closed_at = null, closed_by = null
       where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and id = ${meetingId}::uuid`;
  });
}
