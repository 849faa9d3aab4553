import type { Metadata } from "next";
import { AreaTable } from "@/components/report/area-table";
import { ChartFigure } from "@/components/report/chart-figure";
import { ChecklistTable } from "@/components/report/checklist-table";
import { ElementView } from "@/components/report/element-view";
import { GapSection } from "@/components/report/gap-section";
import { ReportEmpty } from "@/components/report/report-empty";
import { ReportHeadline } from "@/components/report/report-headline";
import { PeopleProvider } from "@/components/team/people";
import { PageHeader } from "@/components/ui/page-header";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { requireTeam } from "@/lib/auth/require";
import { listPeople } from "@/lib/data/people";
import { getTeam } from "@/lib/data/teams";
import { buildAreaChart } from "@/lib/report/area-chart";
import { buildChecklistChart } from "@/lib/report/checklist-chart";
import { parseGapFilter } from "@/lib/tools/gaps";
import type { ReadinessReport } from "@/lib/tools/readiness";
import { formatSharedItem } from "@/lib/tools/shared-items";
import { loadReadiness } from "./load-readiness";

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
              filter={parseGapFilter(parameters, MAIN_TOOLKIT.tools)}
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
