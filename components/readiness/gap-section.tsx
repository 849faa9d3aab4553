import { GapChooser } from "@/components/links/gap-chooser";
import { countPlanned, formatPlanned, type GapStop } from "@/lib/domain/plan/trace";
import { countGaps, filterGaps, type GapFilter } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import type { PriorityChoice } from "@/lib/links/load-gap";
import { GapFilterForm } from "./gap-filter-form";
import { GapList } from "./gap-list";

interface GapSectionProps {
  report: ReadinessReport;
  filter: GapFilter;
  teamId: string;
  toolsHref: string;
  stopOf: (itemId: string) => GapStop;
  /** Priorities that a gap can join; null for somebody who may make none. */
  priorities: readonly PriorityChoice[] | null;
  pageHref: string;
}

/** The gap list with its filters. */
export function GapSection({ report, filter, teamId, toolsHref, stopOf, priorities, pageHref }: GapSectionProps) {
  const shown = filterGaps(report.gaps, filter);
  const counts = countGaps(report.gaps);
  const blanks = counts["not-yet-rated"];
  const planned = countPlanned(shown.map(({ itemId }) => stopOf(itemId)));
  const isChosen = filter.kind !== "answered" || filter.element !== null || filter.tool !== null;
  const list = <GapList gaps={shown} teamId={teamId} toolsHref={toolsHref} stopOf={stopOf} mayMake={priorities !== null} isOpen={isChosen} />;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps" tabIndex={-1}>
        Gap list
      </h2>
      <p className="measure mt-2 text-muted">
        What is not fully in place yet, most pressing first. Each entry leads to a page of its own, with what became of it.
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
        {planned.inPlan + planned.priorities > 0 ? <p>{formatPlanned(planned)}.</p> : null}
        {priorities ? (
          <GapChooser teamId={teamId} priorities={priorities}>
            {list}
          </GapChooser>
        ) : (
          list
        )}
      </div>
    </section>
  );
}
