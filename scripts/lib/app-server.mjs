import next from "next";
import { EventEmitter } from "node:events";
import { createAppServer } from "./server/create-server.mjs";

// The app's process, in place of `next start`: node scripts/lib/app-server.mjs FOLDER PORT HOST. A save is answered by the
// app without passing through Next (lib/platform/http/direct-route.ts), everything else by Next. What stands around both, headers
// and limits, is in server/.

const [dir, port, hostname] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
process.title = "ps-cope-workbook";

// Next waits for connections to be upgraded on the server it is given, and hangs up on them. There are none here: with
// nobody waiting Node has them answered like any other request.
const app = next({ dev: false, dir, port, hostname, httpServer: new EventEmitter() });
await app.prepare();
const answerWithNext = app.getRequestHandler();

function answer(request, response) {
  if (globalThis.workbookDirectAnswer?.(request, response)) return undefined;
  return answerWithNext(request, response);
}

const server = createAppServer({
  appUrl: process.env.APP_URL || `http://localhost:${port}`,
  trustedProxies: Number(process.env.TRUSTED_PROXIES || 0),
  answer: (request, response) => {
    // Each address and session in turn (lib/platform/entry/gate.ts).
    if (globalThis.workbookGate) return globalThis.workbookGate(request, response, () => answer(request, response));
    return answer(request, response);
  },
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
