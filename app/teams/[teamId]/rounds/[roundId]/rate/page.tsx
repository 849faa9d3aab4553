import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { promiseLine } from "@/components/rounds/promise";
import { RateItems } from "@/components/rounds/rate-items";
import { listRatedItems } from "@/components/rounds/rated-item";
import { Alert } from "@/components/ui/alert";
import { getTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { readSaidWords } from "@/lib/platform/entry/said-words";
import { readOwnRatings, seatOf } from "@/lib/rounds/own-ratings";
import { openLiveRoundPage, titleOfRound } from "../open-round-page";

interface RatePageProps {
  params: Promise<{ teamId: string; roundId: string }>;
  searchParams: Promise<{ item?: string | string[]; view?: string | string[]; said?: string | string[] }>;
}

export function generateMetadata({ params }: RatePageProps): Promise<Metadata> {
  return titleOfRound(params, "rate alone", "round:rate");
}

export default async function RatePage({ params, searchParams }: RatePageProps) {
  const [{ teamId, roundId }, { item, view, said }] = await Promise.all([params, searchParams]);
  const { context, round, standing, topic } = await openLiveRoundPage(teamId, roundId, "round:rate");
  const seat = seatOf(context, round) ?? notFound();
  const out = `/teams/${teamId}/rounds/${round.id}`;
  if (round.closed) redirect(out);
  const [own, { hasPlainWords }] = await Promise.all([readOwnRatings(seat), getTeam(context)]);
  const items = listRatedItems(getTool(round.tool), round.itemIds, own, hasPlainWords);
  const wrong = readSaidWords(said);
  return (
    <div className="container-page pt-4 pb-16">
      {wrong ? (
        <Alert tone="error" className="mb-5">
          {wrong}
        </Alert>
      ) : null}
      <RateItems
        items={items}
        startAt={view === "list" ? null : typeof item === "string" ? item : (items[0]?.id ?? "")}
        action={`/api/teams/${teamId}/rounds/${round.id}/ratings`}
        raterId={seat.raterId}
        userId={context.userId}
        page={`${out}/rate`}
        out={out}
        title={`Round ${round.number}`}
        promise={promiseLine(round.isNamed)}
        topic={topic}
        standing={standing}
      />
    </div>
  );
}
