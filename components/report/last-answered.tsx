import type { ReportEvent } from "@/lib/tools/report-model";

const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** "Avery Reed, Mar 31, 2026"; nothing when no one has answered. */
export function LastAnswered({ event }: { event: ReportEvent | null }) {
  if (!event) return null;
  return (
    <>
      {event.by}, <time dateTime={event.at}>{day.format(new Date(event.at))}</time>
    </>
  );
}
