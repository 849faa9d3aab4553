import type { Metadata } from "next";
import Link from "next/link";
import { PeopleProvider } from "@/components/people/shown-people";
import { AreaTable } from "@/components/readiness/area-table";
import { ChartFigure } from "@/components/readiness/chart-figure";
import { ChecklistTable } from "@/components/readiness/checklist-table";
import { ElementView } from "@/components/readiness/element-view";
import { GapSection } from "@/components/readiness/gap-section";
import { ReportEmpty } from "@/components/readiness/report-empty";
import { ReportHeadline } from "@/components/readiness/report-headline";
import { PageHeader } from "@/components/ui/page-header";
import { ADDABLE_TOOLKITS, MAIN_TOOLKIT } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { parseGapFilter } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { listPeople } from "@/lib/people/list-people";
import { requireTeam } from "@/lib/platform/auth/require";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { loadReadiness } from "@/lib/readiness/load-readiness";

export const metadata: Metadata = { title: "Readiness and gaps" };

interface ReadinessPageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReadinessPage({ params, searchParams }: ReadinessPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "report:view");
  const [team, report, parameters] = await Promise.all([
    getTeam(context),
    loadReadiness(context),
    searchParams,
  ]);
  const people = await listPeople(context, report);
  const overviews = ADDABLE_TOOLKITS.filter(({ id, overview }) => overview && context.addedToolkits.includes(id));
  const teamHref = `/teams/${context.teamId}`;
  const pageHref = `${teamHref}/readiness`;
  const links = { toolsHref: `${teamHref}/tools`, rulesHref: `${pageHref}/how-it-works` };
  return (
    <div className="container-page pt-8 pb-16">
      <PageHeader
        title="Readiness and gaps"
        eyebrow={`${team.name}, ${team.agencyName}`}
        crumbs={[{ label: team.name, href: teamHref }, { label: "Readiness and gaps" }]}
      />
      {overviews.map(({ id, overview }) => (
        <p key={id} className="no-print measure -mt-2 mb-6">
          Not in these numbers: <Link href={`${teamHref}/overview/${id}`}>{overview?.title}</Link>, which has a page of its own.
        </p>
      ))}
      {report.answered === 0 ? (
        <ReportEmpty report={report} {...links} />
      ) : (
        <PeopleProvider people={people}>
          <div className="grid gap-14 print:block print:space-y-10">
            <ReportHeadline report={report} rulesHref={links.rulesHref} />
            <Areas report={report} toolsHref={links.toolsHref} />
            <Checklists report={report} toolsHref={links.toolsHref} />
            <Elements report={report} toolsHref={links.toolsHref} />
            <GapSection
              report={report}
              filter={parseGapFilter(parameters, MAIN_TOOLKIT)}
              toolsHref={links.toolsHref}
              pageHref={pageHref}
            />
          </div>
        </PeopleProvider>
      )}
    </div>
  );
}

interface PartProps {
  report: ReadinessReport;
  toolsHref: string;
}

function Areas({ report: { areas, assessment, headline, sharedItems }, toolsHref }: PartProps) {
  return (
    <section aria-labelledby="areas" className="grid gap-5 print:block print:space-y-4">
      <h2 id="areas">The ten areas of {assessment.label}</h2>
      <div className="chart-and-table">
        {headline.scored > 0 ? <ChartFigure id="area-chart" chart={buildAreaChart(areas, "page", "area-chart")} /> : null}
        <AreaTable areas={areas} toolHref={`${toolsHref}/${assessment.slug}`} />
      </div>
      {sharedItems.map((item) => (
        <p key={item.prompt} className="measure text-[0.9375rem] text-muted">
          {formatSharedItem(item)}
        </p>
      ))}
    </section>
  );
}

function Checklists({ report: { checklists }, toolsHref }: PartProps) {
  return (
    <section aria-labelledby="checklists" className="grid gap-5 print:block print:space-y-4">
      <h2 id="checklists">The four checklists</h2>
      <div className="chart-and-table">
        {checklists.some(({ score }) => score.answered > 0) ? (
          <ChartFigure id="checklist-chart" chart={buildChecklistChart(checklists, "page", "checklist-chart")} />
        ) : null}
        <ChecklistTable checklists={checklists} toolsHref={toolsHref} />
      </div>
    </section>
  );
}

function Elements({ report: { elements, assessment }, toolsHref }: PartProps) {
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">Element by element</h2>
      <p className="measure mt-2 text-muted">
        Ratings and checklist side by side, with tips, tools and resources. Open an element to see more.
      </p>
      <div className="mt-5 grid gap-3">
        {elements.map((element) => (
          <ElementView key={element.id} element={element} assessment={assessment} toolsHref={toolsHref} />
        ))}
      </div>
    </section>
  );
}
