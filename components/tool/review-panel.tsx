import type { ReactNode } from "react";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { ReportEvent } from "@/lib/domain/report/report-model";

interface ReviewPanelProps {
  reviews: readonly ReportEvent[];
  /** How many people can open this tool. */
  memberCount: number;
  button: ReactNode;
}

/** Who has read a tool that is there to be read. */
export function ReviewPanel({ reviews, memberCount, button }: ReviewPanelProps) {
  return (
    <section aria-labelledby="reviewed">
      <Card>
        <h2 id="reviewed" className="text-[1.25rem]">
          Reviewed by {reviews.length} of {memberCount}
        </h2>
        <p className="mt-1 text-muted">This tool has nothing to fill in. Mark it once you have read it.</p>
        {reviews.length > 0 ? (
          <ul className="bullets mt-3">
            {reviews.map((review) => (
              <li key={`${review.by.personId} ${review.at}`}>
                <PersonName person={review.by} />, <DateTime iso={review.at} /> <RoleLabel person={review.by} />
              </li>
            ))}
          </ul>
        ) : null}
        <div className="no-print mt-4">{button}</div>
      </Card>
    </section>
  );
}
