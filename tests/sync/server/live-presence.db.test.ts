import { afterEach, describe, expect, test, vi } from "vitest";
import { joinSaves, readMessage } from "@/lib/sync/server/instance-messages";
import type { ToolStream } from "@/lib/sync/server/tool-stream";
import { Names } from "@/lib/sync/server/present-names";
import { MOST_TABS_PER_PERSON, MOST_TABS_SHOWN, POSTED_MS, Presence, TOLD_MS } from "@/lib/sync/server/presence";
import { RoomPresence } from "@/lib/sync/server/room-presence";
import { refTo } from "@/tests/support/tools";

const casey = { tab: "t1", userId: "casey" };
const robin = { tab: "t2", userId: "robin" };
const at = (key: typeof casey, itemId: string | null = null) => ({ ...key, itemId });

describe("a tab", () => {
  test("is present while one of its streams is open", () => {
    const presence = new Presence("here");
    presence.enter(casey, 0);
    presence.enter(casey, 5);
    expect(presence.leave(casey)).toBe(false);
    presence.expire(1e9);
    expect(presence.list()).toEqual([at(casey)]);
    expect(presence.leave(casey)).toBe(true);
    expect(presence.list()).toEqual([]);
  });

  test("without a stream is present for 30 seconds after its last word", () => {
    const presence = new Presence("here");
    presence.post(at(casey, "a"), 0);
    presence.post(at(casey, "b"), 10_000);
    expect(presence.expire(POSTED_MS)).toEqual([]);
    expect(presence.list()).toEqual([at(casey, "b")]);
    expect(presence.expire(10_000 + POSTED_MS)).toMatchObject([at(casey, "b")]);
    expect(presence.list()).toEqual([]);
  });

  test("keeps its item when its stream reconnects", () => {
    const presence = new Presence("here");
    presence.hear("there", at(casey, "a"), true, 0);
    presence.enter(casey, 1);
    expect(presence.list()).toEqual([at(casey, "a")]);
  });

  test("of one name belongs to each person apart", () => {
    const presence = new Presence("here");
    presence.enter(casey, 0);
    presence.post({ ...robin, tab: casey.tab, itemId: "a" }, 1);
    expect(presence.list()).toEqual([at(casey), { tab: casey.tab, userId: "robin", itemId: "a" }]);
  });
});

describe("what another instance told", () => {
  test("vanishes when it is not repeated: the instance died", () => {
    const presence = new Presence("here");
    presence.hear("there", at(robin), false, 0);
    presence.hear("there", at(robin), false, 15_000);
    expect(presence.expire(TOLD_MS)).toEqual([]);
    expect(presence.list()).toEqual([at(robin)]);
    // Not this instance's to announce.
    expect(presence.expire(15_000 + TOLD_MS)).toEqual([]);
    expect(presence.list()).toEqual([]);
  });

  test("is not this instance's own to repeat", () => {
    const presence = new Presence("here");
    presence.enter(casey, 0);
    presence.hear("there", at(robin), false, 0);
    expect(presence.own()).toEqual([at(casey)]);
  });

  test("counts for a tab whose stream is here, and each tab is shown once", () => {
    const presence = new Presence("here");
    presence.enter(casey, 0);
    presence.hear("there", at(casey, "a"), true, 1);
    expect(presence.list()).toEqual([at(casey, "a")]);
    expect(presence.own()).toEqual([at(casey, "a")]);
    presence.hearGone("there", casey);
    expect(presence.list()).toEqual([at(casey, "a")]);
  });

  test("repeated without news does not beat what the tab has said since", () => {
    const presence = new Presence("here");
    presence.enter(casey, 0);
    presence.hear("there", at(casey, "a"), true, 1);
    presence.post(at(casey, "b"), 2);
    presence.hear("there", at(casey, "a"), false, 3);
    expect(presence.list()).toEqual([at(casey, "b")]);
  });

  test("replaces an older word that had come here", () => {
    const presence = new Presence("here");
    presence.post(at(casey, "a"), 0);
    presence.hear("there", at(casey, "b"), true, 1);
    expect(presence.own()).toEqual([]);
    expect(presence.list()).toEqual([at(casey, "b")]);
  });
});

describe("made-up tabs", () => {
  const made = (count: number, userId = "casey") => Array.from({ length: count }, (_, number) => ({ tab: `made-up-${number}`, userId, itemId: null }));

  test("of one person are known up to a limit, the latest of them, and nobody else's are forgotten for them", () => {
    const presence = new Presence("here");
    presence.enter(robin, 0);
    presence.post(at({ tab: "asking", userId: "sky" }), 0);
    made(1_500).forEach((tab, now) => presence.post(tab, now));
    expect(presence.own()).toHaveLength(2 + MOST_TABS_PER_PERSON);
    expect(presence.list()).toEqual([at(robin), at({ tab: "asking", userId: "sky" }), ...made(1_500).slice(-MOST_TABS_PER_PERSON)]);
  });

  test("name the one that was forgotten, so that other instances forget it too", () => {
    const presence = new Presence("here");
    const forgotten = made(MOST_TABS_PER_PERSON + 1).map((tab, now) => presence.post(tab, now));
    expect(forgotten).toEqual([...Array(MOST_TABS_PER_PERSON).fill(null), made(1)[0]]);
  });

  test("do not end a tab that has a stream", () => {
    const presence = new Presence("here");
    presence.enter(casey, 0);
    made(50).forEach((tab, now) => presence.post(tab, now + 1));
    expect(presence.own()).toContainEqual(at(casey));
  });

  test("that another instance tells of are bounded as well", () => {
    const presence = new Presence("here");
    made(1_500).forEach((tab, now) => presence.hear("there", tab, true, now));
    made(1_500).forEach((tab, now) => presence.hear("yonder", tab, true, now));
    expect(presence.list()).toHaveLength(MOST_TABS_PER_PERSON);
  });

  test("of very many people are shown up to a limit", () => {
    const presence = new Presence("here");
    for (let number = 0; number < 400; number += 1) presence.post(at({ tab: "t", userId: `person-${number}` }), number);
    expect(presence.list()).toHaveLength(MOST_TABS_SHOWN);
    expect(presence.list().at(-1)?.userId).toBe("person-399");
  });
});

describe("whoever watches", () => {
  afterEach(() => void vi.useRealTimers());

  test("is sent who is here a few times a second, however often somebody moves", async () => {
    vi.useFakeTimers();
    let sent = 0;
    const reader = { readNames: async () => new Map() };
    const stream = { seq: 0, presence: null, reader, send: () => void (sent += 1) } as unknown as ToolStream;
    const topic = { agencyId: "a", teamId: "t", about: { kind: "tool", toolRef: refTo(1) } } as const;
    const room = new RoomPresence({ topic, instance: "here", streams: new Set([stream]), names: new Names() });
    for (let move = 0; move < 200; move += 1) {
      room.post(at(casey, `item-${move}`));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(sent).toBeGreaterThanOrEqual(5);
    expect(sent).toBeLessThanOrEqual(9);
  });
});

describe("two saves told as one", () => {
  const saved = (after: number, seq: number, userId: string, itemIds: string[]) =>
    ({ kind: "saved", agencyId: "a", teamId: "t", about: { kind: "tool", toolRef: refTo(1) }, after, seq, userId, itemIds }) as const;

  test("by one person keep the person and both items", () => {
    expect(joinSaves({ ...saved(1, 2, "casey", ["a"]) }, { ...saved(2, 3, "casey", ["b", "a"]) })).toEqual(saved(1, 3, "casey", ["a", "b"]));
  });

  test("by two people are nobody's", () => {
    expect(joinSaves({ ...saved(1, 2, "casey", ["a"]) }, { ...saved(2, 3, "robin", ["b"]) })).toMatchObject({ userId: null, itemIds: ["a", "b"] });
  });

  test("with somebody else's in between are nobody's and about who knows what", () => {
    expect(joinSaves({ ...saved(1, 2, "casey", ["a"]) }, { ...saved(3, 4, "casey", ["b"]) })).toMatchObject({ after: 1, seq: 4, userId: null, itemIds: [] });
  });
});

test.each(["", "{", "null", '{"from":"x","message":{"kind":"other"}}', '{"message":{"kind":"ping"}}'])("a notification that is not ours is passed over: %j", (payload) => {
  expect(readMessage(payload)).toBeNull();
});
