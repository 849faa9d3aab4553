import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { RoundFacts } from "@/lib/domain/rounds/round";
import type { TeamContext } from "@/lib/platform/auth/context";
import { requireTeam } from "@/lib/platform/auth/require";
import { findRound } from "@/lib/rounds/read-rounds";
import { readRoundStanding } from "@/lib/rounds/watch-round";

interface RoundPlace {
  readonly teamId: string;
  readonly roundId: string;
}

/** Who looks and at which round, read once for a page and its title; not found where the team has none of this id. */
export const openRoundPage = cache(async (teamId: string, roundId: string, permission: "round:view" | "round:rate"): Promise<{ context: TeamContext; round: RoundFacts }> => {
  const context = await requireTeam(teamId, permission);
  return { context, round: (await findRound(context, roundId)) ?? notFound() };
});

/** The same for a page that follows the round: how it stood before anything else of the page was read, and where it is followed. */
export async function openLiveRoundPage(teamId: string, roundId: string, permission: "round:view" | "round:rate") {
  const context = await requireTeam(teamId, permission);
  const standing = await readRoundStanding({ ...context, actorId: context.userId }, roundId);
  const { round } = await openRoundPage(teamId, roundId, permission);
  if (!standing) notFound();
  const topic = { topicUrl: `/api/teams/${context.teamId}/rounds/${round.id}`, userId: context.userId, follower: context.userId };
  return { context, round, standing, topic };
}

/** The title of a round's page: two rounds in two tabs are told apart. @param words what the page is, besides the round */
export async function titleOfRound(params: Promise<RoundPlace>, words: string, permission: "round:view" | "round:rate" = "round:view"): Promise<Metadata> {
  const { teamId, roundId } = await params;
  const { round } = await openRoundPage(teamId, roundId, permission);
  return { title: [`Round ${round.number}`, words].filter(Boolean).join(": ") };
}
