import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { writeAnswer } from "@/lib/sync/document/document";
import type { Author, ChangeKind, PresentTab } from "@/lib/sync/protocol";
import { LiveUpdates } from "@/lib/sync/following/live-updates";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { createEditor } from "../document/editors";
import { openFetchStream } from "./fetch-stream";
import { ITEMS, RATING, TEXT } from "../document/sample-items";
import { GRACE, UpdatesServer } from "../browser/updates-server";

const TIMING = {
  // On a busy machine a good stream may need its time.
  helloMs: 10_000,
  reopenMinMs: 5,
  reopenMaxMs: 20,
  silentMs: 30,
  steadyMs: 1_000,
  askMinMs: 5,
  askMaxMs: 10,
  checkMs: 40,
  hiddenMs: 20,
};

let server: UpdatesServer;
let stopAll: (() => void)[] = [];

beforeEach(async () => {
  server = await UpdatesServer.start();
  server.streaming = "open";
});
afterEach(async () => {
  for (const stop of stopAll) stop();
  stopAll = [];
  await server.stop();
});

function openPage(timing: Partial<typeof TIMING> = {}) {
  const store = new ResponseStore({
    userId: "ada",
    updatesUrl: server.url,
    items: ITEMS,
    ...server.state,
    timing: { quietMs: 1, maxWaitMs: 5, retryMinMs: 5, retryMaxMs: 20 },
  });
  const told = {
    updates: [] as (Author | null)[],
    people: [] as readonly PresentTab[],
    changed: [] as ChangeKind[],
    caughtUp: 0,
    asked: 0,
  };
  const live = new LiveUpdates({
    store,
    topicUrl: server.url.replace("/updates", ""),
    userId: "ada",
    tab: "tab-1",
    openStream: openFetchStream,
    onUpdate: (by) => told.updates.push(by),
    onPeople: (people) => (told.people = people),
    onChanged: (what) => told.changed.push(what),
    onCaughtUp: () => told.caughtUp++,
    onAsking: () => told.asked++,
    timing: { ...TIMING, ...timing },
  });
  void store.resume();
  live.start();
  stopAll.push(() => {
    live.stop();
    store.close();
  });
  const untilFed = () => expect.poll(() => store.isFed).toBe(true);
  return { store, live, told, untilFed };
}

/** A teammate's answer, saved on the server; the update is the change alone. */
function teammateAnswers(item: (typeof ITEMS)[number], answer: unknown): void {
  const { doc, updates } = createEditor(encodeStateAsUpdate(server.doc));
  writeAnswer(doc, item, answer as never);
  for (const update of updates) server.save(update);
}

describe("a stream", () => {
  test("brings what teammates save, and who they are, without asking", async () => {
    const { store, told, untilFed } = openPage({ checkMs: 10_000 });
    await untilFed();
    teammateAnswers(TEXT, "We meet.");
    await expect.poll(() => store.getAnswer(TEXT.id)).toBe("We meet.");
    expect(told.updates).toEqual([GRACE]);
    expect(store.seq).toBe(1);
    expect(server.pulls).toBe(0);
  });

  test("brings people and other changes", async () => {
    const { told, untilFed } = openPage();
    await untilFed();
    const people = [{ tab: "t", userId: "grace", name: "Grace H.", itemId: TEXT.id }];
    server.send("presence", { people });
    server.send("changed", { what: "status" });
    await expect.poll(() => told).toMatchObject({ people, changed: ["status"] });
  });

  test("saving beside a teammate needs no question while the stream works", async () => {
    const { store, untilFed } = openPage({ checkMs: 10_000 });
    await untilFed();
    teammateAnswers(RATING, 4);
    store.setText(TEXT.id, "Mine.");
    await expect.poll(() => store.getSaveState().status).toBe("saved");
    await expect.poll(() => store.getAnswer(RATING.id)).toBe(4);
    expect(server.pulls).toBe(0);
  });

  test("that breaks is opened again, and nothing saved in between is missing", async () => {
    const { store, untilFed } = openPage();
    await untilFed();
    server.breakStreams();
    teammateAnswers(TEXT, "Saved in between.");
    await expect.poll(() => store.getAnswer(TEXT.id)).toBe("Saved in between.");
    await expect.poll(() => server.openStreams).toBe(1);
    await untilFed();
    expect(store.getSaveState()).toEqual({ status: "saved" });
  });

  test("that died without a word is noticed", async () => {
    const { store, untilFed } = openPage();
    await untilFed();
    // Saved where this stream does not hear of it.
    const { doc, updates } = createEditor(encodeStateAsUpdate(server.doc));
    writeAnswer(doc, RATING, 2);
    applyUpdate(server.doc, updates[0] as Uint8Array);
    server.seq++;
    await expect.poll(() => store.getAnswer(RATING.id)).toBe(2);
    await expect.poll(() => server.streamsAsked).toBe(2);
  });

  test("an update that builds on one that never came is completed by asking", async () => {
    const { store, untilFed } = openPage({ checkMs: 10_000 });
    await untilFed();
    const { doc, updates } = createEditor();
    writeAnswer(doc, TEXT, "One");
    writeAnswer(doc, TEXT, "One two");
    for (const update of updates) applyUpdate(server.doc, update);
    server.seq = 2;
    server.send("update", { seq: 2, update: Buffer.from(updates[1] as Uint8Array).toString("base64"), by: null, itemIds: [] });
    await expect.poll(() => store.getAnswer(TEXT.id)).toBe("One two");
    expect(server.pulls).toBe(1);
  });
});

describe("without a stream", () => {
  test.each([
    ["a proxy holds it back", "silent"],
    ["it is refused", 503],
  ] as const)("when %s, asking takes its place until a stream works", async (_why, streaming) => {
    server.streaming = streaming;
    const { store, told, untilFed } = openPage({ helloMs: 60 });
    teammateAnswers(TEXT, "Asked for.");
    await expect.poll(() => store.getAnswer(TEXT.id)).toBe("Asked for.");
    expect(store.isFed).toBe(false);
    expect(told.caughtUp).toBeGreaterThan(0);
    expect(told.asked).toBeGreaterThan(0);
    server.streaming = "open";
    await untilFed();
  });

  test("a stream asked for over a connection that died in the device's sleep is soon asked for again", async () => {
    server.streaming = "silent";
    const { untilFed } = openPage({ helloMs: 60, silentMs: 60_000 });
    await expect.poll(() => server.streamsAsked).toBe(2);
    server.streaming = "open";
    await untilFed();
  });

  test("out of reach is told in words, and ends by itself", async () => {
    const { store, untilFed } = openPage();
    await untilFed();
    server.streaming = 503;
    server.behaviour = "hang-up";
    server.breakStreams();
    await expect.poll(() => store.getSaveState()).toEqual({ status: "offline", unsent: 0, isOnDevice: false });
    server.behaviour = "save";
    await expect.poll(() => store.getSaveState()).toEqual({ status: "saved" });
    server.streaming = "open";
    await untilFed();
  });

  test("once asking is answered again, the stream comes back, however long its turn is away", async () => {
    const { store, untilFed } = openPage({ reopenMinMs: 60_000, reopenMaxMs: 60_000 });
    await untilFed();
    server.behaviour = "hang-up";
    server.breakStreams();
    await expect.poll(() => store.getSaveState().status).toBe("offline");
    server.behaviour = "save";
    await untilFed();
    expect(store.getSaveState()).toEqual({ status: "saved" });
  });

  test("a change that the server takes brings the stream back, however long the next question is away", async () => {
    const { live, store, untilFed } = openPage({ askMinMs: 60_000, askMaxMs: 60_000 });
    stopAll.push(store.follow(live));
    await untilFed();
    live.lose();
    expect(store.getSaveState().status).toBe("offline");
    store.setText(TEXT.id, "Taken.");
    await untilFed();
    await expect.poll(() => store.getSaveState()).toEqual({ status: "saved" });
  });

  test.each([
    [401, "signed-out"],
    [404, "no-access"],
  ] as const)("turned away with %d, the page says so and comes back by itself", async (status, state) => {
    const { store, untilFed } = openPage();
    await untilFed();
    server.streaming = status;
    server.access = status;
    server.breakStreams();
    await expect.poll(() => store.getSaveState().status).toBe(state);
    server.streaming = "open";
    server.access = "open";
    await untilFed();
    expect(store.getSaveState()).toEqual({ status: "saved" });
  });

  test("a farewell ends the stream, and nobody counts as present", async () => {
    const { store, told, untilFed } = openPage({ checkMs: 10_000 });
    await untilFed();
    server.send("presence", { people: [{ tab: "t", userId: "grace", name: "Grace H.", itemId: null }] });
    server.send("bye", { reason: "signed-out" });
    await expect.poll(() => store.getSaveState().status).toBe("signed-out");
    await expect.poll(() => server.openStreams).toBe(0);
    expect(told.people).toEqual([]);
    expect(server.streamsAsked).toBe(1);
  });

  test("with someone else signed in, nothing more is asked in their session until this person wakes the page", async () => {
    const { store, live, untilFed } = openPage({ checkMs: 1 });
    await untilFed();
    server.streaming = 401;
    server.access = "someone-else";
    server.breakStreams();
    const turnedAway = { status: "signed-out", isSomeoneElse: true };
    await expect.poll(() => store.getSaveState()).toMatchObject(turnedAway);
    const asking = vi.spyOn(store, "pull");
    const later = openPage();
    await expect.poll(() => later.store.getSaveState()).toMatchObject(turnedAway);
    expect(asking).not.toHaveBeenCalled();
    server.streaming = "open";
    server.access = "open";
    live.wake();
    await untilFed();
    expect(store.getSaveState()).toEqual({ status: "saved" });
  });

  test("what was asked in an earlier session and is answered after signing in again turns nobody away", async () => {
    const { store, live, untilFed } = openPage({ checkMs: 10_000 });
    await untilFed();
    server.access = "someone-else";
    server.hold();
    live.wake();
    await expect.poll(() => server.held).toBe(1);
    server.access = "open";
    server.letPass();
    live.wake();
    await untilFed();
    server.release();
    await store.pull();
    expect(store.getSaveState()).toEqual({ status: "saved" });
    expect(store.isFed).toBe(true);
  });
});

describe("as the tab comes and goes", () => {
  test("out of sight the stream ends after a while, and in sight what was missed is fetched", async () => {
    const { store, live, untilFed } = openPage();
    await untilFed();
    live.hide();
    await expect.poll(() => server.openStreams).toBe(0);
    teammateAnswers(TEXT, "While away.");
    live.show();
    await expect.poll(() => store.getAnswer(TEXT.id)).toBe("While away.");
    await untilFed();
  });

  test("a short look elsewhere keeps the stream", async () => {
    const { live, untilFed } = openPage({ hiddenMs: 10_000 });
    await untilFed();
    live.hide();
    live.show();
    await untilFed();
    expect(server.streamsAsked).toBe(1);
  });

  test("waking up opens a new stream, since the old one may be dead", async () => {
    const { live, untilFed } = openPage();
    await untilFed();
    live.wake();
    await expect.poll(() => server.streamsAsked).toBe(2);
    await untilFed();
    await expect.poll(() => server.openStreams).toBe(1);
  });
});

test("three pages over a stream that keeps breaking end up with the same", async () => {
  const pages = [openPage(), openPage(), openPage()];
  for (const [index, { store }] of pages.entries()) {
    for (let word = 0; word < 6; word++) {
      store.setText(TEXT.id, `${(store.getAnswer(TEXT.id) as string | null) ?? ""}${index}`);
      if (word % 2 === 0) server.breakStreams();
      await store.sendNow();
    }
  }
  const saved = () => server.answers[TEXT.id];
  for (const { store } of pages) await expect.poll(() => store.getAnswer(TEXT.id)).toBe(saved());
  expect([...String(saved())].sort().join("")).toBe("0".repeat(6) + "1".repeat(6) + "2".repeat(6));
});
