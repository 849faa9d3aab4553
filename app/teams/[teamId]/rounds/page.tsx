import type { Metadata } from "next";
import { LiveRounds } from "@/components/rounds/live-round";
import { RoundsList } from "@/components/rounds/rounds-list";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { countByRound } from "@/lib/domain/rounds/open-disagreement";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { listOpenDisagreements } from "@/lib/rounds/open-disagreements";
import { listOpenRounds } from "@/lib/rounds/read-rounds";
import { readRoundsStanding } from "@/lib/rounds/watch-round";

export const metadata: Metadata = { title: "Rounds" };

export default async function RoundsPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "round:view");
  const standing = await readRoundsStanding({ ...context, actorId: context.userId });
  const [{ rounds, isWithheld }, disagreements] = await Promise.all([listOpenRounds(context), listOpenDisagreements(context)]);
  const mayOpen = isAllowedInTeam(context.role, "round:open");
  const open = <LinkButton href={`/teams/${teamId}/rounds/new`}>Open a round</LinkButton>;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        title="Rounds"
        lead="Everyone rates alone and unseen. Then the team looks at where it differs, talks, and records what it decides."
        {...(mayOpen && rounds.length > 0 ? { actions: open } : {})}
      />
      <LiveRounds topic={{ topicUrl: `/api/teams/${context.teamId}/rounds`, userId: context.userId, follower: context.userId }} standing={standing} />
      {rounds.length === 0 ? (
        <div className="measure grid justify-items-start gap-4">
          <p>{emptyWords(mayOpen, isWithheld)}</p>
          {mayOpen ? open : null}
        </div>
      ) : (
        <div className="max-w-[46rem]">
          <RoundsList teamId={teamId} rounds={rounds} undecided={countByRound(disagreements)} />
        </div>
      )}
    </div>
  );
}

function emptyWords(mayOpen: boolean, isWithheld: boolean): string {
  if (isWithheld) return "Your team’s rounds are about tools that are not shared with you. If you would like to take part, ask a team lead.";
  return mayOpen ? "Your team has not opened a round yet." : "Your team has not opened a round yet. A team lead can.";
}
