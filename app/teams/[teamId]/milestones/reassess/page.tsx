import type { Metadata } from "next";
import { NeedsScript } from "@/components/forms/form-page";
import { CarriedTool } from "@/components/milestones/carried-tool";
import { StartReassessmentForm } from "@/components/milestones/start-reassessment-form";
import { StopButton } from "@/components/milestones/milestone-buttons";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { toolName } from "@/lib/domain/tool/items";
import { loadCarried } from "@/lib/milestones/load-carried";
import { listMilestones } from "@/lib/milestones/read-milestones";
import { countWaiting, findReassessment, listCarriable } from "@/lib/milestones/reassess";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import type { TeamContext } from "@/lib/platform/auth/context";

export const metadata: Metadata = { title: "Reassess" };

export default async function ReassessPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "response:view");
  const reassessment = await findReassessment(context);
  const mayStart = isAllowedInTeam(context.role, "reassessment:start");
  const mayView = isAllowedInTeam(context.role, "milestone:view");
  const crumbs = [mayView ? { label: "Over time", href: `/teams/${teamId}/milestones` } : { label: "Home", href: `/teams/${teamId}` }, { label: "Reassess" }];
  if (!reassessment) {
    return (
      <div className="container-page pt-6 pb-16">
        <PageHeader crumbs={crumbs} title="Reassess" lead="Open tools again with the answers of a milestone. Nothing is deleted, and each answer is marked until somebody confirms or changes it." />
        {mayStart ? <Start context={context} /> : <p className="measure">Your team is not reassessing. A team lead can start it.</p>}
      </div>
    );
  }
  const waiting = countWaiting(reassessment);
  const tools = await loadCarried(context, reassessment);
  const mayEdit = isAllowedInTeam(context.role, "response:edit");
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={crumbs}
        title="Reassess"
        lead={`${reassessment.items.length - waiting} of ${reassessment.items.length} answers from “${reassessment.milestone.name}” have been looked at. Confirm what still holds, or change it in its tool.`}
        actions={mayStart ? <StopButton teamId={teamId} waiting={waiting} /> : null}
      />
      {waiting === 0 ? (
        <div className="measure mb-8 grid justify-items-start gap-3">
          <p>Every answer has been looked at.</p>
          {mayStart ? <LinkButton href={`/teams/${teamId}/milestones`}>Make the next milestone</LinkButton> : null}
        </div>
      ) : null}
      {mayEdit ? <NeedsScript /> : null}
      <div className="grid grid-cols-1 gap-10">
        {tools.map((one) => (
          <CarriedTool key={one.tool.slug} teamId={teamId} name={toolName(one.tool)} carried={one} from={reassessment.milestone.name} mayEdit={mayEdit} />
        ))}
      </div>
    </div>
  );
}

async function Start({ context }: { context: TeamContext }) {
  const { teamId } = context;
  const milestones = (await listMilestones(context)).filter(({ removed }) => !removed);
  const [latest] = milestones;
  if (!latest) {
    return (
      <div className="measure grid justify-items-start gap-4">
        <p>Make a milestone first: it keeps the answers as they are now.</p>
        <LinkButton href={`/teams/${teamId}/milestones`}>Over time</LinkButton>
      </div>
    );
  }
  const tools = await listCarriable(context, latest.asOf);
  return (
    <div className="max-w-[46rem]">
      <NeedsScript />
      <StartReassessmentForm
        teamId={teamId}
        milestones={milestones.map(({ id, name, onDay }) => ({ id, name, onDay }))}
        tools={tools.map(({ tool, answers }) => ({ slug: tool.slug, name: toolName(tool), answers, isUsual: tool.kind === "assessment" || tool.kind === "checklist" }))}
      />
    </div>
  );
}
