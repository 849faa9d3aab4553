import type { Metadata } from "next";
import Link from "next/link";
import { PeopleProvider } from "@/components/people/shown-people";
import { AreaGraphic, type AreaPlanned } from "@/components/readiness/area-graphic";
import { AreaTable } from "@/components/readiness/area-table";
import { ChecklistBars } from "@/components/readiness/checklist-bars";
import { ChecklistTable } from "@/components/readiness/checklist-table";
import { ElementView } from "@/components/readiness/element-view";
import { GapSection } from "@/components/readiness/gap-section";
import { OwnParts, type OwnPartView } from "@/components/readiness/own-parts";
import { ReportEmpty } from "@/components/readiness/report-empty";
import { ReportHeadline } from "@/components/readiness/report-headline";
import { StartWith } from "@/components/readiness/start-with";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { ADDABLE_TOOLKITS, getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { countPlanned, findGapStop, formatPlanned, type Trace } from "@/lib/domain/plan/trace";
import { parseGapFilter } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { openPlan } from "@/lib/domain/toolkit/overview-plan";
import { listPriorityChoices } from "@/lib/links/load-gap";
import { FLOW, loadTrace } from "@/lib/links/load-trace";
import { countWaiting, findReassessment } from "@/lib/milestones/reassess";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { drawAreas } from "@/lib/readiness/area-chart";
import { loadReadiness } from "@/lib/readiness/load-readiness";
import { listOwnParts, type OwnPart } from "@/lib/responses/own-part";
import { findOpenTool } from "@/lib/responses/tool-access";

export const metadata: Metadata = { title: "Readiness and gaps" };

interface ReadinessPageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReadinessPage({ params, searchParams }: ReadinessPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "report:view");
  const [report, trace, parameters, ownParts, reassessment] = await Promise.all([
    loadReadiness(context),
    loadTrace(context),
    searchParams,
    context.role === "partner" ? listOwnParts(context) : null,
    findReassessment(context),
  ]);
  const people = await listPeople(context, report);
  const overviews = ADDABLE_TOOLKITS.filter(({ id, overview }) => overview && context.addedToolkits.includes(id) && openPlan(overview, context.toolKeys));
  const teamHref = `/teams/${context.teamId}`;
  const pageHref = `${teamHref}/readiness`;
  const mayMake = isAllowedInTeam(context.role, "response:edit") && findOpenTool(context, FLOW.priorities.tool) !== null;
  const isTable = parameters.view === "table";
  const links = { toolsHref: `${teamHref}/tools`, rulesHref: `${pageHref}/how-it-works` };
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        title="Readiness and gaps"
        actions={
          report.answered === 0 || !isAllowedInTeam(context.role, "export:toolkit") ? null : (
            <LinkButton href={`${pageHref}/brief`} variant="secondary" size="small">
              One-page brief
            </LinkButton>
          )
        }
      />
      {overviews.map(({ id, overview }) => (
        <p key={id} className="no-print measure -mt-2 mb-6">
          Not in these numbers: <Link href={`${teamHref}/overview/${id}`}>{overview?.title}</Link>, which has a page of its own.
        </p>
      ))}
      {reassessment && countWaiting(reassessment) > 0 ? (
        <p className="measure mb-8">
          Your team is reassessing. {countWaiting(reassessment)} answers from “{reassessment.milestone.name}” have not been looked at yet and count in no score here.{" "}
          <Link href={`${teamHref}/milestones/reassess`}>Look at the answers</Link>
        </p>
      ) : null}
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
          <div className="grid gap-10 print:block print:space-y-8">
            {report.areas.length > 0 ? <ReportHeadline report={report} rulesHref={links.rulesHref} /> : null}
            <StartWith report={report} {...links} />
            {report.areas.length > 0 ? <Areas report={report} toolsHref={links.toolsHref} pageHref={pageHref} isTable={isTable} planned={plannedByArea(report, trace, pageHref)} /> : null}
            {report.checklists.length > 0 ? (
              <Checklists report={report} toolsHref={links.toolsHref} pageHref={pageHref} isTable={isTable} />
            ) : null}
            {report.elements.length > 0 ? <Elements report={report} toolsHref={links.toolsHref} /> : null}
            <GapSection
              report={report}
              filter={parseGapFilter(parameters, MAIN_TOOLKIT)}
              teamId={context.teamId}
              stopOf={(itemId) => findGapStop(trace, itemId)}
              priorities={mayMake ? listPriorityChoices(trace) : null}
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

interface ViewProps extends PartProps {
  pageHref: string;
  /** Numbers in rows and columns in place of the drawing. */
  isTable: boolean;
}

/** What is being done about each area's gaps, ratings and statements alike; nothing before the team has made any a priority. */
function plannedByArea({ areas, gaps }: ReadinessReport, trace: Trace, pageHref: string): ReadonlyMap<string, AreaPlanned> {
  if (trace.priorities.every(({ gapLinks }) => gapLinks.length === 0)) return new Map();
  return new Map(
    areas.flatMap(({ id, element }) => {
      const own = gaps.filter((gap) => gap.element === element && gap.kind !== "not-yet-rated");
      if (own.length === 0) return [];
      return [[id, { words: formatPlanned(countPlanned(own.map(({ itemId }) => findGapStop(trace, itemId)))), href: `${pageHref}?element=${element}#gaps` }]];
    }),
  );
}

function Areas({ report: { areas, assessment, sections, sharedItems }, toolsHref, pageHref, isTable, planned }: ViewProps & { planned: ReadonlyMap<string, AreaPlanned> }) {
  const toolHref = `${toolsHref}/${assessment.slug}`;
  return (
    <section aria-labelledby="areas" className="grid gap-3 print:block print:space-y-3">
      <h2 id="areas">The ten areas of {assessment.label}</h2>
      {isTable ? (
        <>
          <AreaTable areas={areas} toolHref={toolHref} planned={planned} />
          <p className="no-print">
            <a href={`${pageHref}#areas`}>Show as a drawing</a>
          </p>
        </>
      ) : (
        <AreaGraphic areas={areas} sections={sections} drawing={drawAreas(areas)} toolHref={toolHref} tableHref={`${pageHref}?view=table#areas`} planned={planned} />
      )}
      {sharedItems.map((item) => (
        <p key={item.prompt} className="measure text-[0.875rem] text-muted">
          {formatSharedItem(item)}
        </p>
      ))}
    </section>
  );
}

function Checklists({ report: { checklists }, toolsHref, pageHref, isTable }: ViewProps) {
  return (
    <section aria-labelledby="checklists" className="grid gap-3 print:block print:space-y-3">
      <h2 id="checklists">{checklists.length === 4 ? "The four checklists" : "Checklists"}</h2>
      {isTable ? (
        <ChecklistTable checklists={checklists} toolsHref={toolsHref} />
      ) : (
        <ChecklistBars checklists={checklists} toolsHref={toolsHref} tableHref={`${pageHref}?view=table#checklists`} />
      )}
    </section>
  );
}

/** Folded: what it counts is drawn above, and it is read where one wants to know more. */
function Elements({ report: { elements, assessment }, toolsHref }: PartProps) {
  const disagreeing = elements.filter(({ contradictions }) => contradictions.length > 0).length;
  return (
    <section aria-labelledby="elements">
      <details className="fold">
        <summary className="flex-wrap">
          <h2 id="elements">Element by element</h2>
          {disagreeing > 0 ? (
            <Tag tone="warning" icon="info">
              {disagreeing === 1 ? "Answers disagree in 1" : `Answers disagree in ${disagreeing}`}
            </Tag>
          ) : null}
        </summary>
        <p className="measure mt-2 text-muted">Ratings and checklist side by side, with tips, tools and resources.</p>
        <div className="mt-5 grid gap-3">
          {elements.map((element) => (
            <ElementView key={element.id} element={element} assessment={assessment} toolsHref={toolsHref} />
          ))}
        </div>
      </details>
    </section>
  );
}
