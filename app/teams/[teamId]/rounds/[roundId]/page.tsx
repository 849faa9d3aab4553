import type { Metadata } from "next";
import Link from "next/link";
import { PeopleProvider } from "@/components/people/shown-people";
import { LiveRound } from "@/components/rounds/live-round";
import { RevealedRound } from "@/components/rounds/revealed-round";
import { RoundBeforeReveal } from "@/components/rounds/round-before-reveal";
import { aboutOf } from "@/components/rounds/rounds-list";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { CALLED_OFF } from "@/lib/domain/rounds/receipt";
import { getTool } from "@/content/toolkits";
import { formatDay } from "@/lib/domain/text/due-words";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { listLaterDecisions, readDecisions } from "@/lib/rounds/decide";
import { readOwnRatings, seatOf } from "@/lib/rounds/own-ratings";
import { linkOf, linkSecretOf } from "@/lib/rounds/rate-links";
import { listRaters } from "@/lib/rounds/read-rounds";
import { readFrozen } from "@/lib/responses/read-frozen";
import { loadShownRound } from "@/lib/rounds/shown-round";
import { openLiveRoundPage, titleOfRound } from "./open-round-page";

interface RoundPageProps {
  params: Promise<{ teamId: string; roundId: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

export function generateMetadata({ params }: RoundPageProps): Promise<Metadata> {
  return titleOfRound(params, "");
}

export default async function RoundPage({ params, searchParams }: RoundPageProps) {
  const [{ teamId, roundId }, { item }] = await Promise.all([params, searchParams]);
  const { context, round, standing, topic } = await openLiveRoundPage(teamId, roundId, "round:view");
  const seat = isAllowedInTeam(context.role, "round:rate") ? seatOf(context, round) : null;
  const [raters, own, shown, decisions, later] = await Promise.all([
    listRaters(context, round.id),
    seat ? readOwnRatings(seat) : null,
    loadShownRound(context, round),
    readDecisions(context, round.id),
    listLaterDecisions(context, round),
  ]);
  const people = await listPeople(context, round, raters, [...decisions.values()]);
  const page = `/teams/${teamId}/rounds/${round.id}`;
  const mayLead = round.mayLead && isAllowedInTeam(context.role, "round:reveal");
  const mayHandOver = isAllowedInTeam(context.role, "round:open") && round.state !== "closed" && round.state !== "called-off";
  const links = new Map(
    raters.flatMap(({ id, isLinkUnused, linkNumber }) => (mayHandOver && isLinkUnused ? [[id, linkOf(linkSecretOf({ agencyId: context.agencyId, roundId: round.id, raterId: id }, linkNumber))] as const] : [])),
  );
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Rounds", href: `/teams/${teamId}/rounds` }, { label: `Round ${round.number}` }]}
        title={shown ? `Round ${round.number}: where we see it differently` : `Round ${round.number}`}
        lead={[aboutOf(round), round.isNamed ? "with names" : "unnamed", round.state === "open" && round.untilOn ? `until ${formatDay(round.untilOn)}` : ""].filter(Boolean).join(", ")}
        actions={
          <>
            <LinkButton variant="secondary" size="small" href={`${page}/receipt`} prefetch={false}>
              Receipt
            </LinkButton>
            {round.followsId && shown ? (
              <LinkButton variant="secondary" size="small" href={`${page}/compare`} prefetch={false}>
                Compare with the earlier round
              </LinkButton>
            ) : null}
            {round.state !== "open" && isAllowedInTeam(context.role, "round:open") ? (
              <LinkButton variant="secondary" size="small" href={`/teams/${teamId}/rounds/new?after=${round.id}`} prefetch={false}>
                Open a second round
              </LinkButton>
            ) : null}
          </>
        }
      />
      <LiveRound topic={topic} standing={standing} />
      <PeopleProvider people={people} historyNames={context.historyNames}>
        {round.state === "called-off" ? <Alert tone="info">{CALLED_OFF}</Alert> : null}
        {round.state === "open" ? <RoundBeforeReveal teamId={teamId} round={round} raters={raters} links={links} own={own} mayLead={mayLead} mayHandOver={mayHandOver} /> : null}
        {shown ? (
          <RevealedRound
            teamId={teamId}
            round={round}
            tool={getTool(round.tool)}
            shown={shown}
            decisions={decisions}
            later={later}
            raters={raters}
            people={people}
            own={own}
            links={links}
            chosen={typeof item === "string" ? item : null}
            mayLead={mayLead}
            mayDecide={isAllowedInTeam(context.role, "round:decide")}
            frozen={await readFrozen(context, round.tool)}
          />
        ) : null}
      </PeopleProvider>
      <p className="mt-10">
        <Link href={`/teams/${teamId}/rounds`}>All rounds</Link>
      </p>
    </div>
  );
}
