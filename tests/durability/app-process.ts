import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { GET, POST } from "@/app/api/teams/[teamId]/tools/[number]/updates/route";

// A process to kill: the save path's own route handlers behind a plain HTTP server. `npm run proof` kills the real app.

const ADDRESS = /^\/api\/teams\/([^/]+)\/tools\/([^/]+)\/updates$/;

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
  const [, teamId = "", number = ""] = ADDRESS.exec(url.pathname) ?? [];
  const request = new Request(url, {
    method: incoming.method ?? "GET",
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(incoming.method === "POST" ? { body: Buffer.concat(chunks) } : {}),
  });
  const handler = incoming.method === "POST" ? POST : GET;
  const response = teamId ? await handler(request, { params: Promise.resolve({ teamId, number }) }) : new Response(null, { status: 404 });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(Buffer.from(await response.arrayBuffer()));
}

createServer((incoming, outgoing) => {
  answer(incoming, outgoing).catch(() => outgoing.destroy());
}).listen(Number(process.env.PORT), "127.0.0.1");
