import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyUpdate } from "yjs";
import { getTool, keysOf, refTo } from "@/tests/support/tools";
import { RATES } from "@/lib/platform/rates/rates";
import { MOST_TABS_PER_PERSON } from "@/lib/sync/server/presence";
import { MOST_STREAMS_PER_PERSON } from "@/lib/screens/screens";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createSession, revokeAllSessions, revokeSessionById } from "@/lib/platform/auth/session-store";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { leaveTeam, removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { publishChange } from "@/lib/sync/server/publish";
import { findHub } from "@/lib/sync/server/hub";
import { BUFFER_MAX_BYTES } from "@/lib/sync/server/live-stream";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../support/database";
import { askForEvents, askHere, endInstances, OpenStream, post, postPresence, save } from "../support/live";
import { addToTeam, agencyContext, type AgencyFixture, cookieOf, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";
import { Client } from "../support/responses";

const TOOL = 1;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;

let fixture: AgencyFixture;
let teamId: string;
let context: TeamContext;
let writer: { teamId: string; cookie: string };
let member: Person;
let reader: { teamId: string; cookie: string };
const streams: OpenStream[] = [];

beforeEach(async () => {
  fixture = await createAgencyFixture();
  teamId = fixture.teamId;
  context = await teamContext(fixture.admin, teamId, "response:edit");
  member = await addToTeam(fixture, "member");
  writer = { teamId, cookie: await signInCookie(fixture.admin) };
  reader = { teamId, cookie: await signInCookie(member) };
});

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => endInstances());

async function open(options: Parameters<typeof OpenStream.open>[0] = reader): Promise<OpenStream> {
  const stream = await OpenStream.open(options);
  streams.push(stream);
  return stream;
}

describe("a save", () => {
  test("reaches an open screen with its number, its writer's name and its items", async () => {
    const stream = await open();
    expect(await stream.next()).toEqual({ name: "hello", data: { seq: 0 }, id: null });
    const client = await Client.open(context, TOOL);
    await save(writer, client.answer(text, "Live."));
    const got = await stream.until("update");
    expect(got).toMatchObject({ seq: 1, by: { userId: fixture.admin.userId, name: "Avery Admin" }, itemIds: [text] });
    const doc = createDocument(items);
    applyUpdate(doc, Buffer.from(got.update, "base64"));
    expect(readAnswers(doc, items)[text]).toBe("Live.");
  });

  test("reaches it in order, each number once, also while the screen is still opening", async () => {
    const client = await Client.open(context, TOOL);
    const opening = open();
    for (let count = 1; count <= 20; count++) await save(writer, client.answer(text, `${count}`));
    const stream = await opening;
    const seqs: number[] = [];
    const doc = createDocument(items);
    while (seqs.at(-1) !== 20) {
      const { seq, update } = await stream.until("update");
      seqs.push(seq);
      applyUpdate(doc, Buffer.from(update, "base64"));
      expect(doc.store.pendingStructs).toBeNull();
    }
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    expect(readAnswers(doc, items)[text]).toBe("20");
  });

  test("made by the server itself reaches open screens too", async () => {
    const stream = await open();
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Restored." });
    expect(await stream.until("update")).toMatchObject({ seq: 1, itemIds: [text] });
  });

  test("that changes nothing is not sent", async () => {
    const stream = await open();
    const client = await Client.open(context, TOOL);
    const update = client.answer(text, "Once.");
    await save(writer, update);
    await save(writer, update);
    await save(writer, client.answer(text, "Twice."));
    expect((await stream.until("update")).seq).toBe(1);
    expect((await stream.until("update")).seq).toBe(2);
  });

  test("to another agency's, another team's or another tool's copy never arrives", async () => {
    const stream = await open();
    const elsewhere = await createAgencyFixture("Hillside Fire Department");
    const foreign = await teamContext(elsewhere.admin, elsewhere.teamId, "response:edit");
    await updateAnswersAsServer(foreign, refTo(TOOL), { [text]: "Not yours." });
    const other = toolItems(getTool(8)).find((item) => item.kind === "text")?.id as string;
    await updateAnswersAsServer(context, refTo(8), { [other]: "Other tool." });
    publishChange(foreign, refTo(TOOL), "notes");
    publishChange(context, refTo(8), "notes");
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Yours." });
    const seen: unknown[] = [];
    for (let event = await stream.next(); event; event = await stream.next()) {
      if (event.name !== "presence" && event.name !== "hello") seen.push([event.name, (event.data as { seq?: number }).seq]);
      if (event.name === "update") break;
    }
    expect(seen).toEqual([["update", 1]]);
  });
});

describe("a screen that reconnects", () => {
  test("gets what it missed and nothing else; Last-Event-ID beats the address", async () => {
    const client = await Client.open(context, TOOL);
    for (const words of ["A", "B", "C"]) await save(writer, client.answer(text, words));
    const missedTwo = await open({ ...reader, after: 1 });
    expect(await missedTwo.until("hello")).toEqual({ seq: 1 });
    expect(await missedTwo.next()).toMatchObject({ name: "update", id: "3", data: { seq: 3 } });
    const missedNone = await open({ ...reader, after: 0, lastEventId: 3, tab: "tab-2" });
    expect(await missedNone.until("hello")).toEqual({ seq: 3 });
    expect((await missedNone.next())?.name).toBe("presence");
    await save(writer, client.answer(text, "D"));
    expect((await missedTwo.until("update")).seq).toBe(4);
    expect((await missedNone.until("update")).seq).toBe(4);
  });

  test("is told where it stands when it is ahead of the database", async () => {
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "A" });
    const stream = await open({ ...reader, after: 99 });
    expect(await stream.until("hello")).toEqual({ seq: 1 });
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "B" });
    expect((await stream.until("update")).seq).toBe(2);
  });

  test("is not kept for a request without a body", async () => {
    const response = await askHere(`/api/teams/${teamId}/tools/${TOOL}/events?tab=t`, { method: "HEAD", headers: { cookie: reader.cookie } });
    expect([response.status, response.body]).toEqual([200, null]);
    expect(findHub()?.findToolRoom({ ...context, about: { kind: "tool", toolRef: refTo(TOOL) } })).toBeUndefined();
  });

  test.each(["-1", "1.5", "x"])("is refused with “%s” for a number", async (after) => {
    expect((await askForEvents({ ...reader, after: after as never })).status).toBe(400);
  });
});

describe("a stream ends", () => {
  test("with goodbye when its person signs out", async () => {
    const sid = await createSession(member.userId);
    const stream = await open({ teamId, cookie: await cookieOf(sid) });
    const other = await open({ ...reader, tab: "tab-2" });
    await revokeSessionById(sid);
    expect(await stream.until("bye")).toEqual({ reason: "signed-out" });
    expect(await stream.next()).toBeNull();
    await revokeAllSessions(member.userId);
    expect(await other.until("bye")).toEqual({ reason: "signed-out" });
  });

  test.each<[string, (person: Person) => Promise<void>]>([
    ["is removed from the team", (person) => removeTeamMember(context, person.userId)],
    ["leaves the team", async (person) => leaveTeam(await teamContext(person, teamId))],
    ["is removed from the agency", async (person) => removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), person.userId)],
    ["loses the tool", (person) => updateTeamMember(context, { userId: person.userId, role: "partner", toolKeys: keysOf(2) })],
  ])("with goodbye when its person %s, and nothing saved later arrives", async (_what, act) => {
    const stream = await open();
    await act(member);
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Afterwards." });
    const names: string[] = [];
    for (let event = await stream.next(); event; event = await stream.next()) names.push(event.name);
    expect(names.at(-1)).toBe("bye");
  });

  test("cut off when its reader is too slow, which then catches up", async () => {
    const slow = await open();
    const size = 200_000;
    const room = findHub()?.findToolRoom({ ...context, about: { kind: "tool", toolRef: refTo(TOOL) } });
    const stream = [...(room?.streams ?? [])][0];
    if (!stream) throw new Error("no stream is open");
    for (let sent = 0; sent <= BUFFER_MAX_BYTES; sent += size) stream.send(new Uint8Array(size));
    stream.send(new Uint8Array(1));
    await expect(slow.until("update")).rejects.toThrow("cut");
    expect(room?.streams.size).toBe(0);
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Meanwhile." });
    expect((await (await open({ ...reader, lastEventId: 0 })).until("update")).seq).toBe(1);
  });

  test("when the browser goes, and leaves nothing behind", async () => {
    const stream = await open();
    await stream.until("hello");
    expect(findHub()?.findToolRoom({ ...context, about: { kind: "tool", toolRef: refTo(TOOL) } })).toBeDefined();
    stream.close();
    expect(findHub()?.findToolRoom({ ...context, about: { kind: "tool", toolRef: refTo(TOOL) } })).toBeUndefined();
  });
});

test("a person may open so many screens and no more, until one is closed", async () => {
  const opened = await Promise.all(Array.from({ length: MOST_STREAMS_PER_PERSON }, (_, tab) => open({ ...reader, tab: `tab-${tab}` })));
  const refused = await askForEvents({ ...reader, tab: "one-more" });
  expect([refused.status, ((await refused.json()) as { message: string }).message]).toEqual([429, expect.stringContaining("many places")]);
  expect((await open({ ...writer, tab: "someone-else" })) instanceof OpenStream).toBe(true);
  opened[0]?.close();
  await open({ ...reader, tab: "one-more" });
});

test("open screens hear that notes or the tool's status changed", async () => {
  const stream = await open();
  publishChange(context, refTo(TOOL), "status");
  expect(await stream.until("changed")).toEqual({ what: "status" });
});

describe("presence", () => {
  const at = (tab: string, person: { userId: string; name: string }, itemId: string | null = null) => ({ tab, userId: person.userId, name: person.name, itemId });

  test("shows every open tab with its person's name and where they are, the reader's own included", async () => {
    const stream = await open({ ...reader, tab: "mine" });
    expect(await stream.until("presence")).toEqual({ people: [at("mine", member)] });
    const second = await open({ ...writer, tab: "theirs" });
    expect((await stream.until("presence")).people).toEqual([at("mine", member), at("theirs", fixture.admin)]);
    await postPresence(writer, "theirs", text);
    expect((await stream.until("presence")).people).toContainEqual(at("theirs", fixture.admin, text));
    second.close();
    expect((await stream.until("presence")).people).toEqual([at("mine", member)]);
  });

  test("shows who can only ask, once they have asked", async () => {
    const stream = await open({ ...reader, tab: "mine" });
    expect(await postPresence(writer, "asking", text)).toContainEqual(at("asking", fixture.admin, text));
    expect((await stream.until("presence", ({ people }) => people.length === 2)).people).toContainEqual(at("asking", fixture.admin, text));
  });

  test("of somebody who makes up tabs stays short, and pauses them in words", async () => {
    const stream = await open({ ...reader, tab: "mine" });
    await stream.until("presence");
    const statuses = new Map<number, number>();
    let refused: Response | undefined;
    for (let number = 0; number < 400; number += 1) {
      const response = await post(writer, "presence", JSON.stringify({ tab: `made-up-${number}`, itemId: null }));
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status === 429) refused ??= response;
    }
    expect(statuses.get(200)).toBeGreaterThanOrEqual(RATES.presence.person.limit);
    expect(statuses.get(429)).toBeGreaterThan(100);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused?.json()).toEqual({ error: "too-many", message: expect.stringMatching(/^You moved .+ Please wait/) });
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Afterwards." });
    for (let event = await stream.next(); event?.name !== "update"; event = await stream.next()) {
      if (event?.name === "presence") expect(event.data.people.length).toBeLessThanOrEqual(1 + MOST_TABS_PER_PERSON);
    }
  });

  test("lets nobody speak for another person's tab", async () => {
    const stream = await open({ ...reader, tab: "mine" });
    await postPresence(writer, "mine", text);
    const { people } = await stream.until("presence", (presence) => presence.people.length === 2);
    expect(people).toContainEqual(at("mine", member));
  });

  test.each([
    ["an item of another tool", JSON.stringify({ tab: "t", itemId: "t9-nothing" }), 422],
    ["a tab's name with spaces", JSON.stringify({ tab: "a b", itemId: null }), 400],
    ["something that is not asked for", JSON.stringify({ tab: "t", itemId: null, name: "Chief" }), 400],
    ["no JSON", "{", 400],
    ["a book", JSON.stringify({ tab: "t", itemId: "x".repeat(5000) }), 400],
  ])("refuses %s", async (_what, body, status) => {
    expect((await post(reader, "presence", body)).status).toBe(status);
  });

  test("of a tool that a partner was not given is not theirs to see", async () => {
    const partner = { teamId, cookie: await signInCookie(await addToTeam(fixture, "partner", [2])) };
    expect((await post(partner, "presence", JSON.stringify({ tab: "t", itemId: null }))).status).toBe(404);
    expect((await askForEvents(partner)).status).toBe(404);
    expect((await post({ ...partner, toolNumber: 2 }, "presence", JSON.stringify({ tab: "t", itemId: null }))).status).toBe(200);
  });
});

test("neither an open screen nor asking who is there puts off the idle limit", async () => {
  const owner = process.env.DATABASE_OWNER_URL as string;
  await query(owner, "update session set last_seen_at = now() - interval '20 minutes' where user_id = $1", [member.userId]);
  const lastSeen = () => query(owner, "select last_seen_at from session where user_id = $1", [member.userId]);
  const before = await lastSeen();
  await (await open()).until("hello");
  await postPresence(reader, "tab-1", null);
  expect(await lastSeen()).toEqual(before);
});
