import type { ReportEvent } from "@/lib/tools/report-model";

/** Prints instants (ISO 8601) in the agency's time zone: "March 31, 2026". */
export function dayFormatter(timeZone = "UTC"): (instant: string) => string {
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone });
  return (instant) => format.format(new Date(instant));
}

/** "Jordan Lee, March 31, 2026"; empty when it did not happen. */
export function formatEvent(event: ReportEvent | null, day: (instant: string) => string): string {
  return event ? `${event.by}, ${day(event.at)}` : "";
}
