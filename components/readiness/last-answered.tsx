import { HistoryNamed, PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import type { ReportEvent } from "@/lib/domain/report/report-model";

/** "Avery Reed, Mar 31, 2026", the name where the agency likes it there; nothing when no one has answered. */
export function LastAnswered({ event }: { event: ReportEvent | null }) {
  if (!event) return null;
  return (
    <>
      <HistoryNamed>
        <PersonName person={event.by} />
        {", "}
      </HistoryNamed>
      <DateTime iso={event.at} dateOnly />{" "}
      <HistoryNamed>
        <RoleLabel person={event.by} />
      </HistoryNamed>
    </>
  );
}
