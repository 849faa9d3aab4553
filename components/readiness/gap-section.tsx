import { countGaps, filterGaps, type GapFilter } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { GapFilterForm } from "./gap-filter-form";
import { GapList } from "./gap-list";

interface GapSectionProps {
  report: ReadinessReport;
  filter: GapFilter;
  toolsHref: string;
  pageHref: string;
}

/** The gap list with its filters. */
export function GapSection({ report, filter, toolsHref, pageHref }: GapSectionProps) {
  const shown = filterGaps(report.gaps, filter);
  const counts = countGaps(report.gaps);
  const blanks = counts["not-yet-rated"];
  const isChosen = filter.kind !== "answered" || filter.element !== null || filter.tool !== null;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps" tabIndex={-1}>
        Gap list
      </h2>
      <p className="measure mt-2 text-muted">
        What is not fully in place yet, most pressing first. Each entry leads to its item.
      </p>
      <div className="mt-5 grid gap-5">
        <GapFilterForm report={report} filter={filter} counts={counts} action={pageHref} />
        <p>
          {shown.length === 0 ? "No entry fits this choice." : `Showing ${shown.length} of ${report.gaps.length} entries.`}
          {filter.kind === "answered" && blanks > 0 ? (
            <span className="font-normal text-muted">
              {" "}
              {blanks} {blanks === 1 ? "item is" : "items are"} not yet rated.{" "}
              <a href={`${pageHref}?kind=not-yet-rated#gaps`}>Show what is blank</a>
            </span>
          ) : null}
        </p>
        <GapList gaps={shown} toolsHref={toolsHref} isOpen={isChosen} />
      </div>
    </section>
  );
}
