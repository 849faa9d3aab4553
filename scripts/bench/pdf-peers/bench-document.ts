import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { CHECKOUT } from "@/tests/support/e2e-app";
import type { Bench } from "../bench-team";

const SCRIPT = fileURLToPath(new URL("print-document.ts", import.meta.url));
const MAX_OUTPUT = 256 * 1024 * 1024;

/** The whole toolkit of the benchmark's team, as the app hands it to its PDF worker when the team's lead downloads it. */
export async function loadBenchDocument({ app, team, lead }: Bench): Promise<PrintDocument> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // The condition is how Next marks server code; without it `server-only` refuses to load.
    ["--conditions=react-server", "--import", "tsx", SCRIPT, lead.userId, team.teamId],
    {
      cwd: CHECKOUT,
      maxBuffer: MAX_OUTPUT,
      env: {
        ...process.env,
        DATABASE_RUNTIME_URL: app.databaseUrl,
        DATABASE_AUTH_URL: app.databaseUrl,
        APP_URL: app.url,
        NEXTAUTH_SECRET: app.secret,
      },
    },
  );
  return JSON.parse(stdout) as PrintDocument;
}
