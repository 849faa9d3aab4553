import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { DATA_HEADERS } from "@/lib/platform/http/data-headers";
import { directAnswer } from "@/lib/platform/http/direct-route";
import { readBytes } from "@/lib/platform/http/read-bytes";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { holdBody } from "@/scripts/lib/server/hold-body.mjs";

const MAX_BYTES = 1_000;
const answerAs = vi.fn<(request: RouteRequest, name: string) => Promise<Response>>();

const answer = directAnswer({
  method: "POST",
  readParams: (url) => {
    const [, name] = /^\/direct\/(\w+)$/.exec(url) ?? [];
    return name ? { name } : null;
  },
  handler: async (request, { params }) => answerAs(request, (await params).name),
});
const server = createServer(async (request, response) => {
  // As the app's own server does with a body of a save.
  if (request.headers["x-held"]) await holdBody(request, 10 * MAX_BYTES);
  if (!answer(request, response)) response.writeHead(404).end("Next's");
});
let origin: string;

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  answerAs.mockReset();
});

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: "POST", body, headers });

/** What the size of the body comes to. */
async function measure(request: RouteRequest): Promise<Response> {
  const bytes = await readBytes(request, MAX_BYTES);
  if (typeof bytes === "string") return Response.json({ bytes }, { status: 413 });
  return Response.json({ bytes: bytes.byteLength });
}

test("the handler is given the parameters, method, address, headers and body of the request", async () => {
  answerAs.mockImplementation(async (request, name) =>
    Response.json({
      name,
      method: request.method,
      path: new URL(request.url).pathname,
      header: request.headers.get("Workbook-User"),
      missing: request.headers.get("workbook-none"),
      body: Buffer.from((await readBytes(request, MAX_BYTES)) as Uint8Array).toString(),
    }),
  );
  const response = await post("/direct/here", "Words", { "workbook-user": "Ada" });
  expect(await response.json()).toEqual({ name: "here", method: "POST", path: "/direct/here", header: "Ada", missing: null, body: "Words" });
});

test("its answer arrives with its status and headers, and with those of data", async () => {
  answerAs.mockResolvedValue(new Response(null, { status: 204, headers: { "workbook-seq": "7" } }));
  const { status, headers } = await post("/direct/here", "Words");
  expect([status, headers.get("workbook-seq")]).toEqual([204, "7"]);
  for (const { key, value } of DATA_HEADERS) expect(headers.get(key)).toBe(value);
});

test("any other method, address or query is left to Next", async () => {
  const others = [fetch(`${origin}/direct/here`), post("/elsewhere", ""), post("/direct/here?after=1", ""), post("/direct/", "")];
  for (const other of others) expect(await (await other).text()).toBe("Next's");
  expect(answerAs).not.toHaveBeenCalled();
});

test("a body that is too long is answered all the same, and the connection goes on", async () => {
  answerAs.mockImplementation(measure);
  for (const size of [5_000_000, MAX_BYTES + 1, MAX_BYTES]) {
    const response = await post("/direct/here", new Uint8Array(size));
    expect(await response.json()).toEqual({ bytes: size > MAX_BYTES ? "too-large" : MAX_BYTES });
  }
});

test("a body that was held until it was whole is read in one go, once, within the limit, and the connection goes on", async () => {
  const wholes: (number | undefined)[] = [];
  answerAs.mockImplementation(async (request) => {
    const takeWhole = () => {
      const whole = request.takeWhole?.() ?? null;
      wholes.push(whole?.byteLength);
      return whole;
    };
    const first = await readBytes({ body: request.body, takeWhole }, MAX_BYTES);
    return Response.json({ bytes: typeof first === "string" ? first : Buffer.from(first).toString(), again: request.takeWhole?.() ?? null });
  });
  const held = { "x-held": "1" };
  for (const words of ["Words", "w".repeat(MAX_BYTES), "w".repeat(MAX_BYTES + 1), "More words", ""]) {
    const { bytes, again } = (await (await post("/direct/here", words, held)).json()) as { bytes: string; again: unknown };
    expect([bytes, again]).toEqual([words.length > MAX_BYTES ? "too-large" : words, null]);
  }
  expect(wholes).toEqual([5, MAX_BYTES, MAX_BYTES + 1, 10, undefined]);
});

test("a held body of a length that was not said is read piece by piece", async () => {
  answerAs.mockImplementation(measure);
  const pieces = () => new Blob(["pieces"]).stream();
  const chunked = await fetch(`${origin}/direct/here`, { method: "POST", body: pieces(), headers: { "x-held": "1" }, duplex: "half" } as RequestInit);
  expect(await chunked.json()).toEqual({ bytes: 6 });
});

test("a sender who hangs up half-way leaves a body that is cut off, and a server that goes on", async () => {
  const seen = new Promise((resolve) => {
    answerAs.mockImplementation(async (request) => {
      const bytes = await readBytes(request, MAX_BYTES);
      resolve(bytes);
      return Response.json({});
    });
  });
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write("POST /direct/here HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf", () => socket.destroy());
  expect(await seen).toBe("cut-off");
  answerAs.mockImplementation(measure);
  expect(await (await post("/direct/here", "abc")).json()).toEqual({ bytes: 3 });
});

test("a handler that fails closes the connection and is reported", async () => {
  const report = vi.spyOn(console, "error").mockReturnValue();
  answerAs.mockRejectedValue(new Error("broken"));
  await expect(post("/direct/here", "Words")).rejects.toThrow();
  expect(report).toHaveBeenCalledWith("POST /direct/here failed:", expect.objectContaining({ message: "broken" }));
  report.mockRestore();
});
