import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { lookForJobs } from "@/lib/jobs/look-for-jobs";

// A process to kill while it sends letters, without the pause between two looks. `npm run proof` kills the real app.

createServer((_request, response) => void response.writeHead(404).end()).listen(Number(process.env.PORT), "127.0.0.1");

for (;;) {
  await lookForJobs().catch(console.error);
  await wait(20);
}
