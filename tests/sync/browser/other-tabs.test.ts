import { afterEach, beforeEach, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { writeAnswer } from "@/lib/sync/document/document";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { createMemoryStorage, type UnsentStorage } from "@/lib/sync/browser/unsent-storage";
import { createEditor } from "../document/editors";
import { DATE, ITEMS, RATING, TEXT } from "../document/sample-items";
import { UpdatesServer } from "./updates-server";

let server: UpdatesServer;
let storage: UnsentStorage;
let open: ResponseStore[] = [];

beforeEach(async () => {
  server = await UpdatesServer.start();
  storage = createMemoryStorage(true);
});
afterEach(async () => {
  for (const store of open) store.close();
  open = [];
  await server.stop();
});

async function openTab(userId = "ada", timing: { retryMinMs?: number; adoptMs?: number } = {}): Promise<ResponseStore> {
  const store = new ResponseStore({
    userId,
    updatesUrl: server.url,
    items: ITEMS,
    ...server.state,
    storage,
    timing: { quietMs: 1, maxWaitMs: 20, timeoutMs: 2_000, retryMinMs: 5, retryMaxMs: timing.retryMinMs ?? 20, ...timing },
  });
  open.push(store);
  await store.resume();
  return store;
}

const stateOf = (store: ResponseStore) => expect.poll(() => store.getSaveState());

test("two tabs of one person agree without a network, and both say what is kept", async () => {
  server.behaviour = "hang-up";
  const [one, other] = [await openTab(), await openTab()];
  one.setText(TEXT.id, "Typed in one");
  await expect.poll(() => other.getAnswer(TEXT.id)).toBe("Typed in one");
  other.setValue(RATING.id, 3);
  await expect.poll(() => one.getAnswer(RATING.id)).toBe(3);
  await stateOf(one).toEqual({ status: "offline", unsent: 2, isOnDevice: true });
  await stateOf(other).toEqual({ status: "offline", unsent: 2, isOnDevice: true });
  server.behaviour = "save";
  await stateOf(one).toEqual({ status: "saved" });
  await stateOf(other).toEqual({ status: "saved" });
  expect(server.answers).toEqual({ [TEXT.id]: "Typed in one", [RATING.id]: 3 });
  await expect.poll(() => storage.list("ada")).toEqual([]);
});

test("what one tab saved, the other does not send again", async () => {
  const [one, other] = [await openTab(), await openTab()];
  one.setText(TEXT.id, "Once");
  await expect.poll(() => other.getAnswer(TEXT.id)).toBe("Once");
  await stateOf(one).toEqual({ status: "saved" });
  await stateOf(other).toEqual({ status: "saved" });
  await other.sendNow();
  expect(server.received).toHaveLength(1);
});

test("changes of a tab that was closed are sent by the one that is left", async () => {
  server.behaviour = "hang-up";
  const [one, other] = [await openTab("ada", { retryMinMs: 60_000 }), await openTab("ada", { adoptMs: 30 })];
  one.setText(TEXT.id, "Left behind");
  await expect.poll(() => other.getAnswer(TEXT.id)).toBe("Left behind");
  one.close();
  server.behaviour = "save";
  await expect.poll(() => server.answers[TEXT.id]).toBe("Left behind");
  await stateOf(other).toEqual({ status: "saved" });
  await expect.poll(() => storage.list("ada")).toEqual([]);
});

test("taking back what was refused takes it back in every tab, and keeps what the other typed since", async () => {
  const { doc } = createEditor();
  writeAnswer(doc, TEXT, "Saved");
  applyUpdate(server.doc, encodeStateAsUpdate(doc));
  server.seq = 1;
  server.behaviour = { status: 423, body: '{"error":"completed","message":"Reopen it first.","itemId":null}' };
  const [one, other] = [await openTab(), await openTab("ada", { adoptMs: 60_000 })];
  one.setText(TEXT.id, "Saved and more");
  await expect.poll(() => one.getSaveState().status).toBe("refused");
  await expect.poll(() => other.getAnswer(TEXT.id)).toBe("Saved and more");
  expect(await one.discardRefused()).toBe("discarded");
  await expect.poll(() => other.getAnswer(TEXT.id)).toBe("Saved");
  await stateOf(other).toEqual({ status: "saved" });
  server.behaviour = "save";
  other.setValue(DATE.id, "2026-05-01");
  await stateOf(other).toEqual({ status: "saved" });
  expect(server.answers).toEqual({ [TEXT.id]: "Saved", [DATE.id]: "2026-05-01" });
});

test("another person in the same browser hears nothing", async () => {
  server.behaviour = "hang-up";
  const [one, other] = [await openTab("ada"), await openTab("grace")];
  const witness = await openTab("ada");
  one.setText(TEXT.id, "Ada's");
  await expect.poll(() => witness.getAnswer(TEXT.id)).toBe("Ada's");
  expect(other.getAnswer(TEXT.id)).toBeNull();
  expect(other.getSaveState()).toEqual({ status: "saved" });
});
