import { openDatabase } from "@/tests/support/e2e-database";
import { startApp } from "@/tests/support/e2e-app";
import { prepareTeam } from "./bench-team";
import { measurePdfPeers } from "./pdf-peers/measure";
import { printTable } from "./table";

const app = await startApp({ name: "peers", env: { NEXT_DIST_DIR: ".next-bench" } });
const database = openDatabase(app.databaseUrl);
try {
  const bench = await prepareTeam(app, { database, secret: app.secret });
  printTable("peers", await measurePdfPeers(bench));
} finally {
  await database.end();
  await app.stop();
}
