import { createHash } from "node:crypto";
import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { CalendarEntry } from "./calendar-entry";

interface CalendarFrame {
  /** The site's address. */
  readonly appUrl: string;
  readonly now: Date;
}

/** How often calendars are asked to look again. */
const LOOK_AGAIN_SECONDS = 6 * 3_600;

/** An iCalendar file (RFC 5545). Days are days, without a time or a zone; times are in UTC. */
export function writeCalendar(entries: readonly CalendarEntry[], { appUrl, now }: CalendarFrame): string {
  const calendar = new ICalCalendar({
    name: "PS-COPE Workbook",
    prodId: { company: "PS-COPE Workbook", product: "Calendar", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN_SECONDS,
  });
  for (const entry of entries) {
    const when =
      entry.kind === "day"
        ? { start: new Date(`${entry.day}T00:00:00Z`), allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
        : { start: entry.start, end: entry.end };
    calendar.createEvent({
      id: `${digestOf(entry.key)}@${new URL(appUrl).hostname}`,
      stamp: now,
      summary: `${entry.title} (${oneLine(entry.teamName)})`,
      description: `What was written is in the workbook:\n${appUrl}${entry.path}`,
      url: `${appUrl}${entry.path}`,
      ...when,
    });
  }
  return calendar.toString();
}

/** Names the file's content: the same while nothing in it has changed, but for when it was asked. */
export function tagOf(entries: readonly CalendarEntry[]): string {
  return `"${digestOf(JSON.stringify(entries))}"`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 32);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
