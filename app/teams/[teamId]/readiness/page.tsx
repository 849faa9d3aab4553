import type { Metadata } from "next";
import { AreaChart } from "@/components/report/area-chart";
import { AreaTable } from "@/components/report/area-table";
import { BarFills } from "@/components/report/bar-fills";
import { ChecklistChart } from "@/components/report/checklist-chart";
import { ChecklistTable } from "@/components/report/checklist-table";
import { ElementView } from "@/components/report/element-view";
import { GapSection } from "@/components/report/gap-section";
import { ReportEmpty } from "@/components/report/report-empty";
import { ReportHeadline } from "@/components/report/report-headline";
import { PageHeader } from "@/components/ui/page-header";
import { requireTeam } from "@/lib/auth/require";
import { getTeam } from "@/lib/data/teams";
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
  const [team, report, parameters] = await Promise.all([getTeam(context), loadReadiness(context), searchParams]);
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
        <div className="grid gap-14">
          <BarFills />
          <ReportHeadline report={report} rulesHref={links.rulesHref} />
          <Areas report={report} toolsHref={links.toolsHref} />
          <Checklists report={report} toolsHref={links.toolsHref} />
          <Elements report={report} toolsHref={links.toolsHref} />
          <GapSection
            report={report}
            filter={parseGapFilter(parameters)}
            toolsHref={links.toolsHref}
            pageHref={pageHref}
          />
        </div>
      )}
    </div>
  );
}

interface PartProps {
  report: ReadinessReport;
  toolsHref: string;
}

function Areas({ report: { areas, headline, sharedItems }, toolsHref }: PartProps) {
  return (
    <section aria-labelledby="areas" className="grid gap-5">
      <h2 id="areas">The ten areas of Tool 9</h2>
      {headline.scored > 0 ? <AreaChart areas={areas} /> : null}
      <AreaTable areas={areas} toolHref={`${toolsHref}/9`} />
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
    <section aria-labelledby="checklists" className="grid gap-5">
      <h2 id="checklists">The four checklists</h2>
      {checklists.some(({ score }) => score.answered > 0) ? <ChecklistChart checklists={checklists} /> : null}
      <ChecklistTable checklists={checklists} toolsHref={toolsHref} />
    </section>
  );
}

function Elements({ report: { elements }, toolsHref }: PartProps) {
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">Element by element</h2>
      <p className="measure mt-2 text-muted">
        Ratings and checklist side by side, with tips, tools and resources. Open an element to see more.
      </p>
      <div className="mt-5 grid gap-3">
        {elements.map((element) => (
          <ElementView key={element.id} element={element} toolsHref={toolsHref} />
        ))}
      </div>
    </section>
  );
}
