import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isLoopbackHost } from "../../lib/platform/http/own-origin.mjs";
import { readPort, requireFreePort, requireOwnDatabaseForOthers } from "./checks.mjs";
import { openDatabase, seedSample } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { endChildren } from "./run.mjs";
import { appEnvironment, serve } from "./serve.mjs";
import { loadSettings } from "./settings.mjs";
import { ensureBuilt, ensureGenerated } from "./sources.mjs";
import { explain, say } from "./words.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const PARENT_CHECK_MS = 1_000;

/** Everything between the command and a page that answers; stays until the app ends or a signal comes. */
export async function launch({ mode, withSample }) {
  const begun = Date.now();
  const stops = [];
  let ending;
  const end = (code) =>
    (ending ??= (async () => {
      endChildren();
      for (const stop of stops.reverse()) await stop().catch((error) => console.error(explain(error)));
      process.exit(code);
    })());
  /** The result of a step, unless the end has begun: then the next step must not begin. */
  const step = async (work) => {
    const result = await work;
    return ending ? new Promise(() => undefined) : result;
  };
  const onSignal = () => {
    if (!ending) say("\nStopping…");
    void end(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  watchParent(onSignal);

  try {
    const settings = loadSettings(ROOT);
    const port = readPort(settings.PORT);
    // Only this machine, unless asked: the sample agency opens without a password.
    const host = settings.HOST || "127.0.0.1";
    requireOwnDatabaseForOthers(host, settings);
    await step(requireFreePort(port, host));
    await step(ensureInstalled(ROOT));
    await step(ensureGenerated(ROOT));
    const opening = openDatabase(ROOT, settings);
    stops.push(async () => (await opening.catch(() => undefined))?.stop());
    const database = await step(opening);
    const environment = appEnvironment(settings, { port, database });
    if (database.isEmbedded && database.isEmpty && withSample) await step(seedSample(ROOT, environment));
    if (mode === "start") await step(ensureBuilt(ROOT, environment));
    const app = serve(ROOT, { mode, port, host, environment });
    stops.push(app.stop);
    await step(app.ready);
    greet(environment, { isEmbedded: database.isEmbedded, withSample }, begun);
    const code = await step(app.ended);
    say(`The app ended (${code}).`);
  } catch (error) {
    if (!ending) console.error(`\n${explain(error)}`);
  }
  await end(1);
}

function greet(environment, { isEmbedded, withSample }, begun) {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  say(`\nThe workbook is ready (${seconds} s): ${environment.APP_URL}`);
  // The sample agency and the outbox open at this machine only, and not behind a public address.
  const isHere = isLoopbackHost(new URL(environment.APP_URL).host);
  if (isEmbedded && withSample && isHere) {
    say("To look around, open it and choose “Open the sample agency”. To begin your own, choose “Sign up”.");
  } else {
    say("Open it and sign in, or sign up your agency.");
  }
  if (isEmbedded && !environment.SMTP_URL) {
    say(isHere ? `Mail is not sent; it can be read at ${environment.APP_URL}/outbox.` : "Mail is not sent: set SMTP_URL. APP_URL is public, so there is no outbox.");
  }
  say("Press Ctrl-C to stop.");
}

/** A killed npm would leave us behind, holding the port and the database. */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = findParentOf(parent);
  setInterval(() => {
    if (process.ppid !== parent || (npm && !existsSync(`/proc/${npm}`))) onGone();
  }, PARENT_CHECK_MS).unref();
}

/** npm starts us through a shell, which outlives it. Known on Linux only; elsewhere the shell is what is watched. */
function findParentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
