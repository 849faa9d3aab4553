import type { Metadata } from "next";
import { NeedsScript } from "@/components/forms/form-page";
import { MakeMilestoneForm } from "@/components/milestones/make-milestone-form";
import { MilestoneList } from "@/components/milestones/milestone-list";
import { ReassessPanel } from "@/components/milestones/reassess-panel";
import { PeopleProvider } from "@/components/people/shown-people";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getTeam } from "@/lib/agencies/teams";
import { localDay } from "@/lib/domain/reminders/local-time";
import { timeZoneOf } from "@/lib/history/time-zones";
import { findFirstDay } from "@/lib/milestones/make-milestone";
import { listMilestones } from "@/lib/milestones/read-milestones";
import { findReassessment } from "@/lib/milestones/reassess";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "Over time" };

export default async function MilestonesPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "milestone:view");
  const mayMake = isAllowedInTeam(context.role, "milestone:make");
  const [team, milestones, reassessment] = await Promise.all([getTeam(context), listMilestones(context), findReassessment(context)]);
  const zone = timeZoneOf(team.agencyState);
  const [people, firstDay] = await Promise.all([listPeople(context, milestones, reassessment), mayMake ? findFirstDay(context, zone) : null]);
  const standing = milestones.filter(({ removed }) => !removed);
  const [latest] = standing;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        title="Over time"
        lead="A milestone keeps all of your team’s work of one day as it was, for good. Later you can see what moved since."
        actions={latest ? <LinkButton href={`/teams/${teamId}/milestones/compare?from=${(standing.at(-1) ?? latest).id}`}>What changed since “{(standing.at(-1) ?? latest).name}”</LinkButton> : null}
      />
      <PeopleProvider people={people} historyNames={context.historyNames}>
        <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid grid-cols-1 content-start gap-10">
            <section aria-labelledby="milestones">
              <h2 id="milestones" className="home-title mb-1">
                Milestones
              </h2>
              {standing.length === 0 ? (
                <p className="measure text-muted">
                  {mayMake ? "Your team has none yet. The first is often called “Baseline”." : "Your team has none yet. A team lead can make one."}
                </p>
              ) : null}
              <MilestoneList teamId={teamId} milestones={milestones} mayRemove={mayMake} />
            </section>
            {standing.length > 0 || reassessment ? <ReassessPanel teamId={teamId} reassessment={reassessment} mayStart={isAllowedInTeam(context.role, "reassessment:start")} /> : null}
          </div>
          {mayMake ? (
            <section aria-labelledby="make-a-milestone" className="no-print">
              <Card>
                <h2 id="make-a-milestone" className="home-title mb-3">
                  Make a milestone
                </h2>
                <NeedsScript />
                <MakeMilestoneForm teamId={teamId} today={localDay(new Date(), zone)} firstDay={firstDay} />
              </Card>
            </section>
          ) : null}
        </div>
      </PeopleProvider>
    </div>
  );
}
