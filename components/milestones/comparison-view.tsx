import { listMoved } from "@/lib/domain/milestones/compare-items";
import { type Comparison, describeCompared } from "@/lib/domain/milestones/comparison";
import { AreaMultiples } from "./area-multiples";
import { AreasTable, ItemsTable } from "./compare-tables";
import { ComparedChecklists } from "./compared-checklists";
import { ComparedPlan } from "./compared-plan";
import { MoveCountsView } from "./move-counts";

/** What changed, below the choice of days. Plain functions of props only, so that a page can print it. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { ratings, areas, series, ideas, checklists, statements } = comparison;
  const moved = listMoved(ratings);
  const stayed = ratings.filter((item) => !moved.includes(item));
  return (
    <div className="grid grid-cols-1 gap-12">
      <section aria-labelledby="counts">
        <h2 id="counts" className="sr-only">
          The ratings in numbers
        </h2>
        <MoveCountsView counts={comparison.counts} />
        <div className="measure mt-3 grid gap-1 text-[0.9375rem] text-muted">
          {describeCompared(comparison).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </section>
      <section aria-labelledby="areas">
        <h2 id="areas">The areas</h2>
        <p className="mt-1 mb-4 text-muted">Upper stripe: 4.0 and above. Lower stripe: below 3.0. A change of less than 0.5 reads “No clear change”.</p>
        <AreaMultiples areas={areas} series={series} />
        <details className="fold mt-6">
          <summary>The areas as a table</summary>
          <div className="mt-3">
            <AreasTable areas={areas} series={series} />
          </div>
        </details>
      </section>
      <section aria-labelledby="moved">
        <h2 id="moved">What moved</h2>
        {moved.length === 0 ? <p className="mt-1 text-muted">No rating moved between the two days.</p> : <p className="mt-1 mb-4 text-muted">Lower first: that is where to talk.</p>}
        {moved.length === 0 ? null : <ItemsTable caption="Ratings that moved" items={moved} areas={areas} />}
        {stayed.length === 0 ? null : (
          <details className="fold mt-6">
            <summary>{stayed.length === 1 ? "The rating that did not move" : `The ${stayed.length} ratings that did not move`}</summary>
            <div className="mt-3">
              <ItemsTable caption="Ratings that did not move" items={stayed} areas={areas} />
            </div>
          </details>
        )}
      </section>
      <section aria-labelledby="checklists">
        <h2 id="checklists" className="mb-4">
          The checklists
        </h2>
        <ComparedChecklists checklists={checklists} statements={listMoved(statements)} />
      </section>
      <section aria-labelledby="plan">
        <h2 id="plan">What was planned, and what became of it</h2>
        <ComparedPlan ideas={ideas} />
      </section>
    </div>
  );
}
