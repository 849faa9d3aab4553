"use server";

import { z } from "zod";
import { ENTRY_KINDS, MEETING_LIMITS } from "@/lib/domain/meetings/meeting";
import { boundedText, dateText, writtenText } from "@/lib/domain/text/bounded-text";
import { DATE_PROBLEM, findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";
import { addEntry, closeMeeting, moveMeeting, planMeeting, reopenMeeting, saveNotes, setEntryRemoved, setMeetingRemoved } from "@/lib/meetings/change-meetings";
import { loadAgenda } from "@/lib/meetings/load-agenda";
import { findLastMeeting, findMeeting, NOTES_MARK_LENGTH } from "@/lib/meetings/meetings";
import { idSchema } from "@/lib/people/people-schemas";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

const trimmed = (text: string) => text.trim();
const daySchema = dateText(DATE_PROBLEM).refine((day) => findDateProblem(day) === null, YEAR_PROBLEM);
const meetingDay = {
  heldOn: daySchema,
  startsAt: boundedText("18:00".length, "Use a time such as 6:00 PM.").regex(/^(([01][0-9]|2[0-3]):[0-5][0-9])?$/, "Use a time such as 6:00 PM."),
  place: writtenText(MEETING_LIMITS.place, undefined, trimmed),
};
const meeting = z.strictObject({ meetingId: idSchema });

/** Plans a meeting. */
export const planMeetingAction = teamAction({
  permission: "meeting:edit",
  rate: RATES.change,
  input: z.strictObject(meetingDay),
  once: {},
  run: planMeeting,
  audit: (_input, { meetingId }) => ({ meetingId, change: "plan" }),
});

export const moveMeetingAction = teamAction({
  permission: "meeting:edit",
  rate: RATES.change,
  input: meeting.extend(meetingDay),
  run: (context, { meetingId, ...day }) => moveMeeting(context, meetingId, day),
  audit: ({ meetingId }) => ({ meetingId, change: "move" }),
});

export const removeMeetingAction = teamAction({
  permission: "meeting:edit",
  rate: RATES.change,
  input: meeting.extend({ isRemoved: z.boolean() }),
  run: (context, { meetingId, isRemoved }) => setMeetingRemoved(context, meetingId, isRemoved),
  audit: ({ meetingId, isRemoved }) => ({ meetingId, change: isRemoved ? "remove" : "put back" }),
});

export const saveNotesAction = teamAction({
  permission: "meeting:edit",
  rate: RATES.change,
  input: meeting.extend({ notes: writtenText(MEETING_LIMITS.notes), basedOn: boundedText(NOTES_MARK_LENGTH) }),
  run: (context, { meetingId, notes, basedOn }) => saveNotes(context, meetingId, notes, basedOn),
  audit: ({ meetingId }) => ({ meetingId, change: "notes" }),
});

/** A point for the agenda, something to decide, or what was decided. */
export const addEntryAction = teamAction({
  permission: "meeting:suggest",
  rate: RATES.change,
  input: meeting.extend({
    kind: z.enum(ENTRY_KINDS),
    words: writtenText(MEETING_LIMITS.words, undefined, trimmed).pipe(boundedText(MEETING_LIMITS.words).min(1, "Write what it is about.")),
  }),
  once: {},
  run: (context, { meetingId, kind, words }) => addEntry(context, meetingId, { kind, words }),
  audit: ({ meetingId, kind }) => ({ meetingId, change: kind }),
});

export const removeEntryAction = teamAction({
  permission: "meeting:suggest",
  rate: RATES.change,
  input: meeting.extend({ entryId: idSchema, isRemoved: z.boolean() }),
  run: (context, { meetingId, entryId, isRemoved }) => setEntryRemoved(context, meetingId, entryId, isRemoved),
  audit: ({ meetingId, entryId }) => ({ meetingId, entryId }),
});

/** Keeps the agenda as it is on the day of whoever closes it. */
export const closeMeetingAction = teamAction({
  permission: "meeting:edit",
  rate: RATES.change,
  input: meeting.extend({ today: daySchema }),
  run: async (context, { meetingId, today }) => {
    // The meeting itself says when it is held: the agenda begins where the one before it ended.
    const found = await findMeeting(context, meetingId);
    const since = found && (await findLastMeeting(context, found.heldOn));
    await closeMeeting(context, meetingId, found ? await loadAgenda(context, { today, since }) : []);
  },
  audit: ({ meetingId }) => ({ meetingId, change: "close" }),
});

export const reopenMeetingAction = teamAction({
  permission: "meeting:edit",
  rate: RATES.change,
  input: meeting,
  run: (context, { meetingId }) => reopenMeeting(context, meetingId),
  audit: ({ meetingId }) => ({ meetingId, change: "reopen" }),
});
