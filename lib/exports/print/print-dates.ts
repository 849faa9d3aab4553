import { type People, showPerson } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { nameTimeZone } from "@/lib/history/time-zones";

/** Prints an instant (ISO 8601) as a day: "March 31, 2026". */
export type DayFormatter = (instant: string) => string;

/** In the time zone named, or in UTC. */
export function dayFormatter(timeZone = "UTC"): DayFormatter {
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone });
  return (instant) => format.format(new Date(instant));
}

/** Prints who did something and when. */
export interface EventPrinter {
  readonly people: People;
  readonly day: DayFormatter;
}

/** "Jordan Lee, March 31, 2026"; empty when it did not happen. */
export function formatEvent(event: ReportEvent | null, { people, day }: EventPrinter): string {
  return event ? `${showPerson(people, event.by)}, ${day(event.at)}` : "";
}

/** "November 22, 2026, 4:05 PM Eastern Time (America/New_York)". */
export function formatInstant(instant: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone }).format(new Date(instant));
  const zone = timeZone === "UTC" ? "Coordinated Universal Time (UTC)" : `${nameTimeZone(timeZone)} (${timeZone})`;
  return `${dayFormatter(timeZone)(instant)}, ${plainSpaces(time)} ${zone}`;
}

/** The narrow spaces of printed times are missing in many fonts. */
export function plainSpaces(time: string): string {
  return time.replace(/[\u2009\u202f]/g, " ");
}
