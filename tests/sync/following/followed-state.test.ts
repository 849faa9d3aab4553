import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FollowedState } from "@/lib/sync/following/followed-state";
import { LiveUpdates } from "@/lib/sync/following/live-updates";
import { openFetchStream } from "./fetch-stream";

let server: Server;
let topicUrl: string;
/** How the topic stands, and what holds an answer to a question up. */
let state: object;
let hold: Promise<void> | null;
let status: number;
/** A proxy holds streams back. */
let isHeldBack: boolean;
const streams = new Set<ServerResponse>();
const stops: (() => void)[] = [];

const say = (stream: ServerResponse) => stream.write(`event: state\ndata: ${JSON.stringify({ state })}\n\n`);

beforeEach(async () => {
  [state, hold, status, isHeldBack] = [{ n: 1 }, null, 200, false];
  server = createServer((request, response) => {
    if (!request.url?.includes("once")) {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
      if (isHeldBack) return;
      streams.add(response);
      response.write(`event: hello\ndata: {"seq":0}\n\n`);
      return void say(response);
    }
    const answer = status === 200 ? { state } : { error: "signed-out", message: "Sign in again." };
    void Promise.resolve(hold).then(() => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(answer)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  topicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/topic`;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  streams.clear();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function openPage() {
  const told: object[] = [];
  const reached: string[] = [];
  const store = new FollowedState({ topicUrl, userId: "ada", onState: (now) => told.push(now), onReach: (reach) => reached.push(reach) });
  const live = new LiveUpdates({
    store,
    topicUrl,
    userId: "ada",
    tab: "tab-1",
    openStream: openFetchStream,
    onUpdate: () => undefined,
    onPeople: () => undefined,
    onChanged: () => undefined,
    onCaughtUp: () => undefined,
    onAsking: () => undefined,
    // On a busy machine a good stream may need its time.
    timing: { helloMs: isHeldBack ? 200 : 10_000, reopenMinMs: 5, reopenMaxMs: 20, silentMs: 60_000, askMinMs: 5, askMaxMs: 10, checkMs: 60_000 },
  });
  stops.push(() => live.stop());
  return { store, live, told, reached };
}

describe("a page about a round, a meeting or a board", () => {
  test("is told how it stands at once and when that has changed, each once", async () => {
    const { live, told } = openPage();
    live.start();
    await expect.poll(() => told).toEqual([{ n: 1 }]);
    for (const stream of streams) say(stream);
    state = { n: 2 };
    for (const stream of streams) say(stream);
    await expect.poll(() => told).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("asks where streams are held back, and hears of changes all the same", async () => {
    isHeldBack = true;
    const { live, told } = openPage();
    live.start();
    await expect.poll(() => told).toEqual([{ n: 1 }]);
    state = { n: 2 };
    await expect.poll(() => told).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("does not go back to what was asked before the stream brought something newer", async () => {
    let release = () => undefined as void;
    hold = new Promise((resolve) => (release = resolve));
    const { store, told } = openPage();
    const pulled = store.pull();
    store.receiveState({ n: 2 });
    release();
    expect(await pulled).toBe("fetched");
    expect(told).toEqual([{ n: 2 }]);
  });

  test("learns that it is signed out", async () => {
    isHeldBack = true;
    status = 401;
    const { live, reached } = openPage();
    live.start();
    await expect.poll(() => reached.at(-1)).toBe("signed-out");
  });
});
