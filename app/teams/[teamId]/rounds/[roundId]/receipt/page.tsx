import type { Metadata } from "next";
import { ReceiptView } from "@/components/rounds/receipt-view";
import { DownloadLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { getTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { zoneOf } from "@/lib/history/time-zones";
import { buildReceipt } from "@/lib/domain/rounds/receipt";
import { toolName } from "@/lib/domain/tool/items";
import { listPeople } from "@/lib/people/list-people";
import { openRoundPage, titleOfRound } from "../open-round-page";

interface ReceiptPageProps {
  params: Promise<{ teamId: string; roundId: string }>;
}

export function generateMetadata({ params }: ReceiptPageProps): Promise<Metadata> {
  return titleOfRound(params, "receipt");
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { teamId, roundId } = await params;
  const { context, round } = await openRoundPage(teamId, roundId, "round:view");
  const page = `/teams/${teamId}/rounds/${round.id}`;
  const [people, team] = await Promise.all([listPeople(context, round), getTeam(context)]);
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Rounds", href: `/teams/${teamId}/rounds` }, { label: `Round ${round.number}`, href: page }, { label: "Receipt" }]}
        title={`Round ${round.number}: receipt`}
        lead="What became of it, and what was never readable."
        actions={
          <DownloadLink variant="secondary" size="small" href={`/api${page}/receipt`}>
            Download the round as text
          </DownloadLink>
        }
      />
      <ReceiptView receipt={buildReceipt(round, toolName(getTool(round.tool)), people)} zone={zoneOf(team.agencyState)} />
    </div>
  );
}
