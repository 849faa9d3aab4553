"use client";

import { useEffect, useState } from "react";
import { formatTimer, secondsLeft, type SittingState } from "@/lib/domain/sittings/sitting-state";

const TICK_MS = 250;

/** How long the timer still runs; null where there is none. `receivedAt` is the browser's own clock when the state came. */
export function useSecondsLeft(state: SittingState, receivedAt: number): number | null {
  const [now, setNow] = useState(receivedAt);
  const isRunning = state.timerEndsAt !== null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return secondsLeft(state, receivedAt, Math.max(now, receivedAt));
}

/** The time that is left. It tells and ends nothing; that it is over is said once. */
export function Timer({ state, receivedAt, className }: { state: SittingState; receivedAt: number; className: string }) {
  const left = useSecondsLeft(state, receivedAt);
  return (
    <>
      {left === null ? null : (
        <p className={className} role="timer" aria-label={`${left} seconds left`}>
          {formatTimer(left)}
        </p>
      )}
      <p className="sr-only" role="status">
        {left === 0 ? "Time is up." : ""}
      </p>
    </>
  );
}
