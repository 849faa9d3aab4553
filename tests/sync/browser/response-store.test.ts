import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import type { SaveState } from "@/lib/sync/browser/save-state";
import { countUnsent, sendUnsent } from "@/lib/sync/browser/unsent-changes";
import { createMemoryStorage, type UnsentStorage } from "@/lib/sync/browser/unsent-storage";
import type { TableRow } from "@/lib/domain/answer/answers";
import { CHOICE, DATE, ITEMS, RATING, STATUS, TABLE, TEXT } from "../document/sample-items";
import { UpdatesServer } from "./updates-server";

const TIMING = { quietMs: 1, maxWaitMs: 20, watchedQuietMs: 1, watchedMaxWaitMs: 20, timeoutMs: 2_000, retryMinMs: 5, retryMaxMs: 20 };

let server: UpdatesServer;
let storage: UnsentStorage;

beforeEach(async () => {
  server = await UpdatesServer.start();
  storage = createMemoryStorage(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

/** Makes 20 seconds pass in 20 milliseconds for requests. */
function hurryTimeLimits(): void {
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => timeout.call(AbortSignal, milliseconds / 1_000));
}

/** A page that was just loaded. */
async function open(userId = "ada", timing: Partial<typeof TIMING> = {}): Promise<ResponseStore> {
  const store = new ResponseStore({ userId, updatesUrl: server.url, items: ITEMS, ...server.state, storage, timing: { ...TIMING, ...timing } });
  await store.resume();
  return store;
}

/** Resolves once the store says so. */
function reach(store: ResponseStore, status: SaveState["status"]): Promise<SaveState> {
  return new Promise((resolve) => {
    const check = () => {
      const state = store.getSaveState();
      if (state.status !== status) return;
      stop();
      resolve(state);
    };
    const stop = store.subscribeSaveState(check);
    check();
  });
}

/** A teammate's answer, saved on the server. */
function teammateAnswers(item: (typeof ITEMS)[number], answer: unknown): void {
  const doc = createDocument(ITEMS);
  applyUpdate(doc, encodeStateAsUpdate(server.doc));
  writeAnswer(doc, item, answer as never);
  server.save(encodeStateAsUpdate(doc));
}

const kept = (userId = "ada") => storage.list(userId);

describe("reading", () => {
  test("before the document is opened, shows what the server rendered", () => {
    teammateAnswers(TABLE, [{ id: "r", cells: { name: "Ada" } }]);
    const { state } = server;
    const store = new ResponseStore({ userId: "ada", updatesUrl: server.url, items: ITEMS, ...state });
    expect(store.getAnswer(TABLE.id)).toBe(state.answers[TABLE.id]);
    expect(store.getInitialAnswer(TABLE.id)).toBe(state.answers[TABLE.id]);
    expect(store.getAnswer(TEXT.id)).toBeNull();
  });

  test("gives the same object until the answer changes, and keeps rows that did not", async () => {
    teammateAnswers(TABLE, [{ id: "a", cells: { name: "A" } }, { id: "b", cells: { name: "B" } }]);
    const store = await open();
    const before = store.getAnswer(TABLE.id) as TableRow[];
    store.setText(TEXT.id, "elsewhere");
    expect(store.getAnswer(TABLE.id)).toBe(before);
    store.setCell(TABLE.id, "b", "name", "Bea");
    const after = store.getAnswer(TABLE.id) as TableRow[];
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ id: "b", cells: { name: "Bea" } });
  });

  test("tells only those who read the item that changed", async () => {
    const store = await open();
    const told: string[] = [];
    for (const { id } of ITEMS) store.subscribe(id, () => told.push(id));
    const stop = store.subscribe(TEXT.id, () => told.push("stopped"));
    stop();
    store.setText(TEXT.id, "one");
    store.setValue(RATING.id, 4);
    store.addRow(TABLE.id, { cells: { name: "x" } });
    expect(told).toEqual([TEXT.id, RATING.id, TABLE.id]);
  });
});

describe("saving", () => {
  test("every kind of answer reaches the server", async () => {
    const store = await open();
    store.setText(TEXT.id, "We\0 meet.");
    store.setValue(DATE.id, "2026-05-01");
    store.setValue(STATUS.id, "in-progress");
    store.setValue(RATING.id, 3);
    store.setValue(CHOICE.id, { option: "other", other: "yearly" });
    const second = store.addRow(TABLE.id, { cells: { name: "second" } });
    const first = store.addRow(TABLE.id, { index: 0 });
    store.setCell(TABLE.id, first, "due", "2026-06-01");
    const gone = store.addRow(TABLE.id);
    store.removeRow(TABLE.id, gone);
    store.moveRow(TABLE.id, first, 1);
    await reach(store, "saved");
    expect(server.answers).toEqual({
      [TEXT.id]: "We meet.",
      [DATE.id]: "2026-05-01",
      [STATUS.id]: "in-progress",
      [RATING.id]: 3,
      [CHOICE.id]: { option: "other", other: "yearly" },
      [TABLE.id]: [
        { id: second, cells: { name: "second" } },
        { id: first, cells: { due: "2026-06-01" } },
      ],
    });
    store.restoreRow(TABLE.id, gone);
    store.setValue(RATING.id, null);
    await reach(store, "saved");
    expect(server.answers[TABLE.id]).toHaveLength(3);
    expect(server.answers[RATING.id]).toBeUndefined();
  });

  test("goes from saving to saved, counts answers, and keeps changes until they are confirmed", async () => {
    const store = await open();
    server.hold();
    store.setText(TEXT.id, "a");
    store.setText(TEXT.id, "ab");
    store.setValue(RATING.id, 1);
    expect(store.getSaveState()).toEqual({ status: "saving", unsent: 2 });
    expect(await kept()).toHaveLength(3);
    server.release();
    await reach(store, "saved");
    await expect.poll(() => kept()).toEqual([]);
  });

  test("merges what was typed into one request, and never has two under way", async () => {
    const store = await open("ada", { quietMs: 40, maxWaitMs: 1_000 });
    for (const words of ["a", "ab", "abc"]) store.setText(TEXT.id, words);
    await reach(store, "saved");
    expect(server.received).toHaveLength(1);
    server.hold();
    store.setText(TEXT.id, "abcd");
    const sending = store.sendNow();
    store.setText(TEXT.id, "abcde");
    void store.sendNow();
    server.release();
    await sending;
    expect(server.mostAtOnce).toBe(1);
    expect(server.answers[TEXT.id]).toBe("abcde");
  });

  test("does not wait for a pause for ever", async () => {
    const store = await open("ada", { quietMs: 10_000, maxWaitMs: 20 });
    store.setText(TEXT.id, "a");
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("a");
  });

  test("fetches what a teammate saved in between", async () => {
    const store = await open();
    teammateAnswers(RATING, 5);
    store.setText(TEXT.id, "a");
    await reach(store, "saved");
    await expect.poll(() => store.getAnswer(RATING.id)).toBe(5);
  });
});

describe("when the server can't be reached", () => {
  test("says so, keeps the changes, and sends them by itself once it can", async () => {
    const store = await open();
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "kept");
    expect(await reach(store, "offline")).toEqual({ status: "offline", unsent: 1, isOnDevice: true });
    store.setValue(RATING.id, 2);
    expect(store.getSaveState()).toMatchObject({ status: "offline", unsent: 2 });
    server.behaviour = "save";
    await reach(store, "saved");
    expect(server.answers).toEqual({ [TEXT.id]: "kept", [RATING.id]: 2 });
  });

  test("sends at once when whoever follows the page hears the server again, however long the next try was away", async () => {
    const store = await open("ada", { retryMinMs: 60_000, retryMaxMs: 60_000 });
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "kept");
    await reach(store, "offline");
    server.behaviour = "save";
    store.setReach("ok");
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("kept");
  });

  test("a lost answer means sending again, which adds nothing twice", async () => {
    const store = await open();
    server.behaviour = "save-and-hang-up";
    store.setText(TEXT.id, "once");
    await reach(store, "offline");
    server.behaviour = "save";
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("once");
  });

  test("sending again what had arrived does not hide what a teammate saved meanwhile", async () => {
    const store = await open("ada", { retryMinMs: 1_000_000, retryMaxMs: 1_000_000 });
    server.behaviour = "save-and-hang-up";
    store.setText(TEXT.id, "mine");
    await reach(store, "offline");
    server.behaviour = "save";
    await store.pull();
    const teammate = await open("grace");
    teammate.setValue(CHOICE.id, { option: "a" });
    await reach(teammate, "saved");
    await store.sendNow();
    // Had it taken the newest number for its own, it would never ask for the teammate's.
    expect(store.seq).toBe(1);
    await store.pull();
    expect(store.getAnswer(CHOICE.id)).toEqual({ option: "a" });
  });

  test("goes out at once while a teammate has the tool open, and after a pause otherwise", async () => {
    const store = await open("ada", { quietMs: 1_000_000, maxWaitMs: 1_000_000, watchedQuietMs: 0, watchedMaxWaitMs: 0 });
    store.setText(TEXT.id, "alone");
    store.setWatched(true);
    store.setText(TEXT.id, "together");
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("together");
    expect(server.received).toHaveLength(1);
  });

  test.each([
    ["a sign-in page of a proxy", { status: 200, type: "text/html", body: "<h1>Welcome to our network</h1>" }],
    ["JSON of somebody else", { status: 200, body: "{}" }],
    ["an empty answer of somebody else", { status: 204, body: "" }],
    ["a failure", { status: 503, type: "text/html", body: "<h1>Bad gateway</h1>" }],
    ["a failure of ours", { status: 500, body: '{"error":"failed","message":"Something went wrong."}' }],
    ["too many requests", { status: 429, body: '{"message":"Slow down."}' }],
    ["a refusal that is not ours", { status: 403, type: "text/html", body: "<h1>Blocked</h1>" }],
  ])("does not take %s for an answer", async (_what, behaviour) => {
    const store = await open();
    server.behaviour = behaviour;
    store.setText(TEXT.id, "kept");
    await reach(store, "offline");
    server.behaviour = "save";
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("kept");
  });

  test("says when the browser would not keep the changes", async () => {
    storage = createMemoryStorage(false);
    const store = await open();
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "only here");
    expect(await reach(store, "offline")).toMatchObject({ isOnDevice: false });
    server.behaviour = "save";
    await reach(store, "saved");
  });

  test("says so when keeping a change fails", async () => {
    storage = { ...storage, add: () => Promise.reject(new Error("quota")) };
    const store = await open();
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "only here");
    expect(await reach(store, "offline")).toMatchObject({ isOnDevice: false });
    server.behaviour = "save";
    await reach(store, "saved");
  });

  test("keeps on the device later what it would not take at first", async () => {
    let isRefusing = true;
    const device = createMemoryStorage(true);
    storage = { ...device, add: (entry) => (isRefusing ? Promise.reject(new Error("quota")) : device.add(entry)) };
    const store = await open();
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "only here at first");
    expect(await reach(store, "offline")).toMatchObject({ isOnDevice: false });
    isRefusing = false;
    const tryAgain = async () => {
      await store.sendNow();
      return store.getSaveState();
    };
    await expect.poll(tryAgain).toMatchObject({ status: "offline", isOnDevice: true });
    expect(await kept()).toHaveLength(1);
    server.behaviour = "save";
    await reach(store, "saved");
    await expect.poll(kept).toHaveLength(0);
  });

  test("sends a long absence in pieces an update may have", async () => {
    const store = await open("ada", { quietMs: 60_000, maxWaitMs: 60_000 });
    server.maxLength = 1_000_000;
    for (let part = 0; part < 8; part++) store.setText(TEXT.id, `${part}`.repeat(60_000) + ((store.getAnswer(TEXT.id) as string) ?? ""));
    await store.sendNow();
    expect(store.getSaveState()).toEqual({ status: "saved" });
    expect(server.received.length).toBeGreaterThan(1);
    for (const update of server.received) expect(update.byteLength).toBeLessThanOrEqual(256 * 1024);
    expect(server.answers[TEXT.id]).toBe(store.getAnswer(TEXT.id));
  });
});

describe("after closing the page with changes unsent", () => {
  async function leaveUnsent(userId = "ada"): Promise<void> {
    const store = await open(userId, { retryMinMs: 60_000, retryMaxMs: 60_000 });
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "typed before the crash");
    await reach(store, "offline");
    server.behaviour = "save";
  }

  test("the next visit shows and sends them", async () => {
    await leaveUnsent();
    const store = await open();
    expect(store.getAnswer(TEXT.id)).toBe("typed before the crash");
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("typed before the crash");
    await expect.poll(() => kept()).toEqual([]);
  });

  test("they merge with what teammates did meanwhile", async () => {
    await leaveUnsent();
    teammateAnswers(TEXT, "A teammate was here.");
    const store = await open();
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toContain("A teammate was here.");
    expect(server.answers[TEXT.id]).toContain("typed before the crash");
  });

  test("another person on the same device never sees or sends them", async () => {
    await leaveUnsent();
    const store = await open("grace");
    expect(store.getAnswer(TEXT.id)).toBeNull();
    store.setValue(RATING.id, 1);
    await reach(store, "saved");
    expect(server.answers).toEqual({ [RATING.id]: 1 });
    expect([...server.users]).toEqual(["ada", "grace"]);
    expect(await kept()).toHaveLength(1);
  });
});

describe("when signed out", () => {
  test("keeps the changes, says so, and sends them after signing in again", async () => {
    const store = await open();
    server.behaviour = { status: 401, body: '{"error":"signed-out","message":"Sign in again."}' };
    store.setText(TEXT.id, "kept");
    expect(await reach(store, "signed-out")).toEqual({ status: "signed-out", unsent: 1, isOnDevice: true, isSomeoneElse: false });
    expect(await kept()).toHaveLength(1);
    server.behaviour = "save";
    await store.sendNow();
    expect(store.getSaveState()).toEqual({ status: "saved" });
  });

  test("signing in while an earlier attempt is under way sends again, as the person who is signed in now", async () => {
    const store = await open();
    server.behaviour = { status: 401, body: '{"error":"someone-else","message":"Sign in again."}' };
    server.hold();
    store.setText(TEXT.id, "kept");
    await expect.poll(() => server.held).toBe(1);
    server.behaviour = "save";
    const sending = store.sendAfresh();
    server.release();
    await sending;
    expect(store.getSaveState()).toEqual({ status: "saved" });
  });
});

describe("when the network goes while an answer is on its way", () => {
  async function sendIntoNothing(): Promise<ResponseStore> {
    const store = await open("ada", { timeoutMs: 60_000 });
    server.hold();
    store.setText(TEXT.id, "On its way");
    await expect.poll(() => server.held).toBe(1);
    expect(store.getSaveState().status).toBe("saving");
    return store;
  }

  test("the page says at once that the change is kept here", async () => {
    const store = await sendIntoNothing();
    await store.lose();
    expect(store.getSaveState()).toEqual({ status: "offline", unsent: 1, isOnDevice: true });
  });

  test("back on the network, the change is sent without waiting for the lost answer", async () => {
    const store = await sendIntoNothing();
    server.letPass();
    await store.sendAfresh();
    expect(store.getSaveState()).toEqual({ status: "saved" });
    expect(server.received).toHaveLength(1);
  });
});

describe("when the server refuses", () => {
  const tooLong = "x".repeat(101);

  async function refused(): Promise<ResponseStore> {
    const store = await open();
    store.setValue(RATING.id, 4);
    store.setText(TEXT.id, tooLong);
    const state = await reach(store, "refused");
    expect(state).toEqual({ status: "refused", unsent: 2, isOnDevice: true, refusal: { message: "Shorten this answer.", itemId: TEXT.id } });
    expect(store.getAnswer(TEXT.id)).toBe(tooLong);
    return store;
  }

  test("keeps the text, and putting it right saves everything", async () => {
    const store = await refused();
    store.setText(TEXT.id, "short");
    expect(store.getSaveState()).toMatchObject({ status: "refused" });
    await reach(store, "saved");
    expect(server.answers).toEqual({ [TEXT.id]: "short", [RATING.id]: 4 });
  });

  test("a paste larger than an update may be is saved once it is shortened, without what was deleted", async () => {
    const store = await open();
    store.setText(TEXT.id, "x".repeat(300_000));
    expect(await reach(store, "refused")).toMatchObject({ refusal: { message: "This change is too large." } });
    store.setText(TEXT.id, "short");
    await reach(store, "saved");
    expect(server.answers[TEXT.id]).toBe("short");
    expect(server.received.at(-1)?.byteLength).toBeLessThan(200);
  });

  test("more than one update may hold goes in pieces once the server takes changes again", async () => {
    const store = await open("ada", { quietMs: 60_000, maxWaitMs: 60_000 });
    server.maxLength = 1_000_000;
    server.behaviour = { status: 423, body: '{"error":"completed","message":"Reopen it first.","itemId":null}' };
    for (let part = 0; part < 8; part++) store.addRow(TABLE.id, { cells: { name: `${part}`.repeat(40_000) } });
    await store.sendNow();
    expect(store.getSaveState().status).toBe("refused");
    server.behaviour = "save";
    await store.sendNow();
    expect(store.getSaveState()).toEqual({ status: "saved" });
    expect(server.answers[TABLE.id]).toHaveLength(8);
  });

  test("discarding takes back that answer alone", async () => {
    const store = await refused();
    expect(await store.discardRefused()).toBe("discarded");
    await reach(store, "saved");
    expect(store.getAnswer(TEXT.id)).toBeNull();
    expect(server.answers).toEqual({ [RATING.id]: 4 });
    await expect.poll(() => kept()).toEqual([]);
  });

  test("discarding needs the server, and without it discards nothing", async () => {
    const store = await refused();
    server.behaviour = "hang-up";
    expect(await store.discardRefused()).toBe("unreachable");
    expect(store.getAnswer(TEXT.id)).toBe(tooLong);
    expect(store.getSaveState().status).toBe("refused");
  });

  test.each([403, 404])("after losing the team or the tool (%d), discarding takes back all that is unsent", async (status) => {
    teammateAnswers(TEXT, "saved");
    const store = await open();
    server.behaviour = { status, body: '{"error":"forbidden","message":"Ask a team lead.","itemId":null}' };
    server.access = status;
    store.setText(TEXT.id, "saved and more");
    await reach(store, "refused");
    expect(await store.discardRefused()).toBe("discarded");
    expect(store.getSaveState()).toEqual({ status: "saved" });
    expect(store.getAnswer(TEXT.id)).toBe("saved");
    expect(await kept()).toEqual([]);
  });

  test("discarding while signed out says so, and discards nothing", async () => {
    const store = await refused();
    server.access = 401;
    expect(await store.discardRefused()).toBe("signed-out");
    expect(store.getAnswer(TEXT.id)).toBe(tooLong);
    expect(store.getSaveState().status).toBe("refused");
  });

  test("discarding does not wait for ever for a server that never answers", async () => {
    const store = await refused();
    hurryTimeLimits();
    server.behaviour = "hang";
    expect(await store.discardRefused()).toBe("unreachable");
    expect(store.getAnswer(TEXT.id)).toBe(tooLong);
  });

  test("for more than one answer, discarding takes back all that is unsent and editing goes on", async () => {
    teammateAnswers(TEXT, "saved");
    const store = await open();
    server.behaviour = { status: 423, body: '{"error":"completed","message":"Reopen it first.","itemId":null}' };
    store.setText(TEXT.id, "saved and more");
    store.setValue(RATING.id, 1);
    await reach(store, "refused");
    const told: string[] = [];
    for (const { id } of ITEMS) store.subscribe(id, () => told.push(id));
    await store.discardRefused();
    expect(store.getSaveState()).toEqual({ status: "saved" });
    expect(store.getAnswer(TEXT.id)).toBe("saved");
    expect(store.getAnswer(RATING.id)).toBeNull();
    expect(told).toContain(TEXT.id);
    expect(await kept()).toEqual([]);
    server.behaviour = "save";
    store.setText(TEXT.id, "saved again");
    await reach(store, "saved");
    expect(server.answers).toEqual({ [TEXT.id]: "saved again" });
  });
});

test("a server that lost what a change builds on is given it again", async () => {
  const store = await open();
  store.setText(TEXT.id, "one");
  await reach(store, "saved");
  server.doc = createDocument(ITEMS);
  server.seq = 0;
  store.setText(TEXT.id, "one two");
  await reach(store, "saved");
  expect(server.answers[TEXT.id]).toBe("one two");
});

describe("before signing out", () => {
  const record = (id: string, itemId: string, userId = "ada") => {
    const doc = createDocument(ITEMS);
    writeAnswer(doc, ITEMS.find((item) => item.id === itemId) as never, (itemId === TEXT.id ? id : 5) as never);
    return { id, userId, updatesUrl: server.url, itemIds: [itemId], update: encodeStateAsUpdate(doc) };
  };

  test("changes to tools that are not open are counted by answer, and sent", async () => {
    for (const entry of [record("a", TEXT.id), record("b", TEXT.id), record("c", RATING.id), record("d", TEXT.id, "grace")]) {
      await storage.add(entry);
    }
    expect(await countUnsent(storage, "ada")).toBe(2);
    server.behaviour = "hang-up";
    await sendUnsent(storage, "ada");
    expect(await countUnsent(storage, "ada")).toBe(2);
    server.behaviour = "save";
    await sendUnsent(storage, "ada");
    expect(await countUnsent(storage, "ada")).toBe(0);
    expect(await countUnsent(storage, "grace")).toBe(1);
    expect(server.answers[RATING.id]).toBe(5);
    expect(server.answers[TEXT.id]).toMatch(/^(ab|ba)$/);
    await storage.clear("grace");
    expect(await kept("grace")).toEqual([]);
  });

  test("a network that swallows requests does not keep the person waiting for ever", async () => {
    await storage.add(record("a", TEXT.id));
    await storage.add({ ...record("b", TEXT.id), updatesUrl: `${server.url}/another-tool` });
    hurryTimeLimits();
    server.behaviour = "hang";
    await sendUnsent(storage, "ada");
    expect(await countUnsent(storage, "ada")).toBe(2);
  });
});
