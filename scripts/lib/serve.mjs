import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { spawnNode } from "./run.mjs";
import { Stop } from "./words.mjs";

const ANSWERS_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 5_000;

/** What only the launcher may know. Set empty rather than left out, because Next would read them from .env.local. */
const NOT_FOR_THE_APP = ["DATABASE_URL", "APP_RT_PASSWORD", "APP_AUTH_PASSWORD"];

/** The environment of the app's process. */
export function appEnvironment(settings, { port, database }) {
  const appUrl = settings.APP_URL || `http://localhost:${port}`;
  return {
    ...settings,
    ...Object.fromEntries(NOT_FOR_THE_APP.map((name) => [name, ""])),
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    DATABASE_RUNTIME_URL: database.runtimeUrl,
    DATABASE_AUTH_URL: database.authUrl,
    EMBEDDED_DATABASE: String(database.isEmbedded),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What Node runs, with its arguments. */
const SERVERS = {
  start: (root, port, host) => [path.join(root, "scripts/lib/app-server.mjs"), root, String(port), host],
  dev: (root, port, host) => [path.join(root, "node_modules/next/dist/bin/next"), "dev", "--port", String(port), "--hostname", host],
};
const NODE_ENVS = { start: "production", dev: "development" };

/**
 * Starts the app.
 * @returns when it answers (`ready`, which throws Stop when it never does), its end (a promise of the exit code), `stop`.
 */
export function serve(root, { mode, port, host, environment }) {
  const child = spawnNode(SERVERS[mode](root, port, host), { cwd: root, env: { ...environment, NODE_ENV: NODE_ENVS[mode] }, stderr: "inherit" });
  let greeting = "";
  let isReady = false;
  child.stdout.on("data", (chunk) => {
    // Next's own greeting names an address that may not be the one people use.
    if (isReady || mode === "dev") process.stdout.write(chunk);
    else greeting += chunk;
  });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const local = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);
  const ready = Promise.race([answers(`http://${local}:${port}/`), ended.then(() => false)]).then((isUp) => {
    if (!isUp) throw new Stop(`The app did not start.\n${greeting.trimEnd()}`);
    isReady = true;
  });
  return { ready, ended, stop: () => stop(child, ended) };
}

async function answers(url) {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  while (Date.now() < deadline) {
    try {
      await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
      return true;
    } catch {
      await wait(50);
    }
  }
  return false;
}

async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  // Open streams keep Next from closing by itself.
  const force = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(force);
}
