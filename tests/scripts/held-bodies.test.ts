import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { FORM_MAX_BYTES } from "@/app/api/teams/[teamId]/import/team-import";
import { ACTION_MAX_BYTES } from "@/lib/platform/http/action-max-bytes.mjs";
import { hasFewParts } from "@/lib/platform/http/few-parts";
import { readBytes } from "@/lib/platform/http/read-bytes";
import { EVIDENCE_FILE_MAX_BYTES, UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { bodyLimit } from "@/scripts/lib/server/body-limits.mjs";
import { AppServers } from "../support/app-servers";
import { RawConnection, rawHead, sendRaw } from "../support/raw-http";

const answer = vi.fn<(request: IncomingMessage, response: ServerResponse) => void>();
const servers = new AppServers(answer, "http://localhost:3000");

let origin: string;
beforeAll(async () => {
  origin = await servers.start();
});
beforeEach(() => {
  answer.mockReset();
  answer.mockImplementation((request, response) => {
    void readBytes({ body: request }, 64 * 1024 * 1024).then((bytes) => response.end(`${bytes.length} bytes`));
  });
});
afterAll(() => servers.stop());

const head = (path: string, length: number, more: Record<string, string> = {}) =>
  rawHead(`POST ${path}`, { "Content-Length": String(length), "Content-Type": "application/x-www-form-urlencoded", ...more });

const MB = 1024 * 1024;

/** Whoever still sends when the answer comes may lose it with the connection (RFC 9112, 9.6), on a busy machine above all: then it is asked once more. */
async function askTwice(ask: () => Promise<Response>): Promise<Response> {
  return ask().catch((error: unknown) => {
    if ((error as { cause?: { code?: string } }).cause?.code !== "ECONNRESET") throw error;
    return ask();
  });
}

describe("a body that is too large is refused before anybody parses it:", () => {
  test.each([
    ["30 MB to a page", "/", 30 * MB],
    ["30 MB to an action", "/teams/x/tools/1", 30 * MB],
    ["one byte more than Next takes of an action", "/teams/x/tools/1", ACTION_MAX_BYTES + 1],
    ["30 MB to a route that takes none", "/api/health", 30 * MB],
    ["17 KB to the sign-in", "/api/auth/callback/password", 17 * 1024],
  ])("%s", async (_what, path, size) => {
    const response = await askTwice(() => fetch(`${origin}${path}`, { method: "POST", body: new Uint8Array(size) }));
    expect(response.status).toBe(413);
    expect(answer).not.toHaveBeenCalled();
  });

  test("at its stated length already", async () => {
    const connection = await RawConnection.open(origin);
    await connection.write(head("/", 30 * MB));
    expect((await connection.answer())?.status).toBe(413);
    expect(answer).not.toHaveBeenCalled();
  });

  test("also one that does not say how long it will be", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if ((sent += MB) > 30 * MB) controller.close();
        else controller.enqueue(new Uint8Array(MB));
      },
    });
    const response = await fetch(`${origin}/`, { method: "POST", body: endless, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect(answer).not.toHaveBeenCalled();
  });

  test("and nobody who asks first is told to go on", async () => {
    const got = await sendRaw(origin, head("/", 30 * MB, { Expect: "100-continue" }));
    expect(got?.status).toBe(413);
  });
});

test("what the routes for saves, files and imports take goes through to them, and what is more too: they say it in their own words", async () => {
  const item = "/api/teams/t/tools/1/items/i/files";
  for (const [path, size] of [
    ["/teams/x/tools/1", ACTION_MAX_BYTES],
    ["/api/teams/t/tools/1/updates", UPDATE_MAX_BYTES],
    ["/api/teams/t/tools/1/updates", UPDATE_MAX_BYTES + 1],
    ["/api/teams/t/tools/1/presence", 1024],
    [item, EVIDENCE_FILE_MAX_BYTES],
    [item, EVIDENCE_FILE_MAX_BYTES + 1],
    ["/api/teams/t/import", FORM_MAX_BYTES + 1],
  ] as const) {
    const response = await fetch(`${origin}${path}`, { method: "POST", body: new Uint8Array(size) });
    expect([response.status, await response.text()], path).toEqual([200, `${size} bytes`]);
  }
  expect(bodyLimit({ method: "DELETE", url: item }).isRefusedAbove).toBe(true);
});

test("a request is handed on when its body is whole, not before", async () => {
  const connection = await RawConnection.open(origin);
  await connection.write(head("/sign-in", 8));
  await connection.write("half");
  // A later request of somebody else is answered meanwhile.
  expect((await fetch(`${origin}/other`)).status).toBe(200);
  expect(answer.mock.calls.map(([{ url }]) => url)).toEqual(["/other"]);
  await connection.write("full");
  expect((await connection.answer())?.body).toContain("8 bytes");
});

test("a body in many pieces arrives as it was sent", async () => {
  answer.mockImplementation((request, response) => {
    void readBytes({ body: request }, MB).then((bytes) => response.end(Buffer.from(bytes as Uint8Array).toString()));
  });
  const connection = await RawConnection.open(origin);
  await connection.write(rawHead("POST /sign-in", { "Transfer-Encoding": "chunked" }));
  for (const piece of ["one ", "two ", "three"]) await connection.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
  await connection.write("0\r\n\r\n");
  expect((await connection.answer())?.body).toContain("one two three");
});

describe("a form to import from", () => {
  const form = (parts: number) => Buffer.from(`${"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(parts)}--x--\r\n`);
  test.each([
    ["of three parts", "multipart/form-data; boundary=x", form(3), true],
    ["with a quoted boundary", 'multipart/form-data; charset=utf-8; boundary="x"', form(8), true],
    ["of a million parts", "multipart/form-data; boundary=x", form(1_000_000), false],
    ["of nine parts", "multipart/form-data; boundary=x", form(9), false],
    ["of 30 MB in one line", "application/x-www-form-urlencoded", Buffer.alloc(30 * MB, "a=1&"), false],
    ["of a kind it does not name", null, form(1), false],
  ])("%s", (_what, type, bytes, isTaken) => {
    expect(hasFewParts(type, bytes, 8)).toBe(isTaken);
  });
});

test("many bodies that have come whole take no place, however long their answers take", async () => {
  const few = await servers.start({ bodiesPerSource: 1 });
  const waiting: ServerResponse[] = [];
  answer.mockImplementation((_request, response) => void waiting.push(response));
  const asked = [1, 2, 3].map(() => fetch(`${few}/sign-in`, { method: "POST", body: "words" }));
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  for (const response of waiting) response.end();
  for (const response of asked) expect((await response).status).toBe(200);
});

describe("a body that comes too slowly", () => {
  const pace = { graceMs: 100, bytesPerSecond: 1024 * 1024 };

  test("is cut, and its sender told", async () => {
    const connection = await RawConnection.open(await servers.start({ pace }));
    await connection.write(head("/sign-in", 8));
    await connection.write("half");
    expect((await connection.answer())?.status).toBe(408);
    expect(answer).not.toHaveBeenCalled();
  });

  test("is cut while a route reads it too", async () => {
    answer.mockImplementation((request, response) => {
      void readBytes({ body: request }, MB, pace).then((bytes) => response.writeHead(408, { Connection: "close" }).end(String(bytes)));
    });
    const connection = await RawConnection.open(origin);
    await connection.write(head("/api/teams/t/import", MB));
    await connection.write("half");
    const got = await connection.answer();
    expect([got?.status, got?.body]).toEqual([408, expect.stringContaining("too-slow")]);
  });

  test("may take its time as long as it keeps the pace", async () => {
    expect(await readBytes({ body: new Blob(["whole"]).stream() as unknown as AsyncIterable<Uint8Array> }, MB, pace)).toHaveLength(5);
  });
});

test("bodies under way from one address are so many at most; when one has come the next is taken", async () => {
  const few = await servers.start({ bodiesPerSource: 2 });
  const held = [await RawConnection.open(few), await RawConnection.open(few)];
  for (const connection of held) await connection.write(head("/sign-in", 8));
  const refused = await fetch(`${few}/sign-in`, { method: "POST", body: "words" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "10"]);
  await held[0]?.write("complete");
  expect((await held[0]?.answer())?.status).toBe(200);
  expect((await fetch(`${few}/sign-in`, { method: "POST", body: "words" })).status).toBe(200);
});

test.each([
  ["behind a proxy that is trusted, whoever sends slowly takes their own places alone", 1, "192.0.2.1", "192.0.2.1", "192.0.2.2"],
  ["all addresses of one IPv6 network are one sender", 1, "2001:db8:7:7::1", "2001:db8:7:7:9::2", "2001:db8:7:8::1"],
])("%s", async (_what, trustedProxies, slow, same, other) => {
  const few = await servers.start({ bodiesPerSource: 1, trustedProxies });
  const connection = await RawConnection.open(few);
  await connection.write(rawHead("POST /sign-in", { Host: new URL(few).host, "X-Forwarded-For": slow, "Content-Length": "8" }));
  const send = async (from: string) => (await fetch(`${few}/sign-in`, { method: "POST", body: "words", headers: { "X-Forwarded-For": from } })).status;
  expect([await send(same), await send(other)]).toEqual([503, 200]);
  connection.hangUp();
});

test("somebody who hangs up half-way is forgotten", async () => {
  const few = await servers.start({ bodiesPerSource: 1 });
  const connection = await RawConnection.open(few);
  await connection.write(head("/sign-in", 8));
  connection.hangUp();
  await vi.waitFor(async () => expect((await fetch(`${few}/sign-in`, { method: "POST", body: "words" })).status).toBe(200));
});
