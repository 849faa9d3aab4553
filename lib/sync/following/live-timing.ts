import { spread } from "@/lib/sync/browser/spread";

/** Milliseconds, each. */
export interface LiveTiming {
  /** How long a stream may stay silent after it was asked for: some proxies hold answers back. */
  readonly helloMs: number;
  /** Before a broken stream is opened again; doubles each time. */
  readonly reopenMinMs: number;
  readonly reopenMaxMs: number;
  /** Before a stream that keeps staying silent is tried again; doubles each time. */
  readonly silentMs: number;
  /** A stream that lived this long was a good one. */
  readonly steadyMs: number;
  /** Between questions while no stream brings the answers; grows while nothing is new. */
  readonly askMinMs: number;
  readonly askMaxMs: number;
  /** Between questions after being turned away, or while a stream seems to work. */
  readonly checkMs: number;
  /** How long a hidden tab keeps its stream. */
  readonly hiddenMs: number;
}

export const DEFAULT_TIMING: LiveTiming = {
  helloMs: 5_000,
  reopenMinMs: 1_000,
  reopenMaxMs: 60_000,
  silentMs: 120_000,
  steadyMs: 30_000,
  askMinMs: 3_000,
  askMaxMs: 12_000,
  checkMs: 60_000,
  hiddenMs: 5_000,
};

/** Before a broken stream is opened again. @param breaks how many broke without a good one in between, this one too. */
export function reopenWait({ reopenMinMs, reopenMaxMs }: LiveTiming, breaks: number): number {
  return spread(Math.min(reopenMinMs * 2 ** (breaks - 1), reopenMaxMs));
}

/** Before a stream is opened again where something seems to hold it back. @param silences how many times that seemed so. */
export function silentWait({ silentMs, reopenMaxMs }: LiveTiming, silences: number): number {
  return spread(Math.min(silentMs * 2 ** (silences - 1), Math.max(reopenMaxMs, 8 * silentMs)));
}
