import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LiveUpdates } from "@/lib/sync/following/live-updates";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { createMemoryStorage, type UnsentStorage } from "@/lib/sync/browser/unsent-storage";
import { judgeVersion, PROTOCOL_PARAMETER, PROTOCOL_VERSION } from "@/lib/sync/protocol";
import { openFetchStream } from "../following/fetch-stream";
import { ITEMS, TEXT } from "../document/sample-items";
import { UpdatesServer } from "./updates-server";

// A page that was opened before the workbook was renewed, and whose version the server no longer speaks.

const TIMING = { quietMs: 1, maxWaitMs: 20, watchedQuietMs: 1, watchedMaxWaitMs: 20, timeoutMs: 2_000, retryMinMs: 5, retryMaxMs: 20 };

let server: UpdatesServer;
let storage: UnsentStorage;
const stopAll: (() => void)[] = [];

beforeEach(async () => {
  server = await UpdatesServer.start();
  server.streaming = "open";
  storage = createMemoryStorage(true);
});
afterEach(async () => {
  for (const stop of stopAll.splice(0)) stop();
  await server.stop();
});

async function openPage(): Promise<ResponseStore> {
  const store = new ResponseStore({ userId: "ada", updatesUrl: server.url, items: ITEMS, ...server.state, storage, timing: TIMING });
  await store.resume();
  const live = new LiveUpdates({
    store,
    topicUrl: server.url.replace("/updates", ""),
    userId: "ada",
    tab: "tab-1",
    openStream: openFetchStream,
    onUpdate: () => undefined,
    onPeople: () => undefined,
    onChanged: () => undefined,
    onCaughtUp: () => undefined,
    onAsking: () => undefined,
    timing: { helloMs: 10_000, reopenMinMs: 5, reopenMaxMs: 20, silentMs: 30, steadyMs: 1_000, askMinMs: 5, askMaxMs: 10, checkMs: 40, hiddenMs: 20 },
  });
  live.start();
  stopAll.push(() => {
    live.stop();
    store.close();
  });
  await expect.poll(() => store.isFed).toBe(true);
  return store;
}

const stateOf = (store: ResponseStore) => expect.poll(() => store.getSaveState());

test.each([
  [null, "spoken"],
  [String(PROTOCOL_VERSION), "spoken"],
  ["0", "older"],
  ["", "older"],
  ["-1", "older"],
  ["one", "older"],
  [String(PROTOCOL_VERSION + 1), "newer"],
] as const)("a page that names the version %j is %s", (named, judged) => {
  expect(judgeVersion(named)).toBe(judged);
});

describe("a page", () => {
  test("names its version when it saves, asks and listens", async () => {
    const store = await openPage();
    store.setText(TEXT.id, "Words.");
    await stateOf(store).toEqual({ status: "saved" });
    await store.pull();
    expect([...server.versions]).toEqual([String(PROTOCOL_VERSION)]);
    expect(new URL(server.streamAddress, server.url).searchParams.get(PROTOCOL_PARAMETER)).toBe(String(PROTOCOL_VERSION));
  });

  test("that is too old keeps on the device what it could not send, and the page after it sends that", async () => {
    const old = await openPage();
    server.isRenewed = true;
    old.setText(TEXT.id, "Written over the deploy.");
    await stateOf(old).toEqual({ status: "outdated", unsent: 1, isOnDevice: true });
    old.setText(TEXT.id, "Written over the deploy, and on.");
    await expect.poll(async () => (await storage.list("ada")).length).toBe(2);
    expect(server.received).toEqual([]);
    for (const stop of stopAll.splice(0)) stop();

    server.isRenewed = false;
    const next = await openPage();
    await stateOf(next).toEqual({ status: "saved" });
    expect(server.answers[TEXT.id]).toBe("Written over the deploy, and on.");
    expect(await storage.list("ada")).toEqual([]);
  });

  test("that only reads is told too, by asking once its stream has ended", async () => {
    const store = await openPage();
    server.isRenewed = true;
    server.breakStreams();
    await stateOf(store).toEqual({ status: "outdated", unsent: 0, isOnDevice: true });
  });

  test("goes on by itself when the server speaks its version again", async () => {
    const store = await openPage();
    server.isRenewed = true;
    server.breakStreams();
    store.setText(TEXT.id, "Meanwhile.");
    await stateOf(store).toMatchObject({ status: "outdated", unsent: 1 });
    server.isRenewed = false;
    await stateOf(store).toEqual({ status: "saved" });
    await expect.poll(() => store.isFed).toBe(true);
    expect(server.answers[TEXT.id]).toBe("Meanwhile.");
  });
});
