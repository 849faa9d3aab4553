"use client";

import Link from "next/link";
import { useState } from "react";
import { useFreshPage } from "@/components/live/use-fresh-page";
import { Alert } from "@/components/ui/alert";
import type { RoundState } from "@/lib/domain/rounds/round";
import type { RoundStanding } from "@/lib/domain/rounds/round-standing";
import type { RoundTopic } from "./live-round";

interface OwnRound {
  /** What the round became since the page was opened; null while it is as it was. */
  readonly told: RoundState | null;
  /** Nothing is taken any more; the page stays as it is, with what was typed. */
  readonly isOver: boolean;
}

/** Follows the round that somebody rates in. After its close the page is not read again: the round's page would come in its place. */
export function useOwnRound(topic: RoundTopic, standing: RoundStanding): OwnRound {
  const [isOver, setOver] = useState(false);
  const [first] = useState(standing.state);
  // Who else finishes is nothing to whoever rates.
  const [shown, setShown] = useState(standing.state);
  const { told } = useFreshPage<RoundStanding>({ ...topic, mark: standing.mark, isHeld: isOver || shown === standing.state });
  if (told && told.state !== shown) {
    setShown(told.state);
    setOver(told.state === "closed" || told.state === "called-off");
  }
  return { told: shown === first ? null : shown, isOver };
}

interface MovedOnProps extends OwnRound {
  /** The page shows the round as revealed. */
  isRevealed: boolean;
  /** How many ratings wait on this device. */
  waiting: number;
  /** Where one leaves to. */
  out: string;
}

/** Says that the round has moved on while somebody rates. */
export function MovedOn({ told, isRevealed, isOver, waiting, out }: MovedOnProps) {
  if (isOver) {
    return (
      <Alert tone="info" live title={told === "called-off" ? "The round was called off while you were here" : "The round was closed while you were here"}>
        <p>
          {told === "called-off" ? "All ratings and notes were destroyed, and nobody saw them. Thank you all the same." : "What you saved in time was taken in. Nothing more can be rated. Thank you."}
          {waiting === 0 ? "" : waiting === 1 ? " 1 rating had not been sent from this device and does not count." : ` ${waiting} ratings had not been sent from this device and do not count.`}
        </p>
        <p className="mt-2">A note that you were typing is still here. Copy it if you want to keep it.</p>
        <p className="mt-2">
          <Link href={out} prefetch={false}>
            See how the round stands
          </Link>
        </p>
      </Alert>
    );
  }
  if (told !== "revealed") return null;
  return (
    <Alert tone="info" live title="The round was revealed while you were here">
      {isRevealed ? "What you had rated stands. What you left out you can still rate: late ratings join the dots when the round closes, together, if there are at least three." : "One moment: the page is read again. Nothing you typed is lost."}
    </Alert>
  );
}
