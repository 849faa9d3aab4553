import type { Metadata } from "next";
import { PlanPage } from "@/components/plan/plan-page";
import { LinkButton } from "@/components/ui/button";
import { getTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { exportPageHref } from "@/lib/exports/document/export-options";
import { timeZoneOf } from "@/lib/history/time-zones";
import { listPathTools } from "@/lib/links/load-trace";
import { listPeople } from "@/lib/people/list-people";
import { loadPlanFrom, PLAN, readPlanSeq } from "@/lib/plan/load-plan";
import { listOfferedLeads } from "@/lib/plan/offered-leads";
import { readBoardStanding } from "@/lib/plan/watch-board";
import { loadPlanReasons } from "@/lib/plan/why";
import { isAllowedInTeam, mayExport } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { listOfferingTools } from "@/lib/responses/offered-answers";
import { getTeamAnswers } from "@/lib/responses/team-answers";

export const metadata: Metadata = { title: "Plan" };

interface TeamPlanPageProps {
  params: Promise<{ teamId: string }>;
}

/** Whoever may see the plan's tool. What is asked for in the address is worked out where it is drawn, here and in the browser. */
export default async function TeamPlanPage({ params }: TeamPlanPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "response:view", PLAN.tool);
  const mayChange = isAllowedInTeam(context.role, "response:edit");
  const [seq, board] = await Promise.all([readPlanSeq(context), readBoardStanding(context, context.teamId)]);
  const offering = mayChange ? listOfferingTools(context, getTool(PLAN.tool)) : [];
  const answered = getTeamAnswers(context, [...listPathTools(context), ...offering]);
  const [team, plan, why, leads] = await Promise.all([
    getTeam(context),
    loadPlanFrom(context, seq, answered),
    loadPlanReasons(context, answered),
    mayChange ? listOfferedLeads(context, answered) : [],
  ]);
  const people = await listPeople(context, plan);
  const mayDownload = plan.actions.length > 0 && isAllowedInTeam(context.role, "export:toolkit") && mayExport(context.role, team.exporters);
  return (
    <div className="container-page pt-6 pb-16">
      <PlanPage
        teamId={context.teamId}
        boardMark={board.mark}
        userId={context.userId}
        personId={context.personId}
        planText={JSON.stringify(plan)}
        why={why}
        people={people}
        historyNames={context.historyNames}
        mayChange={mayChange}
        leads={leads}
        timeZone={timeZoneOf(team.agencyState)}
        now={new Date().toISOString()}
      >
        {mayDownload ? (
          <LinkButton href={exportPageHref(context.teamId, { content: "plan" })} variant="secondary">
            Download the plan
          </LinkButton>
        ) : null}
      </PlanPage>
    </div>
  );
}
