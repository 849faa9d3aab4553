import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readPort } from "./checks.mjs";
import { openDatabase } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { runToEnd } from "./run.mjs";
import { appEnvironment } from "./serve.mjs";
import { loadSettings } from "./settings.mjs";
import { ensureGenerated } from "./sources.mjs";
import { explain, Stop } from "./words.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const USAGE = `Makes room in a team's tool: builds it anew from its answers. As the agency admin with this address:

  npm run rebuild -- --team TEAM_ID --tool NUMBER --as ADMIN@AGENCY.GOV

The team's id is in the address of its pages, after /teams/.`;

/** The command: beside a running app or without one. Sets the exit code: 0 when it is done, else 1. */
export async function rebuild(words) {
  let database;
  try {
    const { team, tool, as } = readWords(words);
    const settings = loadSettings(ROOT);
    const port = readPort(settings.PORT);
    await ensureInstalled(ROOT);
    await ensureGenerated(ROOT);
    database = await openDatabase(ROOT, settings);
    process.exitCode = await runToEnd({
      // The condition is how Next marks server code; without it `server-only` refuses to load.
      args: ["--conditions=react-server", "--import", "tsx", path.join(ROOT, "scripts/lib/rebuild-tool.ts"), team, tool, as],
      cwd: ROOT,
      env: appEnvironment(settings, { port, database }),
    });
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
  await database?.stop();
}

function readWords(words) {
  const name = { type: "string" };
  let given;
  try {
    given = parseArgs({ args: words, options: { team: name, tool: name, as: name } }).values;
  } catch (error) {
    throw new Stop(`${error.message}\n\n${USAGE}`, { cause: error });
  }
  if (!given.team || !given.tool || !given.as) throw new Stop(USAGE);
  return given;
}
