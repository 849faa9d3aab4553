import type { ChildProcess } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { applyUpdate } from "yjs";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createSession, revokeSessionById } from "@/lib/platform/auth/session-store";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { publishChange } from "@/lib/sync/server/publish";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../../support/database";
import { type Ask, endInstances, OpenStream, postPresence, type Screen, save, startInstance } from "../../support/live";
import { addToTeam, type AgencyFixture, cookieOf, createAgencyFixture, type Person, signInCookie, teamContext } from "../../support/people";
import { Client } from "../../support/responses";

// This process and a second one, each with connections of its own, on one PostgreSQL.

const TOOL = 1;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;
const owner = () => process.env.DATABASE_OWNER_URL as string;

let there: Ask;
let child: ChildProcess;
let fixture: AgencyFixture;
let context: TeamContext;
let writer: Screen;
let member: Person;
let reader: Screen;
const streams: OpenStream[] = [];

beforeAll(async () => {
  ({ ask: there, process: child } = await startInstance());
  await setUp();
  // Once each has heard of the other's screen, both listen.
  for (const stream of [await open(reader, "a"), await open({ ...reader, ask: there }, "b")]) {
    await stream.until("presence", ({ people }) => people.length === 2);
  }
});
beforeEach(setUp);
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => endInstances(child));

async function setUp(): Promise<void> {
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  member = await addToTeam(fixture, "member");
  writer = { teamId: fixture.teamId, cookie: await signInCookie(fixture.admin) };
  reader = { teamId: fixture.teamId, cookie: await signInCookie(member) };
}

async function open(screen: Screen, tab = "tab-1", after = 0): Promise<OpenStream> {
  const stream = await OpenStream.open({ ...screen, tab, after });
  streams.push(stream);
  return stream;
}

const otherInstance = (): Ask => there;
const thisInstance = (): undefined => undefined;

describe.each<[string, string, () => Ask | undefined, () => Ask | undefined]>([
  ["here", "at the other instance", thisInstance, otherInstance],
  ["at the other instance", "here", otherInstance, thisInstance],
])("a screen open %s", (_here, _there, readingAsk, writingAsk) => {
  const at = (screen: Screen, ask: Ask | undefined): Screen => ({ ...screen, ...(ask ? { ask } : {}) });

  test(`gets what is saved ${_there}, with its writer and its items`, async () => {
    const stream = await open(at(reader, readingAsk()));
    const client = await Client.open(context, TOOL);
    await save(at(writer, writingAsk()), client.answer(text, "One."));
    const first = await stream.until("update");
    await save(at(writer, writingAsk()), client.answer(text, "One. Two."));
    const second = await stream.until("update");
    expect([first.seq, second.seq]).toEqual([1, 2]);
    expect(second).toMatchObject({ by: { userId: fixture.admin.userId, name: fixture.admin.name }, itemIds: [text] });
    const doc = createDocument(items);
    for (const { update } of [first, second]) applyUpdate(doc, Buffer.from(update, "base64"));
    expect(readAnswers(doc, items)[text]).toBe("One. Two.");
  });

  test(`shows who is ${_there}, where they are, and that they have gone`, async () => {
    const stream = await open(at(reader, readingAsk()), "mine");
    const other = await open(at(writer, writingAsk()), "theirs");
    const find = (people: readonly { tab: string }[]) => people.find(({ tab }) => tab === "theirs");
    expect(find((await stream.until("presence", ({ people }) => people.length === 2)).people)).toEqual({
      tab: "theirs",
      userId: fixture.admin.userId,
      name: fixture.admin.name,
      itemId: null,
    });
    // Its word may go to either instance, wherever its stream is.
    await postPresence(at(writer, readingAsk()), "theirs", text);
    expect(find((await stream.until("presence", ({ people }) => people.some(({ itemId }) => itemId === text))).people)).toMatchObject({ itemId: text });
    await other.until("presence", ({ people }) => people.some(({ itemId }) => itemId === text));
    await postPresence(at(writer, writingAsk()), "theirs", null);
    await stream.until("presence", ({ people }) => people.length === 2 && people.every(({ itemId }) => itemId === null));
    other.close();
  });
});

test("a tab that closes at the other instance is gone here", async () => {
  const stream = await open(reader, "mine");
  const other = await open({ ...writer, ask: there }, "theirs");
  await stream.until("presence", ({ people }) => people.length === 2);
  other.close();
  expect((await stream.until("presence", ({ people }) => people.length === 1)).people[0]?.tab).toBe("mine");
});

test("updates saved at both instances at once reach both screens whole", async () => {
  const [here, elsewhere] = [await open(reader, "a"), await open({ ...reader, ask: there }, "b")];
  const [text1, text2] = items.filter((item) => item.kind === "text").map(({ id }) => id) as [string, string];
  const write = async (screen: Screen, itemId: string) => {
    const client = await Client.open(context, TOOL);
    for (let count = 1; count <= 15; count++) await save(screen, client.answer(itemId, `${count}`));
  };
  await Promise.all([write(writer, text1), write({ ...writer, ask: there }, text2)]);
  for (const stream of [here, elsewhere]) {
    const doc = createDocument(items);
    const seqs: number[] = [];
    while (seqs.at(-1) !== 30) {
      const { seq, update } = await stream.until("update");
      seqs.push(seq);
      applyUpdate(doc, Buffer.from(update, "base64"));
      expect(doc.store.pendingStructs).toBeNull();
    }
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    expect(readAnswers(doc, items)).toMatchObject({ [text1]: "15", [text2]: "15" });
  }
});

test("what is announced here is heard there", async () => {
  const stream = await open({ ...reader, ask: there });
  await stream.until("presence");
  publishChange(context, refTo(TOOL), "notes");
  expect(await stream.until("changed")).toEqual({ what: "notes" });
});

test("signing out here ends streams there", async () => {
  const sid = await createSession(member.userId);
  const stream = await open({ ...reader, cookie: await cookieOf(sid), ask: there });
  await stream.until("presence");
  await revokeSessionById(sid);
  expect(await stream.until("bye")).toEqual({ reason: "signed-out" });
});

test("a screen misses nothing while its instance's listening connection is cut", async () => {
  const stream = await open(reader);
  const client = await Client.open(context, TOOL);
  const elsewhere = { ...writer, ask: there };
  await save(elsewhere, client.answer(text, "0"));
  await stream.until("update");
  const listeners = () => query<{ pid: number }>(owner(), "select pid from pg_stat_activity where application_name = 'workbook live' and datname = current_database()");
  for (let round = 1; round <= 5; round++) {
    const before = await listeners();
    for (const { pid } of before) await query(owner(), "select pg_terminate_backend($1, 5000)", [pid]);
    const seq = await save(elsewhere, client.answer(text, `${round}`));
    await stream.until("update", (update) => update.seq === seq);
  }
});

test("what is announced while no connection of the sender lives is sent once there is one", async () => {
  const stream = await open({ ...reader, ask: there });
  await stream.until("presence");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await query(owner(), "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = 'app_rt'");
  publishChange(context, refTo(TOOL), "status");
  await stream.until("changed", ({ what }) => what === "status");
  warn.mockRestore();
});
