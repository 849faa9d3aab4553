"use client";

import { useState } from "react";
import { useFreshPage } from "@/components/live/use-fresh-page";
import { Icon } from "@/components/ui/icon";
import { QuietStatus } from "@/components/ui/quiet-status";
import type { RoundsStanding, RoundStanding } from "@/lib/domain/rounds/round-standing";
import type { RoundState } from "@/lib/domain/rounds/round";

/** Where a round is followed, and by whom. */
export interface RoundTopic {
  /** "/api/teams/…/rounds/…", or of a personal link "/api/rate/…" */
  readonly topicUrl: string;
  /** The account; null for somebody without one. */
  readonly userId: string | null;
  readonly follower: string;
}

/** What it is to those who look on when a round moves. */
const MOVED: Record<Exclude<RoundState, "open">, string> = {
  revealed: "The round was revealed.",
  closed: "The round was closed.",
  "called-off": "The round was called off. All ratings and notes were destroyed, and nobody saw them.",
};

interface LiveRoundProps {
  topic: RoundTopic;
  /** How the round stands on the page. */
  standing: RoundStanding;
}

/** Keeps a round's page as the round stands: who has finished, the reveal, decisions and the close show by themselves. */
export function LiveRound({ topic, standing }: LiveRoundProps) {
  const { told, reach } = useFreshPage<RoundStanding>({ ...topic, mark: standing.mark });
  const [first] = useState(standing);
  const now = told ?? standing;
  return <LiveLine reach={reach} words={wordsOf(first, now)} isQuiet={now.state === first.state} />;
}

/** What stands on the page already, as how many have finished, is told to who hears it once it changes. */
function wordsOf(first: RoundStanding, now: RoundStanding): string {
  if (now.state !== "open") return MOVED[now.state];
  return now.finished === first.finished ? "" : `${now.finished} of ${now.asked} have finished.`;
}

/** The same for the team's list of rounds. */
export function LiveRounds({ topic, standing }: { topic: RoundTopic; standing: RoundsStanding }) {
  const { told, reach } = useFreshPage<RoundsStanding>({ ...topic, mark: standing.mark });
  const isNew = told !== null && told.mark !== standing.mark;
  return <LiveLine reach={reach} words={isNew ? "The list has changed." : ""} isQuiet />;
}

interface LiveLineProps {
  reach: ReturnType<typeof useFreshPage>["reach"];
  /** What is told of how it stands, once it has settled. */
  words: string;
  /** What has changed is seen where it stands, so that the words are for who hears the page. */
  isQuiet: boolean;
}

function LiveLine({ reach, words, isQuiet }: LiveLineProps) {
  if (reach === "offline") {
    return (
      <p role="status" className="live-line">
        <Icon name="blocked" /> No network. This page shows how it stood before, and goes on when you are back.
      </p>
    );
  }
  if (reach === "signed-out" || reach === "someone-else" || reach === "no-access" || reach === "outdated") {
    return (
      <p role="status" className="live-line">
        <Icon name="info" /> {reach === "outdated" ? "The workbook was renewed. Load the page again." : "This page does not follow the round any more. Load it again."}
      </p>
    );
  }
  return (
    <p className={isQuiet ? "sr-only" : "live-line"}>
      {isQuiet ? null : <Icon name="info" />} <QuietStatus words={words} />
    </p>
  );
}
