import "server-only";
import { createHash } from "node:crypto";
import type { AgendaEntry } from "@/lib/domain/meetings/agenda";
import type { EntryKind, MeetingEntry, MeetingLine, MeetingView } from "@/lib/domain/meetings/meeting";
import { personOf } from "@/lib/domain/people/person";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool } from "@/lib/responses/tool-access";

interface MeetingRow {
  id: string;
  held_on: string;
  starts_at: string;
  place: string;
  notes: string;
  agenda: AgendaEntry[] | null;
  created_by: string;
  closed_at: Date | null;
  closed_by: string | null;
  removed_at: Date | null;
  decisions: number;
}

interface EntryRow {
  id: string;
  kind: EntryKind;
  words: string;
  by: string;
  is_yours: boolean;
  created_at: Date;
  removed_at: Date | null;
}

const COLUMNS = `
  m.id, to_char(m.held_on, 'YYYY-MM-DD') as held_on, m.starts_at, m.place, m.closed_at, m.removed_at,
  (select count(*)::int from meeting_entry e
    where e.agency_id = m.agency_id and e.team_id = m.team_id and e.meeting_id = m.id and e.kind = 'decision' and e.removed_at is null) as decisions`;

/** Tells the notes of one saving from those of another; the same words are the same. */
export function markNotes(notes: string): string {
  return createHash("sha256").update(notes).digest("base64url").slice(0, NOTES_MARK_LENGTH);
}

export const NOTES_MARK_LENGTH = 22;

function lineOf(row: Omit<MeetingRow, "notes" | "agenda" | "created_by" | "closed_by">): MeetingLine {
  return {
    id: row.id,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    place: row.place,
    isClosed: row.closed_at !== null,
    isRemoved: row.removed_at !== null,
    decisions: row.decisions,
  };
}

/** The team's meetings that were not removed, the latest first. */
export async function listMeetings(context: TeamContext): Promise<readonly MeetingLine[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<MeetingRow>(
      `select ${COLUMNS} from meeting m where m.agency_id = $1 and m.team_id = $2 and m.removed_at is null
        order by m.held_on desc, m.starts_at desc, m.id`,
      [context.agencyId, context.teamId],
    ),
  );
  return rows.map(lineOf);
}

/** One meeting, a removed one too, so that it can be brought back; null when the team has none of this id. */
export async function findMeeting(context: TeamContext, meetingId: string): Promise<MeetingView | null> {
  if (!isUuid(meetingId)) return null;
  return withAgencyConnection(context, async (client) => {
    const key = [context.agencyId, context.teamId, meetingId];
    const meetings = await client.query<MeetingRow>(
      `select ${COLUMNS}, m.notes, m.agenda, ${shownPerson("m.agency_id", "m.created_by", "m.created_at")} as created_by,
              ${shownPerson("m.agency_id", "m.closed_by", "m.closed_at")} as closed_by
         from meeting m where m.agency_id = $1 and m.team_id = $2 and m.id = $3`,
      key,
    );
    const [row] = meetings.rows;
    if (!row) return null;
    const entries = await client.query<EntryRow>(
      `select e.id, e.kind, e.words, ${shownPerson("e.agency_id", "e.created_by", "e.created_at")} as by, e.created_by = $4 as is_yours,
              e.created_at, e.removed_at
         from meeting_entry e where e.agency_id = $1 and e.team_id = $2 and e.meeting_id = $3
        order by e.created_at, e.id`,
      [...key, context.userId],
    );
    return {
      ...lineOf(row),
      notes: row.notes,
      notesMark: markNotes(row.notes),
      entries: entries.rows.map(toEntry),
      // What was on it stays readable for those who may open its tool, and for nobody else.
      agenda: row.agenda && row.agenda.filter(({ tool }) => findOpenTool(context, tool)),
      closed: row.closed_at && eventOf(row.closed_at, personOf(row.closed_by)),
      planned: { by: personOf(row.created_by) },
    };
  });
}

function toEntry(row: EntryRow): MeetingEntry {
  return {
    id: row.id,
    kind: row.kind,
    words: row.words,
    added: eventOf(row.created_at, personOf(row.by)),
    isYours: row.is_yours,
    isRemoved: row.removed_at !== null,
  };
}

/** When the team met last before this day, by the meetings it closed; null before its first. */
export async function findLastMeeting(context: TeamContext, before: string): Promise<string | null> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ held_on: string }>(
      `select to_char(held_on, 'YYYY-MM-DD') as held_on from meeting
        where agency_id = $1 and team_id = $2 and removed_at is null and closed_at is not null and held_on < $3::date
        order by held_on desc limit 1`,
      [context.agencyId, context.teamId, before],
    ),
  );
  return rows[0]?.held_on ?? null;
}

/** The team's next meeting that is still open, and whether a point with these words is on its agenda. */
export interface NextMeeting {
  readonly meetingId: string;
  /** "2026-12-03" */
  readonly heldOn: string;
  readonly isOnAgenda: boolean;
}

/** Null where none is planned. @param today the day from which on a meeting is to come */
export async function findNextMeeting(context: TeamContext, today: string, words: string): Promise<NextMeeting | null> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ id: string; held_on: string; is_on: boolean }>(
      `select m.id, to_char(m.held_on, 'YYYY-MM-DD') as held_on,
              exists (select from meeting_entry e where e.agency_id = m.agency_id and e.team_id = m.team_id and e.meeting_id = m.id
                         and e.words = $4 and e.removed_at is null) as is_on
         from meeting m
        where m.agency_id = $1 and m.team_id = $2 and m.removed_at is null and m.closed_at is null and m.held_on >= $3::date
        order by m.held_on, m.starts_at, m.id limit 1`,
      [context.agencyId, context.teamId, today, words],
    ),
  );
  const [row] = rows;
  return row ? { meetingId: row.id, heldOn: row.held_on, isOnAgenda: row.is_on } : null;
}
