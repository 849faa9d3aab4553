import { createServer } from "node:http";
import { GET, POST } from "@/app/api/teams/[teamId]/tools/[number]/updates/route";
import { directAnswer } from "@/lib/platform/http/direct-route";

// A process to kill: the save path's own route handlers behind a plain HTTP server. `npm run proof` kills the real app.

function readParams(url: string): { teamId: string; number: string } | null {
  const [, teamId, number] = /^\/api\/teams\/([^/?]+)\/tools\/([^/?]+)\/updates(?:\?|$)/.exec(url) ?? [];
  return teamId && number ? { teamId, number } : null;
}

const answers = [
  directAnswer({ method: "POST", readParams, handler: POST }),
  directAnswer({ method: "GET", readParams, handler: GET }),
];

createServer((request, response) => {
  if (!answers.some((answer) => answer(request, response))) response.writeHead(404).end();
}).listen(Number(process.env.PORT), "127.0.0.1");
