import { afterAll, beforeEach, expect, test } from "vitest";
import { GET } from "@/app/api/teams/[teamId]/tools/[number]/events/route";
import { getTool } from "@/tests/support/tools";
import { revokeAllSessions } from "@/lib/platform/auth/session-store";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findHub } from "@/lib/sync/server/hub";
import { toolItems } from "@/lib/domain/tool/items";
import { endInstances, save } from "../support/live";
import { addToTeam, type AgencyFixture, createAgencyFixture, signInCookie, teamContext } from "../support/people";
import { Client } from "../support/responses";

const firstText = (tool: 1 | 2) => toolItems(getTool(tool)).find(({ kind }) => kind === "text")?.id as string;

let fixture: AgencyFixture;
let context: TeamContext;
let writer: { teamId: string; cookie: string };

beforeEach(async () => {
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  writer = { teamId: fixture.teamId, cookie: await signInCookie(fixture.admin) };
});
afterAll(() => endInstances());

const address = (tool: number, tab: string, teamId = fixture.teamId) => `/api/teams/${teamId}/tools/${tool}/events?after=0&tab=${tab}`;

async function ask(cookie: string, others: readonly string[], signal?: AbortSignal): Promise<Response> {
  const url = new URL(address(1, "own"), "http://localhost:3000");
  for (const other of others) url.searchParams.append("with", other);
  const request = new Request(url, { headers: { cookie }, ...(signal ? { signal } : {}) });
  return GET(request, { params: Promise.resolve({ teamId: fixture.teamId, number: "1" }) });
}

/** What comes by the stream, as "place event" (no place: its own). */
async function* read({ body }: Response): AsyncGenerator<{ name: string; data: string }> {
  let text = "";
  for await (const piece of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
    const blocks = (text + piece).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = block.match(/^data: .*/gm)?.map((line) => line.slice(6)) ?? [];
      const event = /^event: (.*)/m.exec(block)?.[1];
      if (event) yield { name: [...data.slice(0, -1), event].join(" "), data: data.at(-1) ?? "" };
    }
  }
}

async function until(events: AsyncGenerator<{ name: string; data: string }>, name: string): Promise<string> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`The stream ended before “${name}”`);
    if (value.name === name) return value.data;
  }
}

test("one stream brings the events of several tools, each marked with its place; presence and saves as if alone", async () => {
  const gone = new AbortController();
  const events = read(await ask(writer.cookie, [address(2, "second")], gone.signal));
  await until(events, "hello");
  await until(events, "0 hello");
  const client = await Client.open(context, 2);
  await save({ ...writer, toolNumber: 2 }, client.answer(firstText(2), "Second tool."));
  expect(JSON.parse(await until(events, "0 update"))).toMatchObject({ seq: 1, itemIds: [firstText(2)] });
  const other = await Client.open(context, 1);
  await save(writer, other.answer(firstText(1), "First tool."));
  expect(JSON.parse(await until(events, "update"))).toMatchObject({ seq: 1, itemIds: [firstText(1)] });
  gone.abort();
  await expect.poll(() => findHub()?.countStreamsOf(fixture.admin.userId)).toBe(0);
});

test("what a person may not open is refused in its place, without a word of whether it is there", async () => {
  const foreign = await createAgencyFixture();
  const partner = await addToTeam(fixture, "partner", [1]);
  const gone = new AbortController();
  const others = [address(2, "unshared"), address(1, "foreign", foreign.teamId), address(99, "nowhere"), address(1, "again")];
  const events = read(await ask(await signInCookie(partner), others, gone.signal));
  expect(await until(events, "0 refused")).toBe("{}");
  expect(await until(events, "1 refused")).toBe("{}");
  expect(await until(events, "2 refused")).toBe("{}");
  await until(events, "3 hello");
  gone.abort();
});

test("all of it ends with the session", async () => {
  const events = read(await ask(writer.cookie, [address(2, "second")]));
  await until(events, "0 hello");
  await revokeAllSessions(fixture.admin.userId);
  findHub()?.recheck(fixture.admin.userId);
  const ends = new Set<string>();
  for await (const { name } of events) if (name.endsWith("bye")) ends.add(name);
  expect([...ends].sort()).toEqual(["0 bye", "bye"]);
});

test.each([["an address of something else", ["/api/teams"]], ["more than anybody has open", Array.from({ length: 20 }, () => "/api/teams/t/tools/1/events?")]])(
  "%s is refused",
  async (_, others) => {
    expect((await ask(writer.cookie, others)).status).toBe(400);
  },
);
