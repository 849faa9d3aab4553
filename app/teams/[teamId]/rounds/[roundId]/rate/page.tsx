import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { promiseLine } from "@/components/rounds/promise";
import { RateItems } from "@/components/rounds/rate-items";
import { listRatedItems } from "@/components/rounds/rated-item";
import { getTool } from "@/content/toolkits";
import { readOwnRatings, seatOf } from "@/lib/rounds/own-ratings";
import { openRoundPage, titleOfRound } from "../open-round-page";

interface RatePageProps {
  params: Promise<{ teamId: string; roundId: string }>;
  searchParams: Promise<{ item?: string | string[]; view?: string | string[] }>;
}

export function generateMetadata({ params }: RatePageProps): Promise<Metadata> {
  return titleOfRound(params, "rate alone", "round:rate");
}

export default async function RatePage({ params, searchParams }: RatePageProps) {
  const [{ teamId, roundId }, { item, view }] = await Promise.all([params, searchParams]);
  const { context, round } = await openRoundPage(teamId, roundId, "round:rate");
  const seat = seatOf(context, round) ?? notFound();
  const out = `/teams/${teamId}/rounds/${round.id}`;
  if (round.closed) redirect(out);
  const items = listRatedItems(getTool(round.tool), round.itemIds, await readOwnRatings(seat));
  return (
    <div className="container-page pt-4 pb-16">
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
        isRevealed={round.revealed !== null}
      />
    </div>
  );
}
