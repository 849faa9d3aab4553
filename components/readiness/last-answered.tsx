import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import type { ReportEvent } from "@/lib/domain/report/report-model";

/** "Avery Reed, Mar 31, 2026"; nothing when no one has answered. */
export function LastAnswered({ event }: { event: ReportEvent | null }) {
  if (!event) return null;
  return (
    <>
      <PersonName person={event.by} />
      {", "}
      <DateTime iso={event.at} dateOnly /> <RoleLabel person={event.by} />
    </>
  );
}
