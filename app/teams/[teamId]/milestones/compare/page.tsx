import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AreaMultiples } from "@/components/milestones/area-multiples";
import { AreasTable, ItemsTable } from "@/components/milestones/compare-tables";
import { ComparedChecklists } from "@/components/milestones/compared-checklists";
import { ComparedPlan } from "@/components/milestones/compared-plan";
import { MoveCountsView } from "@/components/milestones/move-counts";
import { PickDays } from "@/components/milestones/pick-days";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listMoved } from "@/lib/domain/milestones/compare-items";
import { describeCompared } from "@/lib/domain/milestones/comparison";
import { formatDay } from "@/lib/domain/text/due-words";
import { loadComparison } from "@/lib/milestones/load-comparison";
import { listMilestones } from "@/lib/milestones/read-milestones";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "What changed" };

interface ComparePageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const [{ teamId }, asked] = await Promise.all([params, searchParams]);
  const context = await requireTeam(teamId, "milestone:view");
  const page = `/teams/${teamId}/milestones`;
  const crumbs = [{ label: "Over time", href: page }, { label: "What changed" }];
  // Without a choice, since the first.
  const from = one(asked.from) ?? (await listMilestones(context)).findLast(({ removed }) => !removed)?.id;
  if (from === undefined) {
    return (
      <div className="container-page pt-6 pb-16">
        <PageHeader crumbs={crumbs} title="What changed" />
        <p className="measure mb-4">Your team has no milestone yet, so there is no day to compare with.</p>
        <LinkButton href={page}>Over time</LinkButton>
      </div>
    );
  }
  const to = one(asked.to) ?? "now";
  const loaded = await loadComparison(context, from, to === "now" ? null : to);
  if (!loaded) notFound();
  const { comparison, milestones } = loaded;
  const { then, now, ratings, areas, series, ideas, checklists, statements } = comparison;
  const moved = listMoved(ratings);
  const download = `/teams/${teamId}/export?content=compare&milestone=${then.id}${now.id === null ? "" : `&until=${now.id}`}`;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={crumbs}
        title={`Since ${then.name}`}
        lead={`${formatDay(then.onDay)} to ${now.id === null ? `now, ${formatDay(now.onDay)}` : `${now.name}, ${formatDay(now.onDay)}`}. Then: ${comparison.headlineThen}. ${now.id === null ? "Now" : "Later"}: ${comparison.headlineNow}.`}
        actions={
          <LinkButton href={download} variant="secondary" prefetch={false}>
            Download
          </LinkButton>
        }
      />
      <PickDays page={`${page}/compare`} milestones={milestones} from={then.id ?? ""} to={now.id ?? "now"} />
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
          <details className="fold mt-6">
            <summary>All {ratings.length} ratings</summary>
            <div className="mt-3">
              <ItemsTable caption="All ratings" items={ratings} areas={areas} />
            </div>
          </details>
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
    </div>
  );
}
