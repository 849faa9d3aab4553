import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TableRow } from "@/lib/domain/answer/answers";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { handOnEntered, type PageResponse, ResponseHandle } from "@/lib/sync/opening/response-handle";
import { readAnswers } from "@/lib/sync/document/document";
import { CHOICE, ITEMS, RATING, TABLE, TEXT } from "../document/sample-items";
import { UpdatesServer } from "../browser/updates-server";

const TIMING = { quietMs: 1, maxWaitMs: 20, watchedQuietMs: 1, watchedMaxWaitMs: 20, timeoutMs: 2_000, retryMinMs: 5, retryMaxMs: 20 };

let server: UpdatesServer;

beforeEach(async () => {
  server = await UpdatesServer.start();
});
afterEach(() => server.stop());

const openStore = (response: PageResponse) => new ResponseStore({ userId: "ada", updatesUrl: server.url, items: ITEMS, ...response, timing: TIMING });

/** A page that was just loaded; `arrive` brings the script of its store. */
function openPage() {
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  const load = vi.fn(async (response: PageResponse) => {
    await arrival;
    return openStore(response);
  });
  const handle = new ResponseHandle(server.state, load);
  return { handle, load, arrive };
}

const saved = () => readAnswers(server.doc, ITEMS);

describe("before the store has come", () => {
  test("shows what the server rendered, and loads nothing for that", () => {
    const { handle, load } = openPage();
    handle.subscribe(TEXT.id, () => undefined);
    handle.subscribeSaveState(() => undefined);
    handle.watchText(TEXT.id, () => undefined);
    handle.followText(TEXT.id);
    expect(handle.getAnswer(RATING.id)).toBeNull();
    expect(handle.getSaveState()).toEqual({ status: "saved" });
    expect(load).not.toHaveBeenCalled();
  });

  test("what is entered is shown and told at once, and loads the store", () => {
    const { handle, load } = openPage();
    const told = vi.fn();
    handle.subscribe(TEXT.id, told);
    handle.setText(TEXT.id, "H");
    handle.setText(TEXT.id, "Hi");
    handle.setValue(RATING.id, 4);
    expect([handle.getAnswer(TEXT.id), handle.getAnswer(RATING.id)]).toEqual(["Hi", 4]);
    expect(told).toHaveBeenCalledTimes(2);
    expect(handle.getSaveState()).toEqual({ status: "saving", unsent: 2 });
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("a row that is added can be written in", () => {
    const { handle } = openPage();
    const rowId = handle.addRow(TABLE.id);
    handle.setCell(TABLE.id, rowId, "name", "Ada");
    expect(handle.getAnswer(TABLE.id)).toEqual([{ id: rowId, cells: { name: "Ada" } }]);
  });

  test("a page that is drawn anew shows what it brings, beside what was entered", () => {
    const { handle } = openPage();
    handle.setText(TEXT.id, "Mine");
    const told = vi.fn();
    handle.subscribe(RATING.id, told);
    handle.renew({ ...server.state, seq: server.seq + 1, answers: { [TEXT.id]: "Theirs", [RATING.id]: 2 } });
    expect([handle.getAnswer(TEXT.id), handle.getAnswer(RATING.id)]).toEqual(["Mine", 2]);
    expect(told).toHaveBeenCalled();
  });
});

describe("once the store has come", () => {
  test("what was entered is there, is saved, and is told to who listened before", async () => {
    const { handle, arrive } = openPage();
    const heard: unknown[] = [];
    handle.subscribe(TEXT.id, () => heard.push(handle.getAnswer(TEXT.id)));
    handle.setText(TEXT.id, "Hi");
    handle.setValue(CHOICE.id, { option: "other", other: "Now and then" });
    const rowId = handle.addRow(TABLE.id);
    handle.setCell(TABLE.id, rowId, "name", "Ada");
    arrive();
    const store = await handle.open();
    expect(handle.opened).toBe(store);
    await expect.poll(saved).toEqual({
      [TEXT.id]: "Hi",
      [CHOICE.id]: { option: "other", other: "Now and then" },
      [TABLE.id]: [{ id: rowId, cells: { name: "Ada" } }] satisfies TableRow[],
    });
    handle.setText(TEXT.id, "Hi there");
    expect(heard.at(-1)).toBe("Hi there");
  });

  test("what was typed before can be taken back", async () => {
    const { handle, arrive } = openPage();
    handle.followText(TEXT.id);
    handle.setText(TEXT.id, "Hi");
    arrive();
    await handle.open();
    expect(handle.undoText("undo", TEXT.id)).toBe(true);
    expect(handle.getAnswer(TEXT.id)).toBeNull();
  });

  test("who no longer listens hears nothing", async () => {
    const { handle, arrive } = openPage();
    const told = vi.fn();
    handle.subscribe(TEXT.id, told)();
    arrive();
    (await handle.open()).setText(TEXT.id, "Hi");
    expect(told).not.toHaveBeenCalled();
  });

  test("rows are moved and removed as soon as it can be done", async () => {
    const { handle, arrive } = openPage();
    const [first, second] = [handle.addRow(TABLE.id), handle.addRow(TABLE.id)];
    handle.setCell(TABLE.id, first, "name", "A");
    handle.setCell(TABLE.id, second, "name", "B");
    handle.moveRow(TABLE.id, second, 0);
    handle.removeRow(TABLE.id, first);
    arrive();
    await handle.open();
    await expect.poll(() => handle.getAnswer(TABLE.id)).toEqual([{ id: second, cells: { name: "B" } }]);
  });

  test("a store of an earlier visit is there at once", () => {
    const store = openStore(server.state);
    const handle = new ResponseHandle(server.state, () => Promise.reject(new Error("unused")), store);
    handle.setText(TEXT.id, "Hi");
    expect(store.getAnswer(TEXT.id)).toBe("Hi");
  });
});

test("without a network the page says what waits in it, and tries again with the next thing entered", async () => {
  let isOnline = false;
  const handle = new ResponseHandle(server.state, (response) => (isOnline ? Promise.resolve(openStore(response)) : Promise.reject(new Error("offline"))));
  handle.setText(TEXT.id, "Hi");
  await expect.poll(() => handle.getSaveState()).toEqual({ status: "offline", unsent: 1, isOnDevice: false });
  isOnline = true;
  handle.setValue(RATING.id, 3);
  await expect.poll(saved).toEqual({ [TEXT.id]: "Hi", [RATING.id]: 3 });
});

test("whoever signs out hands on first what was entered before the store came", async () => {
  const { handle, arrive } = openPage();
  const leave = handle.stay();
  handle.setText(TEXT.id, "Hi");
  const handedOn = handOnEntered();
  arrive();
  await handedOn;
  expect(handle.opened?.getAnswer(TEXT.id)).toBe("Hi");
  leave();
});
