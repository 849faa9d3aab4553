import Link from "next/link";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { IN_PLACE_STATEMENT, SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline, formatUnscored } from "@/lib/domain/readiness/scoring";
import { LastAnswered } from "./last-answered";

interface ReportHeadlineProps {
  report: ReadinessReport;
  rulesHref: string;
}

/** What a reader should know first: areas in place, and what these numbers are not. Every other number stands in the drawing. */
export function ReportHeadline({ report, rulesHref }: ReportHeadlineProps) {
  const { headline } = report;
  return (
    <section aria-labelledby="summary" className="measure grid gap-2">
      <h2 id="summary" className="text-[1.625rem]">
        {formatHeadline(headline)}
      </h2>
      <p className="text-muted">
        {IN_PLACE_STATEMENT} {formatUnscored(headline)}
      </p>
      <p className="text-[0.875rem]">
        {SELF_RATING_STATEMENT} <Link href={rulesHref}>How this is worked out (rules, version {report.rulesVersion})</Link>
      </p>
      {report.lastAnswered ? (
        <p className="text-[0.875rem] text-muted">
          {report.answered} of {report.total} ratings and statements answered. Last answer: <LastAnswered event={report.lastAnswered} />
        </p>
      ) : null}
    </section>
  );
}
