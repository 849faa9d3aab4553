import type { EntryKind } from "@/lib/domain/meetings/meeting";
import type { AgendaPart } from "@/lib/domain/meetings/agenda";
import { type People, type PersonRef, showPerson } from "@/lib/domain/people/person";
import { findMeeting, listMeetings } from "@/lib/meetings/meetings";
import { listPeople } from "@/lib/people/list-people";
import { loadSittingRecords, type RecordedItem } from "@/lib/sittings/sitting-record";
import type { TeamContext } from "@/lib/platform/auth/context";

/** One meeting as an archive holds it, people by name. */
export interface MeetingRecord {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  readonly notes: string;
  readonly closedAt: string | null;
  readonly entries: readonly { readonly kind: EntryKind; readonly words: string; readonly by: string; readonly at: string }[];
  /** As it was when the meeting was closed; null for one that is open. */
  readonly agenda: readonly { readonly part: AgendaPart; readonly words: string; readonly detail: string; readonly owner: string | null; readonly dueOn: string | null }[] | null;
  readonly meetingMode: readonly ModeRecord[];
}

/** What meeting mode left behind; nothing that anybody voted. */
export interface ModeRecord {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly ledBy: string;
  /** As they chose to be named. */
  readonly tookPart: readonly string[];
  readonly items: readonly Pick<RecordedItem, "name" | "place" | "outcome" | "rationale" | "dissent" | "voted">[];
}

/** A team's meetings but for removed ones, the latest first. */
export async function listMeetingRecords(context: TeamContext): Promise<readonly MeetingRecord[]> {
  const records: MeetingRecord[] = [];
  for (const { id } of await listMeetings(context)) {
    const meeting = await findMeeting(context, id);
    if (!meeting) continue;
    const sittings = await loadSittingRecords(context, id);
    const people = await listPeople(context, meeting, sittings);
    records.push({
      heldOn: meeting.heldOn,
      startsAt: meeting.startsAt,
      place: meeting.place,
      notes: meeting.notes,
      closedAt: meeting.closed?.at ?? null,
      entries: meeting.entries
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ kind, words, added }) => ({ kind, words, by: showPerson(people, added.by), at: added.at })),
      agenda: meeting.agenda && meeting.agenda.map(({ part, words, detail, owner, dueOn }) => ({ part, words, detail, owner: nameOf(people, owner), dueOn })),
      meetingMode: sittings.map(({ sitting, seats, items }) => ({
        startedAt: sitting.started.at,
        endedAt: sitting.ended?.at ?? null,
        ledBy: showPerson(people, sitting.facilitator),
        tookPart: seats.flatMap(({ person, names }) => (person ? [showPerson(people, person)] : names)),
        items: items.map(({ name, place, outcome, rationale, dissent, voted }) => ({ name, place, outcome, rationale, dissent, voted })),
      })),
    });
  }
  return records;
}

function nameOf(people: People, owner: PersonRef | null): string | null {
  return owner && showPerson(people, owner);
}
