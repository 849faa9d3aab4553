import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { MatrixOverview } from "@/components/overview/matrix-overview";
import { StatementOverview } from "@/components/overview/statement-overview";
import { PageHeader } from "@/components/ui/page-header";
import { findToolkit } from "@/content/toolkits";
import { buildOverview } from "@/lib/domain/overview/build-overview";
import { findGapStop } from "@/lib/domain/plan/trace";
import { openPlan } from "@/lib/domain/toolkit/overview-plan";
import { listPriorityChoices } from "@/lib/links/load-gap";
import { FLOW, loadTrace } from "@/lib/links/load-trace";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";

interface OverviewPageProps {
  params: Promise<{ teamId: string; toolkit: string }>;
}

async function readPlan(params: OverviewPageProps["params"]) {
  const { teamId, toolkit: id } = await params;
  const toolkit = findToolkit(id);
  if (!toolkit?.overview) notFound();
  return { teamId, toolkit, plan: toolkit.overview };
}

export async function generateMetadata({ params }: OverviewPageProps): Promise<Metadata> {
  return { title: (await readPlan(params)).plan.title };
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  const { teamId, toolkit, plan } = await readPlan(params);
  const context = await requireTeam(teamId, "report:view");
  // A partner sees what is made from the worksheets that are shared with them.
  const own = openPlan(plan, context.toolKeys) ?? notFound();
  const [{ answers }, trace] = await Promise.all([getTeamAnswers(context, toolkit.tools.map(({ ref }) => ref)), loadTrace(context)]);
  const mayMake = isAllowedInTeam(context.role, "response:edit") && findOpenTool(context, FLOW.priorities.tool) !== null;
  const priorities = mayMake ? listPriorityChoices(trace) : null;
  const overview = buildOverview(own, { tools: toolkit.tools, answers });
  const places = { toolkitId: toolkit.id, toolsHref: `/teams/${teamId}/tools`, toolKeys: context.toolKeys };
  return (
    <div className="container-page pt-8 pb-16">
      <PageHeader
        title={plan.title}
        lead={plan.lead}
      />
      <p className="measure mb-10 text-muted">
        Links to elements and tools of the main toolkit show where the same work comes up. That mapping is ours. Neither
        document makes it. <Link href={`/teams/${teamId}/readiness`}>Readiness and gaps</Link> has a page of its own.
      </p>
      {overview.answered === 0 ? (
        <p className="measure mb-10">Nothing is filled in yet. Start with any of the worksheets; this page fills up as you go.</p>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-14">
        {overview.matrix ? <MatrixOverview matrix={overview.matrix} places={places} /> : null}
        {overview.statements.map((statements) => (
          <StatementOverview key={statements.tool.slug} statements={statements} places={places} teamId={context.teamId} stopOf={(itemId) => findGapStop(trace, itemId)} priorities={priorities} />
        ))}
      </div>
    </div>
  );
}
