import { spread } from "./spread";

/** Milliseconds, each. */
export interface SendTiming {
  /** Wait after the last keystroke. */
  readonly quietMs: number;
  /** Longest wait while typing goes on. */
  readonly maxWaitMs: number;
  /** The same two while a teammate has the tool open, to whom the words should appear as they are typed. */
  readonly watchedQuietMs: number;
  readonly watchedMaxWaitMs: number;
  readonly timeoutMs: number;
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** After this long, changes that another tab keeps are sent from here too: that tab may be closed or asleep. */
  readonly adoptMs: number;
}

export const DEFAULT_TIMING: SendTiming = {
  quietMs: 400,
  maxWaitMs: 2_000,
  watchedQuietMs: 100,
  watchedMaxWaitMs: 300,
  timeoutMs: 20_000,
  retryMinMs: 1_000,
  retryMaxMs: 30_000,
  adoptMs: 30_000,
};

/** How long to wait after a change for the next one. @param sinceMs how long changes have been waiting already. */
export function quietWait(timing: SendTiming, isWatched: boolean, sinceMs: number): number {
  const { quietMs, maxWaitMs, watchedQuietMs, watchedMaxWaitMs } = timing;
  const wait = isWatched ? Math.min(watchedQuietMs, watchedMaxWaitMs - sinceMs) : Math.min(quietMs, maxWaitMs - sinceMs);
  return Math.max(0, wait);
}

/** Before the next attempt; spread out, so that a team does not come back all at once after an outage. */
export function retryWait({ retryMinMs, retryMaxMs }: SendTiming, failures: number, chance: number): number {
  return spread(Math.min(retryMaxMs, retryMinMs * 2 ** (failures - 1)), chance);
}
