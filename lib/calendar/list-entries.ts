import "server-only";
import { formatMeetingTime } from "@/lib/domain/meetings/meeting";
import { listDue } from "@/lib/due-dates/list-due";
import { listOwnMeetings } from "@/lib/meetings/list-own-meetings";
import type { CalendarEntry } from "./calendar-entry";

type Source = (userId: string) => Promise<readonly CalendarEntry[]>;

/** What fills a person's calendar, of everything they can open now. Whatever has dates of its own adds its list here. */
const SOURCES: readonly Source[] = [listDueEntries, listMeetingEntries];

export async function listCalendarEntries(userId: string): Promise<readonly CalendarEntry[]> {
  return (await Promise.all(SOURCES.map((source) => source(userId)))).flat();
}

async function listDueEntries(userId: string): Promise<readonly CalendarEntry[]> {
  const things = await listDue(userId, null);
  return things.map(({ key, dueOn, what, teamName, path }) => ({ kind: "day", key, day: dueOn, title: `Due: ${what}`, teamName, path }));
}

/** As days: the time that a team says is by its own clock, which no calendar elsewhere could read right. */
async function listMeetingEntries(userId: string): Promise<readonly CalendarEntry[]> {
  const meetings = await listOwnMeetings(userId);
  return meetings.map(({ id, heldOn, startsAt, teamId, teamName }) => ({
    kind: "day",
    key: `meeting/${id}`,
    day: heldOn,
    title: startsAt === "" ? "Team meeting" : `Team meeting, ${formatMeetingTime(startsAt)}`,
    teamName,
    path: `/teams/${teamId}/meetings/${id}`,
  }));
}
