import type { EntryKind } from "@/lib/domain/meetings/meeting";
import type { AgendaPart } from "@/lib/domain/meetings/agenda";
import { type People, type PersonRef, showPerson } from "@/lib/domain/people/person";
import { findMeeting, listMeetings } from "@/lib/meetings/meetings";
import { listPeople } from "@/lib/people/list-people";
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
}

/** A team's meetings but for removed ones, the latest first. */
export async function listMeetingRecords(context: TeamContext): Promise<readonly MeetingRecord[]> {
  const records: MeetingRecord[] = [];
  for (const { id } of await listMeetings(context)) {
    const meeting = await findMeeting(context, id);
    if (!meeting) continue;
    const people = await listPeople(context, meeting);
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
    });
  }
  return records;
}

function nameOf(people: People, owner: PersonRef | null): string | null {
  return owner && showPerson(people, owner);
}
