import type { WriterClock } from "@/lib/sync/protocol";
import { quietWait, retryWait, type SendTiming } from "./send-timing";
import type { Trouble } from "./sending-trouble";
import type { Outcome } from "./updates-api";

/** Why what is unsent has to be fitted to what the server has. */
export type Misfit = { readonly kind: "apart"; readonly writers: readonly WriterClock[] } | { readonly kind: "rebuilt" };

/** What became of that. */
export type Fitting = "fitted" | "unreachable" | "apart";

/** What the sender knows in every state. */
interface Known {
  /** Why the last attempt failed; null once the server took something. */
  readonly trouble: Trouble | null;
  /** How many attempts failed, one after the other. */
  readonly failures: number;
  /** The server asked to wait until then. */
  readonly notBefore: number;
  /** The server's document is another edition than the one edited here. */
  readonly isPassed: boolean;
}

/** One way through the queue. */
interface Run {
  /** How often it may still be fitted for each reason: more would be no accident. */
  readonly fittingsLeft: Readonly<Record<Misfit["kind"], number>>;
  /** Its attempt was given up: to begin afresh with what is true now, or because the device lost its network. */
  readonly givenUp: "afresh" | "lost" | null;
}

interface Resting { readonly name: "resting" }
/** Something was changed, first at `since`; more may follow until it is due. */
interface Gathering { readonly name: "gathering"; readonly since: number; readonly due: number }
/** A request is under way; with all that the server is missing when it said what it has. */
interface Sending extends Run { readonly name: "sending"; readonly serverHas: Uint8Array | null }
/** What is unsent is being fitted to what the server has. */
interface FittingIn extends Run { readonly name: "fitting"; readonly misfit: Misfit }
/** It does not fit: the words that the page can't show are being looked for. */
interface Explaining extends Run { readonly name: "explaining" }
/** Tried again when it is due; null: trying again would change nothing. */
interface Failed { readonly name: "failed"; readonly due: number | null }

/** Where the sender stands. While it is sending, fitting or explaining, something is under way, and nothing else begins. */
export type SenderState = Known & (Resting | Gathering | Sending | FittingIn | Explaining | Failed);

export type SenderEvent =
  /** Something was queued here. */
  | { readonly type: "changed" }
  /** It is due, or somebody wants it now. */
  | { readonly type: "send" }
  /** What is under way may belong to an earlier session or to a dead connection. */
  | { readonly type: "afresh" }
  /** The device says it has no network. */
  | { readonly type: "lost" }
  /** Nothing is left to send from here: another tab saved it, or it was discarded. */
  | { readonly type: "emptied" }
  /** The server's document was built anew. */
  | { readonly type: "passed" }
  /** What became of what was under way. */
  | { readonly type: "answered"; readonly outcome: Outcome }
  | { readonly type: "fitted"; readonly fitting: Fitting }
  | { readonly type: "explained"; readonly trouble: Trouble }
  /** It ended with a fault of this page's own. */
  | { readonly type: "broken" };

/** What else is true when something happens. */
export interface Circumstances {
  readonly now: number;
  readonly timing: SendTiming;
  /** Between 0 and 1, by chance. */
  readonly chance: number;
  /** Something is to be sent from here. */
  readonly hasUnsent: boolean;
  /** Some of it was made to another edition than the one edited here. */
  readonly hasStale: boolean;
  /** A teammate has the tool open. */
  readonly isWatched: boolean;
  readonly isOffline: boolean;
}

const UNREACHABLE: Trouble = { kind: "unreachable" };
const FRESH_RUN: Run = { fittingsLeft: { apart: 1, rebuilt: 3 }, givenUp: null };

export const AT_REST: SenderState = { name: "resting", trouble: null, failures: 0, notBefore: 0, isPassed: false };

/** Something is under way: its end is the only way on. */
export function isUnderWay(state: SenderState): state is Known & (Sending | FittingIn | Explaining) {
  return state.name === "sending" || state.name === "fitting" || state.name === "explaining";
}

/** Where the sender stands after this. An end of something that is not under way changes nothing. */
export function nextState(state: SenderState, event: SenderEvent, now: Circumstances): SenderState {
  switch (event.type) {
    case "changed":
      return changed(state, now);
    case "send":
      return isUnderWay(state) ? state : begin(state, now);
    case "afresh":
      return isUnderWay(state) ? { ...state, givenUp: "afresh" } : state;
    case "lost":
      if (isUnderWay(state)) return { ...state, givenUp: "lost", trouble: state.trouble ?? UNREACHABLE };
      return now.hasUnsent ? fail(state, state.trouble ?? UNREACHABLE, now) : state;
    case "emptied":
      return isUnderWay(state) ? { ...state, trouble: null } : { ...known(state), name: "resting", trouble: null };
    case "passed":
      return { ...state, isPassed: true };
    case "answered":
      return state.name === "sending" ? answered(state, event.outcome, now) : state;
    case "fitted":
      return state.name === "fitting" ? fitted(state, event.fitting, now) : state;
    case "explained":
      return state.name === "explaining" ? fail(state, event.trouble, now) : state;
    case "broken":
      return isUnderWay(state) ? fail({ ...state, givenUp: null }, UNREACHABLE, now) : state;
  }
}

const known = ({ trouble, failures, notBefore, isPassed }: Known): Known => ({ trouble, failures, notBefore, isPassed });
const runOf = ({ fittingsLeft, givenUp }: Run): Run => ({ fittingsLeft, givenUp });

function changed(state: SenderState, { now, timing, isWatched, isOffline }: Circumstances): SenderState {
  const trouble = state.trouble ?? (isOffline ? UNREACHABLE : null);
  // It goes out with what comes next.
  if (isUnderWay(state)) return { ...state, trouble };
  const since = state.name === "gathering" ? state.since : now;
  const wait = Math.max(quietWait(timing, isWatched, now - since), state.notBefore - now);
  return { ...known(state), name: "gathering", trouble, since, due: now + wait };
}

function begin(state: Known, { hasUnsent, hasStale }: Circumstances): SenderState {
  if (state.isPassed || hasStale) return { ...known(state), ...FRESH_RUN, name: "fitting", isPassed: true, misfit: { kind: "rebuilt" } };
  return goOn(state, FRESH_RUN, hasUnsent);
}

function goOn(state: Known, run: Run, hasUnsent: boolean): SenderState {
  return hasUnsent ? { ...known(state), ...runOf(run), name: "sending", serverHas: null } : { ...known(state), name: "resting" };
}

function answered(state: Known & Sending, outcome: Outcome, now: Circumstances): SenderState {
  switch (outcome.kind) {
    case "acknowledged": {
      const well = { ...state, trouble: null, failures: 0, notBefore: 0 };
      if (state.givenUp === "lost" && now.hasUnsent) return fail(well, UNREACHABLE, now);
      return goOn(well, { ...state, givenUp: null }, now.hasUnsent);
    }
    case "behind":
      // It got all that there is here the last time.
      if (state.serverHas) return explain(state);
      return state.givenUp === "lost" ? fail(state, UNREACHABLE, now) : { ...state, givenUp: null, serverHas: outcome.stateVector };
    case "apart":
    case "rebuilt": {
      const seen = outcome.kind === "rebuilt" ? { ...state, isPassed: true } : state;
      if (state.givenUp === "lost") return fail(seen, UNREACHABLE, now);
      return fit(seen, outcome);
    }
    default: {
      // With no network that was to be expected, and says nothing new.
      const isExpected = state.givenUp === "lost" && outcome.kind === "unreachable";
      return fail(state, isExpected ? (state.trouble ?? outcome) : outcome, now);
    }
  }
}

function fit(state: Known & Run, misfit: Misfit): SenderState {
  const left = state.fittingsLeft[misfit.kind];
  if (left === 0) return explain(state);
  const fittingsLeft = { ...state.fittingsLeft, [misfit.kind]: left - 1 };
  return { ...known(state), name: "fitting", fittingsLeft, givenUp: null, misfit };
}

function fitted(state: Known & FittingIn, fitting: Fitting, now: Circumstances): SenderState {
  if (fitting === "apart") return explain(state);
  if (fitting === "unreachable") return fail(state, UNREACHABLE, now);
  const ours = state.misfit.kind === "rebuilt" ? { ...state, isPassed: false } : state;
  if (state.givenUp === "lost" && now.hasUnsent) return fail(ours, UNREACHABLE, now);
  return goOn(ours, { ...state, givenUp: null }, now.hasUnsent);
}

const explain = (state: Known & Run): SenderState => ({ ...known(state), ...runOf(state), name: "explaining" });

function fail(state: Known & Partial<Run>, trouble: Trouble, { now, timing, chance, ...rest }: Circumstances): SenderState {
  if (state.givenUp === "afresh") return begin(state, { now, timing, chance, ...rest });
  const failures = state.failures + 1;
  const asked = trouble.kind === "too-many" ? (trouble.waitMs ?? 0) : 0;
  const due = trouble.kind === "refused" ? null : now + Math.max(asked, retryWait(timing, failures, chance));
  return { ...known(state), name: "failed", trouble, failures, notBefore: asked > 0 ? now + asked : 0, due };
}
