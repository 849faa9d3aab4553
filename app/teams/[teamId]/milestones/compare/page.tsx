import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparisonView } from "@/components/milestones/comparison-view";
import { PickDays } from "@/components/milestones/pick-days";
import { createPrinter, printedKey } from "@/components/printed/create-printer";
import { Printed, PrintedPage } from "@/components/printed/printed";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/domain/text/due-words";
import { loadComparison } from "@/lib/milestones/load-comparison";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "What changed" };

interface ComparePageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const [{ teamId }, asked, printer] = await Promise.all([params, searchParams, createPrinter()]);
  const context = await requireTeam(teamId, "milestone:view");
  const page = `/teams/${teamId}/milestones`;
  const crumbs = [{ label: "Over time", href: page }, { label: "What changed" }];
  const [from, to] = [one(asked.from), one(asked.to)];
  const loaded = await loadComparison(context, from ?? null, to === undefined || to === "now" ? null : to);
  if (!loaded && (from ?? to) !== undefined) notFound();
  if (!loaded) {
    return (
      <div className="container-page pt-6 pb-16">
        <PageHeader crumbs={crumbs} title="What changed" />
        <p className="measure mb-4">Your team has no milestone yet, so there is no day to compare with.</p>
        <LinkButton href={page}>Over time</LinkButton>
      </div>
    );
  }
  const { comparison, milestones } = loaded;
  const { then, now } = comparison;
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
      <PrintedPage id={printer.pageId}>
        <Printed key={printedKey([JSON.stringify(comparison)])} as="div" content={printer.printAsIs(<ComparisonView comparison={comparison} />)} />
      </PrintedPage>
    </div>
  );
}
