import type { ReportEvent } from "@/lib/tools/report-model";

/** Prints an instant (ISO 8601) as a day: "March 31, 2026". */
export type DayFormatter = (instant: string) => string;

/** In the time zone named, or in UTC. */
export function dayFormatter(timeZone = "UTC"): DayFormatter {
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone });
  return (instant) => format.format(new Date(instant));
}

/** "Jordan Lee, March 31, 2026"; empty when it did not happen. */
export function formatEvent(event: ReportEvent | null, day: DayFormatter): string {
  return event ? `${event.by}, ${day(event.at)}` : "";
}
