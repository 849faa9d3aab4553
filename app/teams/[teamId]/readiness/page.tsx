import type { Metadata } from "next";
import Link from "next/link";
import { PeopleProvider } from "@/components/people/shown-people";
import { AreaTable } from "@/components/readiness/area-table";
import { ChartFigure } from "@/components/readiness/chart-figure";
import { ChecklistTable } from "@/components/readiness/checklist-table";
import { ElementView } from "@/components/readiness/element-view";
import { GapSection } from "@/components/readiness/gap-section";
import { OwnParts, type OwnPartView } from "@/components/readiness/own-parts";
import { ReportEmpty } from "@/components/readiness/report-empty";
import { ReportHeadline } from "@/components/readiness/report-headline";
import { StartWith } from "@/components/readiness/start-with";
import { PageHeader } from "@/components/ui/page-header";
import { ADDABLE_TOOLKITS, getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { parseGapFilter } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { listPeople } from "@/lib/people/list-people";
import { requireTeam } from "@/lib/platform/auth/require";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { loadReadiness } from "@/lib/readiness/load-readiness";
import { listOwnParts, type OwnPart } from "@/lib/responses/own-part";

export const metadata: Metadata = { title: "Readiness and gaps" };

interface ReadinessPageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReadinessPage({ params, searchParams }: ReadinessPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "report:view");
  const [team, report, parameters, ownParts] = await Promise.all([
    getTeam(context),
    loadReadiness(context),
    searchParams,
    context.role === "partner" ? listOwnParts(context) : null,
  ]);
  const people = await listPeople(context, report);
  const overviews = ADDABLE_TOOLKITS.filter(({ id, overview, tools }) => overview && context.addedToolkits.includes(id) && tools.some(({ ref }) => context.toolKeys?.includes(toolKey(ref)) ?? true));
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
      {ownParts ? (
        <div className="mb-12 grid gap-8">
          <p className="measure">
            You see the readiness of the tools the team shares with you: {formatTools(ownParts.map(({ toolRef }) => getTool(toolRef).label))}. The rest of
            the team’s report is not part of it.
          </p>
          <OwnParts parts={ownParts.map((part) => viewPart(part, report))} toolsHref={links.toolsHref} />
        </div>
      ) : null}
      {report.answered === 0 ? (
        <Empty report={report} {...links} />
      ) : (
        <PeopleProvider people={people} historyNames={context.historyNames}>
          <div className="grid gap-14 print:block print:space-y-10">
            {report.areas.length > 0 ? <ReportHeadline report={report} rulesHref={links.rulesHref} /> : null}
            <StartWith report={report} {...links} />
            {report.areas.length > 0 ? <Areas report={report} toolsHref={links.toolsHref} /> : null}
            {report.checklists.length > 0 ? <Checklists report={report} toolsHref={links.toolsHref} /> : null}
            {report.elements.length > 0 ? <Elements report={report} toolsHref={links.toolsHref} /> : null}
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

function viewPart({ standing, ...part }: OwnPart, { gaps }: ReadinessReport): OwnPartView {
  const own = new Set(standing);
  return { ...part, standing: own.size, gaps: gaps.filter(({ itemId }) => own.has(itemId)).length };
}

function formatTools(labels: readonly string[]): string {
  return new Intl.ListFormat("en-US").format(labels);
}

/** Before the first rating; nothing of a partner's tools may be rated at all. */
function Empty({ report, ...links }: { report: ReadinessReport; toolsHref: string; rulesHref: string }) {
  if (report.areas.length > 0) return <ReportEmpty report={report} {...links} />;
  return (
    <p className="measure">
      {report.checklists.length > 0
        ? "Nothing in the checklists shared with you is answered yet."
        : "Readiness is worked out from ratings and checklists. The tools shared with you hold neither, so there is nothing to show."}
    </p>
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
      <h2 id="checklists">{checklists.length === 4 ? "The four checklists" : "Checklists"}</h2>
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
