import { beforeAll, describe, expect, test } from "vitest";
import { applyUpdate } from "yjs";
import { GET as events } from "@/app/api/teams/[teamId]/tools/[number]/events/route";
import { GET, POST } from "@/app/api/teams/[teamId]/tools/[number]/updates/route";
import { getTool } from "@/tests/support/tools";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { PROTOCOL_HEADER, PROTOCOL_PARAMETER, PROTOCOL_VERSION, SEQ_HEADER } from "@/lib/sync/protocol";
import { toolItems } from "@/lib/domain/tool/items";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { addToTeam, type AgencyFixture, createAgencyFixture, createPerson, signInCookie, teamContext } from "../support/people";
import { Client, storedRows } from "../support/responses";

const ORIGIN = "http://localhost:3000";
const items = toolItems(getTool(1));
const text = items.find((item) => item.kind === "text")?.id as string;

let fixture: AgencyFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  cookie = await signInCookie(fixture.admin);
});

interface Call {
  readonly teamId?: string;
  readonly number?: string;
  readonly cookie?: string | null;
  readonly origin?: string | null;
  /** Whose changes they are, when the browser says so. */
  readonly user?: string;
  /** The version of the protocol that the page names. */
  readonly version?: string;
}

function call(method: "GET" | "POST", body: BodyInit | null, { teamId = fixture.teamId, number = "1", ...more }: Call, query = "") {
  const headers = new Headers({ "content-type": "application/octet-stream" });
  const sent = more.cookie === undefined ? cookie : more.cookie;
  const origin = more.origin === undefined ? ORIGIN : more.origin;
  if (sent) headers.set("cookie", sent);
  if (origin) headers.set("origin", origin);
  if (more.user) headers.set("workbook-user", more.user);
  if (more.version !== undefined) headers.set(PROTOCOL_HEADER, more.version);
  const request = new Request(`${ORIGIN}/api/teams/${teamId}/tools/${number}/updates${query}`, {
    method,
    headers,
    ...(body === null ? {} : { body, duplex: "half" }),
  } as RequestInit);
  return (method === "GET" ? GET : POST)(request, { params: Promise.resolve({ teamId, number }) });
}

const post = (update: Uint8Array, more: Call = {}) => call("POST", update as Uint8Array<ArrayBuffer>, more);
const get = (after: string, more: Call = {}) => call("GET", null, more, `?after=${after}`);

function listen(version: string): Promise<Response> {
  const url = `${ORIGIN}/api/teams/${fixture.teamId}/tools/1/events?after=0&tab=t&${PROTOCOL_PARAMETER}=${version}`;
  return events(new Request(url, { headers: { cookie } }), { params: Promise.resolve({ teamId: fixture.teamId, number: "1" }) });
}

async function edit(words: string): Promise<Uint8Array> {
  return (await Client.open(await teamContext(fixture.admin, fixture.teamId), 1)).answer(text, words);
}

test("what one person sends, another fetches", async () => {
  const response = await post(await edit("Sent."));
  expect([response.status, response.headers.get("cache-control")]).toEqual([204, "no-store, no-transform"]);
  const seq = Number(response.headers.get(SEQ_HEADER));
  const member = await signInCookie(await addToTeam(fixture, "member"));
  const news = (await (await get("0", { cookie: member })).json()) as { seq: number; update: string };
  const doc = createDocument(items);
  applyUpdate(doc, Buffer.from(news.update, "base64"));
  expect(news.seq).toBe(seq);
  expect(readAnswers(doc, items)[text]).toContain("Sent.");
  expect(await (await get(String(seq), { cookie: member })).json()).toEqual({ seq, update: "" });
});

describe("refused, with nothing written", () => {
  async function expectStatus(response: Promise<Response>, status: number): Promise<Record<string, unknown>> {
    const before = await storedRows();
    const got = await response;
    expect(got.status).toBe(status);
    expect(await storedRows()).toEqual(before);
    const body = (await got.json()) as Record<string, unknown>;
    expect(body.message).toMatch(/\.$/);
    return body;
  }

  test("when signed out", async () => {
    await expectStatus(post(await edit("a"), { cookie: null }), 401);
    await expectStatus(get("0", { cookie: null }), 401);
  });

  test("when somebody else has signed in since the changes were made", async () => {
    const member = await addToTeam(fixture, "member");
    await expectStatus(post(await edit("g"), { user: member.userId }), 401);
    expect((await post(await edit("g"), { user: fixture.admin.userId })).status).toBe(204);
  });

  test.each([["another site", "https://elsewhere.example"], ["nowhere", "null"], ["no origin at all", null]])(
    "when it comes from %s",
    async (_what, origin) => {
      await expectStatus(post(await edit("b"), { origin }), 403);
    },
  );

  test("for another agency's team exactly as for a team or a tool that never was", async () => {
    const other = await createAgencyFixture("Hillside Fire Department");
    const bodies: unknown[] = [];
    for (const more of [{ teamId: other.teamId }, { teamId: crypto.randomUUID() }, { teamId: "x" }, { number: "14" }, { number: "01" }]) {
      bodies.push(await expectStatus(post(await edit("c"), more), 404), await expectStatus(get("0", more), 404));
    }
    const [first, ...others] = bodies;
    for (const body of others) expect(body).toEqual(first);
  });

  test("when the page is of a version that is no longer spoken, or of one that this instance does not know yet", async () => {
    for (const version of ["0", "x"]) {
      expect(await expectStatus(post(await edit("v"), { version }), 409)).toMatchObject({ error: "refresh" });
      expect(await expectStatus(get("0", { version }), 409)).toMatchObject({ error: "refresh" });
      expect(await expectStatus(listen(version), 409)).toMatchObject({ error: "refresh" });
    }
    const newer = String(PROTOCOL_VERSION + 1);
    for (const answer of [post(await edit("v"), { version: newer }), get("0", { version: newer }), listen(newer)]) await expectStatus(answer, 503);
    expect((await get("0", { version: String(PROTOCOL_VERSION) })).status).toBe(200);
  });

  test("for a viewer who writes; reading is theirs", async () => {
    const viewer = await signInCookie(await addToTeam(fixture, "viewer"));
    await expectStatus(post(await edit("d"), { cookie: viewer }), 403);
    expect((await get("0", { cookie: viewer })).status).toBe(200);
  });

  test("for a partner outside their tools, like a tool that never was", async () => {
    const partner = await signInCookie(await addToTeam(fixture, "partner", [2]));
    const foreign = await expectStatus(post(await edit("e"), { cookie: partner }), 404);
    expect(await expectStatus(post(await edit("e"), { cookie: partner, number: "99" }), 404)).toEqual(foreign);
    await expectStatus(get("0", { cookie: partner }), 404);
    expect((await get("0", { cookie: partner, number: "2" })).status).toBe(200);
  });

  test("for someone who is in no agency", async () => {
    const stranger = await signInCookie(await createPerson());
    await expectStatus(post(await edit("f"), { cookie: stranger }), 404);
  });

  test("when it is no update", async () => {
    await expectStatus(post(Buffer.from("<html>")), 400);
    await expectStatus(post(new Uint8Array()), 400);
  });

  test("when it passes the limit, without reading to the end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    await expectStatus(call("POST", endless, {}), 413);
    expect(sent).toBeLessThan(2 * UPDATE_MAX_BYTES);
  });

  test("when the sender hangs up half-way", async () => {
    const update = await edit("half");
    const half = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(update.subarray(0, 5));
      },
      pull: (controller) => controller.error(new Error("aborted")),
    });
    await expectStatus(call("POST", half, {}), 400);
  });

  test("when an answer is too long, naming it", async () => {
    const body = await expectStatus(post(await edit("x".repeat(20_001))), 422);
    expect(body).toMatchObject({ error: "invalid-answer", itemId: text });
  });

  test.each(["-1", "1.5", "x", "9007199254740993"])("when asked for what came after “%s”", async (after) => {
    await expectStatus(get(after), 400);
  });
});
