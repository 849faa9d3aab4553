import { addEntry, closeMeeting, planMeeting, saveNotes } from "@/lib/meetings/change-meetings";
import { loadAgenda } from "@/lib/meetings/load-agenda";
import { markNotes } from "@/lib/meetings/meetings";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { SAMPLE_KEEPER, SAMPLE_MEETINGS } from "./sample/meetings";
import { holdSampleSitting } from "./hold-sitting";
import type { SamplePerson } from "./sample/sample-agency";
import { dayFromNow } from "./sample/sample-day";

/** Holds the sample team's meetings: what each brought, noted and decided. */
export async function holdSampleMeetings(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const keeper = await contextOf(place, people[SAMPLE_KEEPER], "meeting:edit");
  for (const { inDays, startsAt, place: where, notes, entries, isClosed, isSitting } of SAMPLE_MEETINGS) {
    const heldOn = dayFromNow(inDays);
    const { meetingId } = await planMeeting(keeper, { heldOn, startsAt, place: where });
    for (const { by, kind, words } of entries) await addEntry(await contextOf(place, people[by], "meeting:suggest"), meetingId, { kind, words });
    if (notes !== "") await saveNotes(keeper, meetingId, notes, markNotes(""));
    if (isSitting) await holdSampleSitting(place, people, meetingId);
    if (isClosed) await closeMeeting(keeper, meetingId, await loadAgenda(keeper, { today: heldOn, since: null }));
  }
}
