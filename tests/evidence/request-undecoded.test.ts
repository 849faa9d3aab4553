import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { requestUndecoded } from "@/lib/evidence/request-undecoded";

const WORDS = "The words of a file.";
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function ask(listener: RequestListener, { method = "GET", body = null as Uint8Array | null, maxBytes = 1_000, timeoutMs = 10_000 } = {}) {
  server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/evidence/key`;
  return requestUndecoded(new Request(address, { method, headers: { authorization: "signed" } }), { body, maxBytes, timeoutMs });
}

test("nothing is asked for encoded, and what comes is taken as it is", async () => {
  const { status, bytes } = await ask((request, response) => response.end(JSON.stringify(request.headers)));
  expect(status).toBe(200);
  expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ "accept-encoding": "identity", authorization: "signed" });
});

test.each([
  ["br", brotliCompressSync(WORDS)],
  ["BR", brotliCompressSync(WORDS)],
  ["gzip, br", brotliCompressSync(gzipSync(WORDS))],
  ["gzip", gzipSync(WORDS)],
])("an answer that says it is encoded (%s) is refused, never decoded", async (encoding, encoded) => {
  await expect(ask((_request, response) => response.writeHead(200, { "Content-Encoding": encoding }).end(encoded))).rejects.toThrow(`encoded (${encoding})`);
});

test("bytes that happen to be Brotli come back as they are", async () => {
  const stored = brotliCompressSync(WORDS);
  const { bytes } = await ask((_request, response) => response.end(stored));
  expect(Buffer.compare(bytes, stored)).toBe(0);
});

test("a body arrives whole, and a redirect is not followed", async () => {
  const received: Buffer[] = [];
  const { status } = await ask(
    (request, response) => {
      request.on("data", (chunk: Buffer) => received.push(chunk)).on("end", () => response.writeHead(307, { Location: "http://127.0.0.1:1/" }).end());
    },
    { method: "PUT", body: Buffer.from(WORDS) },
  );
  expect([status, Buffer.concat(received).toString()]).toEqual([307, WORDS]);
});

test("an answer without end, and none at all, are given up", async () => {
  await expect(ask((_request, response) => response.end("x".repeat(1_001)))).rejects.toThrow("more than 1000 bytes");
  await expect(ask(() => undefined, { timeoutMs: 50 })).rejects.toThrow();
  await expect(ask((_request, response) => response.write("half", () => response.destroy()))).rejects.toThrow();
});
