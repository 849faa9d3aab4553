import type { Metadata } from "next";
import { requireTeam } from "@/lib/platform/auth/require";
import { findRound } from "@/lib/rounds/read-rounds";

/** The title of a round's page: two rounds in two tabs are told apart. @param words what the page is, besides the round */
export async function titleOfRound(params: Promise<{ teamId: string; roundId: string }>, words: string): Promise<Metadata> {
  const { teamId, roundId } = await params;
  const round = await findRound(await requireTeam(teamId, "round:view"), roundId);
  return { title: [`Round${round ? ` ${round.number}` : ""}`, words].filter(Boolean).join(": ") };
}
