import "server-only";
import { listDue } from "@/lib/due-dates/list-due";
import type { CalendarEntry } from "./calendar-entry";

type Source = (userId: string) => Promise<readonly CalendarEntry[]>;

/** What fills a person's calendar, of everything they can open now. Whatever has dates of its own adds its list here. */
const SOURCES: readonly Source[] = [listDueEntries];

export async function listCalendarEntries(userId: string): Promise<readonly CalendarEntry[]> {
  return (await Promise.all(SOURCES.map((source) => source(userId)))).flat();
}

async function listDueEntries(userId: string): Promise<readonly CalendarEntry[]> {
  const things = await listDue(userId, null);
  return things.map(({ key, dueOn, what, teamName, path }) => ({ kind: "day", key, day: dueOn, title: `Due: ${what}`, teamName, path }));
}
