import { createServer } from "node:http";
import next from "next";
import { nameConnection } from "./connection.mjs";

// The app's process, in place of `next start`: node scripts/lib/app-server.mjs FOLDER PORT HOST. A save is answered by the
// app without passing through Next (lib/http/direct-route.ts), everything else by Next.

const [dir, port, hostname] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
process.title = "ps-cope-workbook";

const app = next({ dev: false, dir, port, hostname });
await app.prepare();
const answerWithNext = app.getRequestHandler();

function answer(request, response) {
  if (globalThis.workbookDirectAnswer?.(request, response)) return;
  answerWithNext(request, response).catch((error) => {
    console.error(`${request.method} ${request.url} failed:`, error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
}

const server = createServer((request, response) => {
  nameConnection(request);
  // Each address and session in turn (lib/http/gate.ts).
  if (globalThis.workbookGate) globalThis.workbookGate(request, response, () => answer(request, response));
  else answer(request, response);
});
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
server.listen(port, hostname);

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 };
let isEnding = false;
for (const [signal, code] of Object.entries(EXIT_CODES)) {
  process.on(signal, async () => {
    if (isEnding) return;
    isEnding = true;
    // Requests under way are answered first.
    await new Promise((resolve) => server.close(resolve));
    await app.close().catch(console.error);
    process.exit(code);
  });
}
