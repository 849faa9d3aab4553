import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AppServers } from "../support/app-servers";
import { RawConnection, rawHead, sendRaw } from "../support/raw-http";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const answer = vi.fn<Answer>();
const servers = new AppServers(answer, "https://workbook.example");

let origin: string;
beforeAll(async () => {
  origin = await servers.start();
});
beforeEach(() => {
  answer.mockReset();
  answer.mockImplementation((_request, response) => void response.end("the app's"));
});
afterAll(() => servers.stop());

const HEADERS = {
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

async function send(line: string, headers: Record<string, string> = {}, body = "") {
  const got = await sendRaw(origin, rawHead(line, headers) + body);
  expect(Object.fromEntries(got?.headers ?? []), line).toMatchObject(HEADERS);
  return got?.status;
}

describe("no answer goes without the security headers:", () => {
  const requests: [what: string, bytes: string, status: number][] = [
    ["the app's", rawHead("GET /", {}), 200],
    ["to a method of WebDAV", rawHead("PROPFIND /", {}), 405],
    ["to TRACE", rawHead("TRACE /", {}), 405],
    ["to CONNECT", rawHead("CONNECT elsewhere.example:443", {}), 405],
    ["to an unknown method", rawHead("BANANA /", {}), 400],
    ["to OPTIONS *", rawHead("OPTIONS *", {}), 400],
    ["to what is no HTTP", "NONSENSE\r\n\r\n", 400],
    ["to HTTP/2 without a word of warning", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["to a header that is none", rawHead("GET /", { "Bad Header": "x" }), 400],
    ["to headers without end", rawHead("GET /", { "X-Much": "x".repeat(20_000) }), 431],
    ["to an address without end", rawHead(`GET /${"x".repeat(20_000)}`, {}), 431],
    ["to two lengths", rawHead("POST /", { "Transfer-Encoding": "chunked", "Content-Length": "3" }), 400],
    ["to an expectation", rawHead("GET /", { Expect: "bananas" }), 417],
    ["without a host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["with two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n", 400],
    ["to a wish to speak otherwise", rawHead("GET /", { Connection: "close, Upgrade", Upgrade: "websocket" }), 200],
  ];
  test.each(requests)("%s", async (_what, bytes, status) => {
    const got = await sendRaw(origin, bytes);
    expect(got?.status).toBe(status);
    expect(Object.fromEntries(got?.headers ?? [])).toMatchObject(HEADERS);
  });

  test("to somebody who never ends the headers", async () => {
    const slow = await RawConnection.open(await servers.start({ headersWithinMs: 50 }));
    await slow.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
    const got = await slow.answer();
    expect(got?.status).toBe(408);
    expect(Object.fromEntries(got?.headers ?? [])).toMatchObject(HEADERS);
  });

  test("however the app sends its head; what it set itself stays", async () => {
    const own = { "Content-Security-Policy": "default-src 'self'" };
    const ways: Answer[] = [
      (_request, response) => void response.writeHead(200, own).end(),
      (_request, response) => void response.writeHead(200, "Fine", Object.entries(own).flat()).end(),
      (_request, response) => void response.setHeader("content-security-policy", "default-src 'self'").end(),
    ];
    for (const way of ways) {
      answer.mockImplementation(way);
      const got = await sendRaw(origin, rawHead("GET /", {}));
      expect(Object.fromEntries(got?.headers ?? [])).toMatchObject({ ...HEADERS, "content-security-policy": "default-src 'self'" });
    }
  });

  test("a script's, whose policy lets it load its own when it runs as a worker", async () => {
    const got = await sendRaw(origin, rawHead("GET /_next/static/chunks/worker.js", {}));
    expect(got?.headers.get("content-security-policy")).toMatch(/^default-src 'self';.* frame-ancestors 'none'$/);
  });

  test("HSTS only where the app is reached over https", async () => {
    const got = await sendRaw(await servers.start({ appUrl: "http://localhost:3000" }), rawHead("GET /", {}));
    expect(got?.headers.has("strict-transport-security")).toBe(false);
    expect(got?.headers.get("x-frame-options")).toBe("DENY");
  });
});

test.each([
  ["the workbook's address", "https://workbook.example", "internal:8080", 200],
  ["this machine", "http://127.0.0.1:3000", "127.0.0.1:3000", 200],
  ["another site", "https://elsewhere.example", "localhost", 403],
  ["nowhere", "null", "localhost", 403],
  ["a site whose name was pointed here", "http://elsewhere.example", "elsewhere.example", 403],
])("a server action that comes from %s", async (_what, origin, host, status) => {
  expect(await send("POST /", { Origin: origin, Host: host, "Next-Action": "00", "Content-Length": "2" }, "[]")).toBe(status);
  expect(answer).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
});

test("somebody who hangs up on a refusal, at once or later, leaves the server as it was", async () => {
  for (const bytes of [rawHead("CONNECT elsewhere.example:443", {}), "NONSENSE\r\n\r\n", rawHead("GET /%ff", {}), rawHead("POST /", { "Content-Length": "300000" })]) {
    const connection = await RawConnection.open(origin);
    await connection.write(bytes);
    connection.reset();
  }
  expect(await send("GET /")).toBe(200);
});

describe("refused before the app sees it:", () => {
  const deep = (levels: number): string => (levels === 0 ? '["",{}]' : `["a",{"a":${deep(levels - 1)}}]`);
  test.each<[what: string, line: string, headers: Record<string, string>]>([
    ["an address with broken encoding", "GET /%ff", {}],
    ["an address with half a sign", "GET /guide/elements/%e0%a4%a", {}],
    ["an address with a null", "GET /%00", {}],
    ["a query with a null", "GET /sign-in?email=%00", {}],
    ["an address of elsewhere in absolute form", "GET http://elsewhere.example/", {}],
    ["an address in absolute form that is none", "GET http://[", {}],
    ["an address of another kind", "GET ftp://localhost/", {}],
    ["an empty host", "GET /", { Host: "" }],
    ["a host that is none", "GET /", { Host: "a b@c/d?e" }],
    ["a host without end", "GET /", { Host: "x".repeat(9_000) }],
    ["a router's state that is none", "GET /", { "Next-Router-State-Tree": "xx" }],
    ["a router's state in broken encoding", "GET /", { "Next-Router-State-Tree": "%ff" }],
    ["a router's state of another shape", "GET /", { "Next-Router-State-Tree": "null" }],
    ["a router's state without end", "GET /", { "Next-Router-State-Tree": deep(1_000) }],
    ["a router's state nested deeper than any page", "GET /", { "Next-Router-State-Tree": deep(60) }],
    ["an origin that is none", "POST /", { Origin: "http://[" }],
  ])("%s", async (_what, line, headers) => {
    expect(await send(line, headers)).toBe(400);
    expect(answer).not.toHaveBeenCalled();
  });

  test.each<[what: string, type: string, body: string]>([
    ["a form in parts without an end", "multipart/form-data; boundary=x", "--x\r\nwords"],
    ["a form in parts without a boundary", "multipart/form-data", "words"],
    ["an action's arguments that are no JSON", "text/plain", "{"],
  ])("%s", async (_what, type, body) => {
    expect(await send("POST /sign-in", { "Content-Type": type, "Next-Action": "00", "Content-Length": String(body.length) }, body)).toBe(400);
    expect(answer).not.toHaveBeenCalled();
  });
});

test("an address in absolute form under the request's own host is read as its path", async () => {
  answer.mockImplementation((request, response) => void response.end(request.url));
  expect((await sendRaw(origin, rawHead("GET http://localhost/sign-in?from=x", {})))?.body).toContain("/sign-in?from=x");
});

test("the app is told the address of the connection, whatever the request says of it", async () => {
  answer.mockImplementation((request, response) => void response.end(String(request.headers["x-workbook-connection"])));
  expect((await sendRaw(origin, rawHead("GET /", { "X-Workbook-Connection": "192.0.2.7" })))?.body).toContain("127.0.0.1");
});

test("parts of a file are not made: Next fails on those it does not have", async () => {
  answer.mockImplementation((request, response) => void response.end(JSON.stringify(request.headers)));
  const got = await sendRaw(origin, rawHead("GET /readiness.png", { Range: "bytes=99999999-", "If-Match": "x", "If-Unmodified-Since": "x" }));
  expect(got?.body).not.toMatch(/range|if-match|if-unmodified/);
});
