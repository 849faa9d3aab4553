import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { promiseLine } from "@/components/rounds/promise";
import { RateItems } from "@/components/rounds/rate-items";
import { listRatedItems } from "@/components/rounds/rated-item";
import { getTool } from "@/content/toolkits";
import { requireTeam } from "@/lib/platform/auth/require";
import { readOwnRatings, seatOf } from "@/lib/rounds/own-ratings";
import { findRound } from "@/lib/rounds/read-rounds";
import { titleOfRound } from "../round-title";

interface RatePageProps {
  params: Promise<{ teamId: string; roundId: string }>;
  searchParams: Promise<{ item?: string | string[]; view?: string | string[] }>;
}

export function generateMetadata({ params }: RatePageProps): Promise<Metadata> {
  return titleOfRound(params, "rate alone");
}

export default async function RatePage({ params, searchParams }: RatePageProps) {
  const [{ teamId, roundId }, { item, view }] = await Promise.all([params, searchParams]);
  const context = await requireTeam(teamId, "round:rate");
  const round = await findRound(context, roundId);
  const seat = round && seatOf(context, round);
  if (!round || !seat) notFound();
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
