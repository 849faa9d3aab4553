import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GET as roundEvents } from "@/app/api/teams/[teamId]/rounds/[roundId]/events/route";
import { GET as events } from "@/app/api/teams/[teamId]/tools/[number]/events/route";
import { POST as presence } from "@/app/api/teams/[teamId]/tools/[number]/presence/route";
import { POST as updates } from "@/app/api/teams/[teamId]/tools/[number]/updates/route";

// Another instance of the app, as a process of its own: the live routes behind plain HTTP, without Next around them.
// Started by tests/support/live.ts; tells its port to the process that started it.

const ROUTES = { events, presence, updates };

const server = createServer((incoming, outgoing) => {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  answer(incoming, gone.signal)
    .then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers)).flushHeaders();
      if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing);
      else outgoing.end();
    })
    .catch(() => outgoing.destroy());
});

async function answer(incoming: IncomingMessage, signal: AbortSignal): Promise<Response> {
  const url = new URL(incoming.url ?? "/", "http://localhost:3000");
  const [, teamId = "", number = "", name = ""] = /^\/api\/teams\/([^/]+)\/tools\/([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = "GET" } = incoming;
  const request = new Request(url, {
    method,
    headers: incoming.headers as Record<string, string>,
    signal,
    ...(method === "POST" ? { body: Buffer.concat(chunks) } : {}),
  });
  const [, team = "", roundId = ""] = /^\/api\/teams\/([^/]+)\/rounds\/([^/]+)\/events$/.exec(url.pathname) ?? [];
  if (roundId) return roundEvents(request, { params: Promise.resolve({ teamId: team, roundId }) });
  return ROUTES[name as keyof typeof ROUTES](request, { params: Promise.resolve({ teamId, number }) });
}

server.listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.((server.address() as AddressInfo).port);
process.once("disconnect", () => process.exit());
