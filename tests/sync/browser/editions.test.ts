import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { createMemoryStorage, type UnsentStorage } from "@/lib/sync/browser/unsent-storage";
import type { TableRow } from "@/lib/domain/answer/answers";
import { ITEMS, RATING, TABLE, TEXT } from "../document/sample-items";
import { UpdatesServer } from "./updates-server";

// What becomes of unsent words when the server has other content under their numbers, or another document altogether.

const TIMING = { quietMs: 1, maxWaitMs: 20, watchedQuietMs: 1, watchedMaxWaitMs: 20, timeoutMs: 2_000, retryMinMs: 5, retryMaxMs: 20 };
const APART = /no longer fit together/;

let server: UpdatesServer;
let storage: UnsentStorage;
const opened: ResponseStore[] = [];

beforeEach(async () => {
  server = await UpdatesServer.start();
  storage = createMemoryStorage(true);
});
afterEach(async () => {
  for (const store of opened.splice(0)) store.close();
  await server.stop();
});

/** A page that was just loaded; in one browser all have the same storage and hear each other. */
async function open(timing: Partial<typeof TIMING> & { adoptMs?: number } = {}): Promise<ResponseStore> {
  const options = { userId: "ada", updatesUrl: server.url, items: ITEMS, ...server.state, storage };
  const store = new ResponseStore({ ...options, timing: { ...TIMING, ...timing } });
  opened.push(store);
  await store.resume();
  return store;
}

const NEVER = { retryMinMs: 600_000, retryMaxMs: 600_000, adoptMs: 600_000 };

/** The page is gone, with what it had not sent. */
function leave(store: ResponseStore): void {
  store.close();
  opened.splice(opened.indexOf(store), 1);
}

const statusOf = (store: ResponseStore) => expect.poll(() => store.getSaveState().status);

async function expectSaved(answers: Record<string, unknown>, ...stores: ResponseStore[]): Promise<void> {
  for (const store of stores) await statusOf(store).toBe("saved");
  expect(server.answers).toMatchObject(answers);
  for (const store of stores) {
    await store.pull();
    for (const [itemId, answer] of Object.entries(answers)) expect(store.getAnswer(itemId)).toEqual(answer);
  }
  await expect.poll(() => storage.list("ada")).toEqual([]);
}

/** A teammate's answer, saved on the server. */
function teammateAnswers(item: (typeof ITEMS)[number], answer: unknown): void {
  const doc = createDocument(ITEMS);
  applyUpdate(doc, encodeStateAsUpdate(server.doc));
  writeAnswer(doc, item, answer as never);
  server.save(encodeStateAsUpdate(doc));
}

/** Words that the server does not hear of, in several changes. */
async function writeUnsent(store: ResponseStore): Promise<void> {
  server.behaviour = "hang-up";
  store.setText(TEXT.id, "Agreed. We");
  store.setText(TEXT.id, "Agreed. We meet");
  store.setValue(RATING.id, 4);
  store.setText(TEXT.id, "Agreed. We meet on Monday.");
  await statusOf(store).toBe("offline");
  server.behaviour = "save";
}
const WRITTEN = { [TEXT.id]: "Agreed. We meet on Monday.", [RATING.id]: 4 };

interface Trouble {
  readonly name: string;
  readonly happen: () => void;
}
const STOLEN: Trouble = { name: "numbers that were taken", happen: () => (server.steals = 1) };
const REBUILT: Trouble = { name: "a document that was built anew", happen: () => server.rebuild() };

describe.each([STOLEN, REBUILT])("after $name,", ({ happen }) => {
  beforeEach(() => teammateAnswers(TEXT, "Agreed."));

  test("several queued changes are saved, each word once", async () => {
    const store = await open();
    await writeUnsent(store);
    happen();
    await expectSaved(WRITTEN, store);
    store.setText(TEXT.id, `${WRITTEN[TEXT.id]} And on Friday.`);
    await expectSaved({ [TEXT.id]: "Agreed. We meet on Monday. And on Friday." }, store);
  });

  test("what is typed while the page asks for the new state is saved too", async () => {
    const store = await open();
    await writeUnsent(store);
    happen();
    server.hold();
    void store.sendNow();
    await expect.poll(() => server.held).toBe(1);
    server.letPass();
    const pulls = server.pulls;
    server.hold();
    server.release();
    server.hold();
    await expect.poll(() => server.pulls).toBeGreaterThan(pulls);
    store.setText(TEXT.id, "Agreed. We meet on Monday. Late.");
    server.release();
    await expectSaved({ [TEXT.id]: "Agreed. We meet on Monday. Late.", [RATING.id]: 4 }, store);
  });

  test("changes kept from an earlier visit are saved, each word once", async () => {
    const gone = await open(NEVER);
    await writeUnsent(gone);
    leave(gone);
    happen();
    await expectSaved(WRITTEN, await open());
  });

  test("two tabs save what each of them holds, each word once", async () => {
    const [one, other] = [await open(NEVER), await open(NEVER)];
    server.behaviour = "hang-up";
    one.setText(TEXT.id, "Agreed. From one.");
    await expect.poll(() => other.getAnswer(TEXT.id)).toBe("Agreed. From one.");
    other.setValue(RATING.id, 2);
    other.setText(TEXT.id, "Agreed. From one. From the other.");
    await expect.poll(() => one.getAnswer(TEXT.id)).toBe("Agreed. From one. From the other.");
    for (const store of [one, other]) await statusOf(store).toBe("offline");
    server.behaviour = "save";
    happen();
    await Promise.all([one.sendNow(), other.sendNow()]);
    await Promise.all([one.sendNow(), other.sendNow()]);
    // Each writes its own into a new document, in whichever order.
    const either = expect.stringMatching(/^Agreed\.( From one\. From the other\.| From the other\. From one\.)$/) as unknown;
    await expectSaved({ [TEXT.id]: either, [RATING.id]: 2 }, one, other);
    expect(one.getAnswer(TEXT.id)).toBe(other.getAnswer(TEXT.id));
  });

  test("nothing is lost when the server is out of reach in the middle, or the last answer is lost", async () => {
    const store = await open();
    await writeUnsent(store);
    happen();
    server.access = 503;
    await store.sendNow();
    await statusOf(store).toBe("offline");
    expect(store.getAnswer(TEXT.id)).toBe(WRITTEN[TEXT.id]);
    expect(await storage.list("ada")).not.toEqual([]);
    server.behaviour = "save-and-hang-up";
    server.access = "open";
    await expect.poll(() => server.answers[TEXT.id]).toBe(WRITTEN[TEXT.id]);
    server.behaviour = "save";
    await expectSaved(WRITTEN, store);
  });
});

test("numbers that are taken again and again: the page says so, and keeps the words until they are discarded", async () => {
  const store = await open();
  server.steals = 1_000;
  store.setText(TEXT.id, "Mine.");
  await statusOf(store).toBe("refused");
  expect(store.getSaveState()).toMatchObject({ unsent: 1, isOnDevice: true, refusal: { message: expect.stringMatching(APART) as string, itemId: null } });
  expect(store.getAnswer(TEXT.id)).toBe("Mine.");
  expect(await storage.list("ada")).toHaveLength(1);
  server.steals = 0;
  expect(await store.discardRefused()).toBe("discarded");
  expect(store.getAnswer(TEXT.id)).toBeNull();
});

describe("after a document was built anew,", () => {
  beforeEach(() => teammateAnswers(TEXT, "Agreed."));

  test("a page with nothing unsent goes on with it, and what it writes from then on is saved", async () => {
    const store = await open();
    server.rebuild();
    await store.pull();
    await expect.poll(() => store.seq).toBe(server.seq);
    store.setText(TEXT.id, "Agreed. More.");
    await expectSaved({ [TEXT.id]: "Agreed. More." }, store);
    expect(server.received).toHaveLength(1);
  });

  test("a page that heard of it when the server was out of reach goes on with it later", async () => {
    const store = await open();
    server.rebuild();
    server.access = 503;
    const update = encodeStateAsUpdate(server.doc);
    store.receive(update, server.seq);
    await expect.poll(() => server.pulls).toBeGreaterThan(1);
    server.access = "open";
    await expect.poll(() => store.seq).toBe(server.seq);
  });

  test("what teammates saved before and after it stays beside what was unsent, in the same text too", async () => {
    const store = await open();
    await writeUnsent(store);
    teammateAnswers(TEXT, "First: Agreed.");
    server.rebuild();
    teammateAnswers(TEXT, "First of all: Agreed.");
    await expectSaved({ [TEXT.id]: "First of all: Agreed. We meet on Monday.", [RATING.id]: 4 }, store);
  });

  test("what a teammate saved while words were unsent here is not written twice", async () => {
    const store = await open({ ...NEVER });
    await writeUnsent(store);
    teammateAnswers(TEXT, "Now agreed.");
    await store.pull();
    expect(store.getAnswer(TEXT.id)).toBe("Now agreed. We meet on Monday.");
    server.rebuild();
    await store.sendNow();
    await expectSaved({ [TEXT.id]: "Now agreed. We meet on Monday." }, store);
  });

  test("words whose saving was not heard of are not written twice", async () => {
    const store = await open(NEVER);
    server.behaviour = "save-and-hang-up";
    store.setText(TEXT.id, "Agreed. Saved unheard.");
    await statusOf(store).toBe("offline");
    server.behaviour = "hang-up";
    store.setText(TEXT.id, "Agreed. Saved unheard. Unsent.");
    server.rebuild();
    teammateAnswers(TEXT, "So: Agreed. Saved unheard.");
    server.behaviour = "save";
    await store.sendNow();
    await expectSaved({ [TEXT.id]: "So: Agreed. Saved unheard. Unsent." }, store);
  });

  test("rows that were added, changed and removed without a network come along, beside a teammate's", async () => {
    teammateAnswers(TABLE, [{ id: "a", cells: { name: "Ada" } }, { id: "b", cells: { name: "Bea" } }, { id: "blank", cells: {} }]);
    const store = await open(NEVER);
    server.behaviour = "hang-up";
    store.setCell(TABLE.id, "a", "name", "Ada L.");
    store.setCell(TABLE.id, "blank", "name", "Begun");
    store.removeRow(TABLE.id, "b");
    const added = store.addRow(TABLE.id, { cells: { name: "Cleo" } });
    await statusOf(store).toBe("offline");
    server.behaviour = "save";
    teammateAnswers(TABLE, [{ id: "a", cells: { name: "Ada", due: "2026-12-01" } }, { id: "b", cells: { name: "Bea" } }, { id: "d", cells: { name: "Dan" } }]);
    server.rebuild();
    await store.sendNow();
    await statusOf(store).toBe("saved");
    const rows = server.answers[TABLE.id] as readonly TableRow[];
    expect(new Map(rows.map(({ id, cells }) => [id, cells]))).toEqual(
      new Map([
        ["a", { name: "Ada L.", due: "2026-12-01" }],
        ["blank", { name: "Begun" }],
        [added, { name: "Cleo" }],
        ["d", { name: "Dan" }],
      ]),
    );
  });

  test("words of which only the change is left, not what they stood in, are kept and named", async () => {
    // Closed before it could even try.
    const gone = await open({ ...NEVER, quietMs: 600_000, maxWaitMs: 600_000 });
    for (const text of ["Agreed. Left", "Agreed. Left be", "Agreed. Left behind."]) gone.setText(TEXT.id, text);
    leave(gone);
    server.rebuild();
    const store = await open();
    await statusOf(store).toBe("refused");
    const named = /no longer fit together.* You wrote: “ Left behind\.”$/;
    expect(store.getSaveState()).toMatchObject({ unsent: 1, isOnDevice: true, refusal: { message: expect.stringMatching(named) as string, itemId: null } });
    expect(await storage.list("ada")).toHaveLength(3);
    expect(server.answers).toEqual({ [TEXT.id]: "Agreed." });
    expect(await store.discardRefused()).toBe("discarded");
    await expectSaved({ [TEXT.id]: "Agreed." }, store);
  });

  test("a refused answer can be taken back alone, and the others stay", async () => {
    const store = await open();
    store.setText(TEXT.id, "x".repeat(200));
    await statusOf(store).toBe("refused");
    server.rebuild();
    store.setValue(RATING.id, 3);
    expect(await store.discardRefused()).toBe("discarded");
    await expectSaved({ [TEXT.id]: "Agreed.", [RATING.id]: 3 }, store);
  });
});

const tooMany = (retryAfter: number) => ({ status: 429, retryAfter, body: JSON.stringify({ error: "too-many", message: "Wait a moment." }) });

test("asked to wait, the page says “saving”, keeps what is typed, and sends nothing, however much is typed", async () => {
  const store = await open();
  server.behaviour = tooMany(600);
  store.setText(TEXT.id, "One");
  await expect.poll(() => server.received.length).toBe(1);
  for (const text of ["One tw", "One two"]) {
    store.setText(TEXT.id, text);
    // Much longer than the wait after a keystroke.
    for (let round = 0; round < 10; round++) await store.pull();
  }
  expect(server.received).toHaveLength(1);
  expect(store.getSaveState()).toEqual({ status: "saving", unsent: 1 });
  expect(await storage.list("ada")).toHaveLength(3);
  server.behaviour = "save";
  await store.sendAfresh();
  await expectSaved({ [TEXT.id]: "One two" }, store);
});

test("when the time to wait is over the page sends by itself", async () => {
  const store = await open();
  server.behaviour = tooMany(1);
  store.setText(TEXT.id, "One");
  await expect.poll(() => server.received.length).toBe(1);
  server.behaviour = "save";
  await expect.poll(() => server.answers[TEXT.id], { timeout: 10_000 }).toBe("One");
  await expectSaved({ [TEXT.id]: "One" }, store);
});
