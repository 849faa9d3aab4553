import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareView } from "@/components/rounds/compare-view";
import { PageHeader } from "@/components/ui/page-header";
import { getTool } from "@/content/toolkits";
import { compareRounds, measureVoiceGap } from "@/lib/domain/rounds/compare-rounds";
import { ratableItems } from "@/lib/domain/rounds/round";
import { listEarlierRounds } from "@/lib/rounds/read-rounds";
import { loadShownRound } from "@/lib/rounds/shown-round";
import { openRoundPage, titleOfRound } from "../open-round-page";

interface CompareRoundsPageProps {
  params: Promise<{ teamId: string; roundId: string }>;
}

export function generateMetadata({ params }: CompareRoundsPageProps): Promise<Metadata> {
  return titleOfRound(params, "beside the one before");
}

export default async function CompareRoundsPage({ params }: CompareRoundsPageProps) {
  const { teamId, roundId } = await params;
  const { context, round } = await openRoundPage(teamId, roundId, "round:view");
  const chain = await listEarlierRounds(context, round);
  const shown = await Promise.all(chain.map((one) => loadShownRound(context, one)));
  const earlier = chain.at(-2);
  const [before, now] = [shown.at(-2), shown.at(-1)];
  // What is not revealed has nothing to compare.
  if (!earlier || !now || !before) notFound();
  const prompts = new Map(ratableItems(getTool(round.tool)).map(({ id, prompt }) => [id, prompt]));
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Rounds", href: `/teams/${teamId}/rounds` }, { label: `Round ${round.number}`, href: `/teams/${teamId}/rounds/${round.id}` }, { label: "Compare" }]}
        title={`Round ${earlier.number} and round ${round.number}`}
        lead="Did views come closer? Other people may have rated. Nothing here says why."
      />
      <CompareView
        compared={compareRounds(before.items, now.items)}
        prompts={prompts}
        numbers={[earlier.number, round.number]}
        voiceGaps={chain.flatMap(({ number }, index) => (shown[index] ? [{ number, gap: measureVoiceGap(shown[index].items.values()) }] : []))}
      />
    </div>
  );
}
