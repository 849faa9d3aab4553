import { type People, showPerson } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { column, type ColumnOf } from "./sheet-model";

/** Writes an instant (ISO 8601) as local time: "2026-03-31T14:05:00-05:00". */
export type LocalTime = (instant: string) => string;

/** In the zone with this IANA name. */
export function localTimeIn(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "longOffset",
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const offset = parts.timeZoneName?.replace("GMT", "") || "+00:00";
    return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}${offset}`;
  };
}

/** How a sheet writes who did something, and when. */
export interface EventWriter {
  readonly people: People;
  readonly localTime: LocalTime;
}

/** The two columns that say who did something and when: "Completed by", "Completed at". */
export function eventColumns<Row>(
  done: string,
  eventOf: (row: Row) => ReportEvent | null | undefined,
  { people, localTime }: EventWriter,
): ColumnOf<Row>[] {
  return [
    column(`${done} by`, "text", (row) => {
      const event = eventOf(row);
      return event ? showPerson(people, event.by) : null;
    }),
    column(`${done} at`, "time", (row) => {
      const event = eventOf(row);
      return event ? localTime(event.at) : null;
    }),
  ];
}
