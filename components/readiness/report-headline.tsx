import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { ReadinessReport, ReadinessSection } from "@/lib/domain/readiness/readiness";
import { BANDS, IN_PLACE_STATEMENT, NOT_ENOUGH_RATINGS, SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline, formatRated, formatScore, formatUnscored } from "@/lib/domain/readiness/scoring";
import { LastAnswered } from "./last-answered";
import { BandTag } from "./report-tags";

interface ReportHeadlineProps {
  report: ReadinessReport;
  rulesHref: string;
}

/** What a reader should know first: areas in place, how many are in each band, and what these numbers are not. */
export function ReportHeadline({ report, rulesHref }: ReportHeadlineProps) {
  const { headline, areas } = report;
  const countBand = (band: string) =>
    areas.filter(({ score }) => score.status === "scored" && score.band === band).length;
  return (
    <Card className="grid gap-x-12 gap-y-6 lg:grid-cols-[3fr_2fr]">
      <div>
        <h2 id="summary" className="text-[clamp(1.75rem,1.3rem+2vw,2.5rem)]">
          {formatHeadline(headline)}
        </h2>
        <p className="mt-2 text-muted">
          {IN_PLACE_STATEMENT} {formatUnscored(headline)}
        </p>
        {headline.scored > 0 ? (
          <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-2" aria-label="Areas in each band">
            {BANDS.map((band) => (
              <li key={band} className="flex items-center gap-2">
                <span className="font-bold">{countBand(band)}</span>
                <BandTag band={band} />
              </li>
            ))}
          </ul>
        ) : null}
        <p className="mt-5 border-l-4 border-line-strong pl-4">
          {SELF_RATING_STATEMENT}{" "}
          <Link href={rulesHref}>How this is worked out (rules, version {report.rulesVersion})</Link>
        </p>
      </div>
      <div>
        <h3>Tool 9 by section</h3>
        <dl className="mt-3 grid gap-4">
          {report.sections.map((section) => (
            <SectionScoreEntry key={section.id} section={section} />
          ))}
        </dl>
        {report.lastAnswered ? (
          <p className="mt-5 text-[0.9375rem] text-muted">
            {report.answered} of {report.total} ratings and statements answered. Last answer:{" "}
            <LastAnswered event={report.lastAnswered} />
          </p>
        ) : null}
      </div>
    </Card>
  );
}

function SectionScoreEntry({ section: { title, score } }: { section: ReadinessSection }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <span className="font-bold">{score.status === "scored" ? formatScore(score) : NOT_ENOUGH_RATINGS}</span>
        <span className="text-muted"> ({formatRated(score)})</span>
      </dd>
    </div>
  );
}
