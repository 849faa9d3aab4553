import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_TIMING } from "@/lib/sync/browser/send-timing";
import { AT_REST, type Circumstances, isUnderWay, nextState, type SenderEvent, type SenderState } from "@/lib/sync/browser/sender-states";

const NOW = 1_000_000;

const circumstances = (changes: Partial<Circumstances> = {}): Circumstances => ({
  now: NOW,
  timing: DEFAULT_TIMING,
  chance: 0.5,
  hasUnsent: true,
  hasStale: false,
  isWatched: false,
  isOffline: false,
  ...changes,
});

/** Where the events lead, one after the other, in the same circumstances. */
const after = (events: readonly SenderEvent[], changes: Partial<Circumstances> = {}, from: SenderState = AT_REST) =>
  events.reduce((state, event) => nextState(state, event, circumstances(changes)), from);

const CHANGED: SenderEvent = { type: "changed" };
const SEND: SenderEvent = { type: "send" };
const AFRESH: SenderEvent = { type: "afresh" };
const LOST: SenderEvent = { type: "lost" };
const EMPTIED: SenderEvent = { type: "emptied" };
const PASSED: SenderEvent = { type: "passed" };
const SAVED: SenderEvent = { type: "answered", outcome: { kind: "acknowledged", seq: 1 } };
const UNREACHED: SenderEvent = { type: "answered", outcome: { kind: "unreachable" } };
const REFUSED: SenderEvent = { type: "answered", outcome: { kind: "refused", refusal: { message: "No.", itemId: null } } };
const SIGNED_OUT: SenderEvent = { type: "answered", outcome: { kind: "signed-out", isSomeoneElse: false } };
const BEHIND: SenderEvent = { type: "answered", outcome: { kind: "behind", stateVector: new Uint8Array([0]) } };
const APART: SenderEvent = { type: "answered", outcome: { kind: "apart", writers: [] } };
const REBUILT: SenderEvent = { type: "answered", outcome: { kind: "rebuilt" } };
const WAIT: SenderEvent = { type: "answered", outcome: { kind: "too-many", waitMs: 60_000 } };
const FITTED: SenderEvent = { type: "fitted", fitting: "fitted" };
const NOT_FITTED: SenderEvent = { type: "fitted", fitting: "apart" };
const FITTING_FAILED: SenderEvent = { type: "fitted", fitting: "unreachable" };
const EXPLAINED: SenderEvent = { type: "explained", trouble: { kind: "refused", refusal: { message: "Apart.", itemId: null } } };
const BROKEN: SenderEvent = { type: "broken" };

describe("each event leads where it should", () => {
  test.each<[string, readonly SenderEvent[], SenderState["name"]]>([
    ["a change waits for a pause", [CHANGED], "gathering"],
    ["after the pause it goes out", [CHANGED, SEND], "sending"],
    ["a change while something is under way begins nothing", [SEND, CHANGED], "sending"],
    ["what came meanwhile goes out at once", [SEND, SAVED], "sending"],
    ["a failure waits for another try", [SEND, UNREACHED], "failed"],
    ["a change after a failure waits for a pause only", [SEND, UNREACHED, CHANGED], "gathering"],
    ["the server names what it has, and gets all of the rest", [SEND, BEHIND], "sending"],
    ["the server lacks what these changes build on even so", [SEND, BEHIND, BEHIND], "explaining"],
    ["other content has the numbers of these changes", [SEND, APART], "fitting"],
    ["fitted once, it goes out", [SEND, APART, FITTED], "sending"],
    ["fitted once and still apart", [SEND, APART, FITTED, APART], "explaining"],
    ["the document may be built anew three times meanwhile", [SEND, REBUILT, FITTED, REBUILT, FITTED, REBUILT, FITTED], "sending"],
    ["a fourth time would be no accident", [SEND, REBUILT, FITTED, REBUILT, FITTED, REBUILT, FITTED, REBUILT], "explaining"],
    ["a known new edition is fitted to before anything is sent", [PASSED, SEND], "fitting"],
    ["what does not fit is explained", [SEND, REBUILT, NOT_FITTED], "explaining"],
    ["explained, it waits for the person", [SEND, REBUILT, NOT_FITTED, EXPLAINED], "failed"],
    ["fitting needs the server", [SEND, REBUILT, FITTING_FAILED], "failed"],
    ["afresh, an attempt that fails begins again at once", [SEND, AFRESH, UNREACHED], "sending"],
    ["afresh, so does one that an earlier session was turned away for", [SEND, AFRESH, SIGNED_OUT], "sending"],
    ["afresh, a second failure waits", [SEND, AFRESH, UNREACHED, UNREACHED], "failed"],
    ["afresh with nothing under way changes nothing", [CHANGED, AFRESH], "gathering"],
    ["without a network nothing more is tried", [SEND, LOST, UNREACHED], "failed"],
    ["without a network also what would go on at once waits", [SEND, LOST, SAVED], "failed"],
    ["without a network what waits for a pause waits for the network", [CHANGED, LOST], "failed"],
    ["what another tab saved need not be tried again", [SEND, UNREACHED, EMPTIED], "resting"],
    ["a fault of the page's own is tried again later", [SEND, BROKEN], "failed"],
    ["an answer to nothing changes nothing", [UNREACHED], "resting"],
  ])("%s", (_what, events, expected) => {
    expect(after(events).name).toBe(expected);
  });

  test("with nothing unsent nothing is sent, and the last acknowledgement ends the run", () => {
    expect(after([SEND], { hasUnsent: false }).name).toBe("resting");
    expect(after([SAVED], { hasUnsent: false }, after([SEND])).name).toBe("resting");
  });

  test("changes to another edition than the one edited here are fitted first", () => {
    expect(after([SEND], { hasStale: true })).toMatchObject({ name: "fitting", misfit: { kind: "rebuilt" } });
  });
});

describe("trouble", () => {
  const UNREACHABLE = { kind: "unreachable" };

  test("stays until the server takes something, also while it is tried again", () => {
    expect(after([SEND, SIGNED_OUT, CHANGED]).trouble).toEqual({ kind: "signed-out", isSomeoneElse: false });
    expect(after([SEND, SIGNED_OUT, CHANGED, SEND]).trouble).toEqual({ kind: "signed-out", isSomeoneElse: false });
    expect(after([SEND, SIGNED_OUT, CHANGED, SEND, SAVED]).trouble).toBeNull();
  });

  test("a device without a network is out of reach at once, but what was refused stays refused", () => {
    expect(after([CHANGED], { isOffline: true }).trouble).toEqual(UNREACHABLE);
    expect(after([SEND, LOST]).trouble).toEqual(UNREACHABLE);
    expect(after([SEND, REFUSED, SEND, LOST, UNREACHED]).trouble).toMatchObject({ kind: "refused" });
  });

  test("a new edition is remembered until it is fitted to", () => {
    expect(after([SEND, REBUILT, FITTING_FAILED]).isPassed).toBe(true);
    expect(after([SEND, REBUILT, FITTING_FAILED, SEND, FITTED]).isPassed).toBe(false);
    expect(after([SEND, LOST, REBUILT]).isPassed).toBe(true);
  });
});

describe("when it is due", () => {
  const due = (state: SenderState) => ("due" in state && state.due !== null ? state.due - NOW : null);
  const later = (state: SenderState, ms: number, event: SenderEvent, changes: Partial<Circumstances> = {}) =>
    nextState(state, event, circumstances({ now: NOW + ms, ...changes }));

  test("after a pause in typing, sooner while a teammate looks on, and not for ever", () => {
    expect(due(after([CHANGED]))).toBe(400);
    expect(due(after([CHANGED], { isWatched: true }))).toBe(100);
    expect(due(later(after([CHANGED]), 300, CHANGED))).toBe(700);
    expect(due(later(after([CHANGED]), 1_900, CHANGED))).toBe(2_000);
  });

  test("each failure waits twice as long as the one before, up to half a minute", () => {
    let state = after([SEND]);
    const waits: (number | null)[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      state = after([UNREACHED], {}, state);
      waits.push(due(state));
      state = after([SEND], {}, state);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(due(after([SAVED, UNREACHED], {}, state))).toBe(1_000);
  });

  test("spread by chance, a quarter to either side", () => {
    expect(due(after([SEND, UNREACHED], { chance: 0 }))).toBe(750);
    expect(due(after([SEND, UNREACHED], { chance: 1 }))).toBe(1_250);
  });

  test("never before the server is ready, whatever is typed", () => {
    const told = after([SEND, WAIT]);
    expect(due(told)).toBe(60_000);
    expect(due(later(told, 10_000, CHANGED))).toBe(60_000);
  });

  test("a refusal is never due: trying again would change nothing", () => {
    expect(due(after([SEND, REFUSED]))).toBeNull();
  });
});

const anyEvent = fc.constantFrom(
  CHANGED, SEND, AFRESH, LOST, EMPTIED, PASSED, SAVED, UNREACHED, REFUSED, SIGNED_OUT, BEHIND, APART, REBUILT, WAIT, FITTED, NOT_FITTED, FITTING_FAILED, EXPLAINED, BROKEN,
);

describe("whatever happens in whatever order", () => {
  test("from every state, sending gets something under way while anything is unsent", () => {
    fc.assert(fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => isUnderWay(after([...events, SEND]))));
  });

  test("what is queued is always under way or due, unless the server refused it or somebody emptied the queue", () => {
    fc.assert(
      fc.property(fc.array(anyEvent.filter((event) => event !== EMPTIED), { maxLength: 30 }), (events) => {
        const state = after([CHANGED, ...events]);
        const isDue = "due" in state && state.due !== null;
        return isUnderWay(state) || isDue || state.trouble?.kind === "refused";
      }),
    );
  });

  test("a run ends: with answers alone it can't go on for ever", () => {
    const answers = fc.constantFrom(UNREACHED, REFUSED, BEHIND, APART, REBUILT, FITTED, NOT_FITTED, FITTING_FAILED, EXPLAINED);
    fc.assert(
      fc.property(fc.array(answers, { minLength: 60, maxLength: 60 }), (events) => {
        let state = after([SEND]);
        let steps = 0;
        for (const event of events) {
          const next = nextState(state, event, circumstances());
          if (next !== state) steps++;
          state = next;
        }
        return steps <= 1 + 2 * (1 + 3) + 1 + 5;
      }),
    );
  });
});
