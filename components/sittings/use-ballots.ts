"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useSendWaiting } from "@/components/live/use-send-waiting";
import { keepBallots, type KeptBallot, readKeptBallots } from "@/lib/platform/browser/kept-ballots";

export type BallotState = { readonly kind: "sending" | "waiting" | "counted" | "late" } | { readonly kind: "refused"; readonly message: string };

/** Names one person's vote in one round. */
export const ballotId = ({ round, turn }: Pick<KeptBallot, "round" | "turn">) => `${round} ${turn}`;

interface Ballots {
  /** By `ballotId`. */
  readonly states: Readonly<Record<string, BallotState>>;
  /** What waited here from before. */
  readonly kept: readonly KeptBallot[];
  /** What the server counted of this page's votes, by `ballotId`. */
  readonly counted: Readonly<Record<string, string>>;
  /** What was not counted, the oldest first: a change that came too late leaves the vote before it as it was. */
  readonly missed: readonly KeptBallot[];
  /** Whether the phone's place is gone, or its member's session. */
  readonly isOut: Out | null;
  readonly cast: (ballot: KeptBallot) => void;
}

export type Out = "taken" | "signed-out";

const TRY_AGAIN_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;

type Answer = BallotState | "unreachable" | Out;

async function send(action: string, { turnKey, round, value, turn }: KeptBallot): Promise<Answer> {
  const response = await fetch(action, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ round, value, turn, ...(turnKey === null ? {} : { turnKey }) }),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  }).catch(() => null);
  if (!response || response.status >= 500 || response.status === 429 || response.status === 408) return "unreachable";
  const body = (await response.json().catch(() => null)) as { isLate?: boolean; message?: string } | null;
  // An answer that was cut off tells nothing; sent again, the vote is counted once.
  if (!body) return "unreachable";
  if (response.ok) return { kind: body.isLate ? "late" : "counted" };
  if (response.status === 401) return "signed-out";
  if (response.status === 404) return "taken";
  return { kind: "refused", message: body.message ?? "This vote was not taken. Load the page again." };
}

/** Sends each vote as it is made; what finds no network waits on this phone and goes when it is back. Sent twice, it is counted once. */
export function useBallots({ action, seatId }: { readonly action: string; readonly seatId: string }): Ballots {
  const [states, setStates] = useState<Readonly<Record<string, BallotState>>>({});
  const [kept, setKept] = useState<readonly KeptBallot[]>([]);
  const [counted, setCounted] = useState<Readonly<Record<string, string>>>({});
  const [missed, setMissed] = useState<readonly KeptBallot[]>([]);
  const [isOut, setIsOut] = useState<Out | null>(null);
  const waiting = useRef<readonly KeptBallot[]>([]);
  const isSending = useRef(false);

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    const mark = (ballot: KeptBallot, state: BallotState) => setStates((before) => ({ ...before, [ballotId(ballot)]: state }));
    try {
      for (let [next] = waiting.current; next !== undefined; [next] = waiting.current) {
        const ballot = next;
        const answer = await send(action, ballot);
        if (answer === "unreachable") {
          for (const other of waiting.current) mark(other, { kind: "waiting" });
          return;
        }
        if (answer === "signed-out") return setIsOut(answer);
        if (answer === "taken") {
          const lost = waiting.current;
          waiting.current = [];
          keepBallots(seatId, []);
          setMissed((before) => [...before, ...lost]);
          return setIsOut(answer);
        }
        const isTaken = answer.kind === "counted" || answer.kind === "late";
        if (isTaken) setCounted((before) => ({ ...before, [ballotId(ballot)]: ballot.value }));
        // Changed meanwhile: the new choice is sent in its place.
        if (!waiting.current.includes(ballot)) continue;
        waiting.current = waiting.current.filter((other) => other !== ballot);
        keepBallots(seatId, waiting.current);
        mark(ballot, answer);
        setMissed((before) => [...before.filter((other) => ballotId(other) !== ballotId(ballot)), ...(isTaken ? [] : [ballot])]);
      }
    } finally {
      isSending.current = false;
    }
  }, [action, seatId]);

  useEffect(() => {
    const before = readKeptBallots(seatId);
    waiting.current = before;
    if (before.length > 0) queueMicrotask(() => setKept(before));
  }, [seatId]);
  // After what waited from before is known.
  useSendWaiting(flush, TRY_AGAIN_MS);

  const cast = useCallback(
    (ballot: KeptBallot) => {
      const id = ballotId(ballot);
      waiting.current = [...waiting.current.filter((other) => ballotId(other) !== id), ballot];
      keepBallots(seatId, waiting.current);
      setStates((before) => ({ ...before, [id]: { kind: "sending" } }));
      void flush();
    },
    [flush, seatId],
  );

  return { states, kept, counted, missed, isOut, cast };
}
