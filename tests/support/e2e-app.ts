import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "@/prisma/embedded";
import { findFreePort } from "@/prisma/embedded-state";
import { signalTree } from "./process-tree";

export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** A production app under its launcher. */
export interface LaunchedApp {
  readonly url: string;
  /** The launcher; its descendants are the server and the PDF workers. */
  readonly pid: number;
  /** From the launcher's start to the first page, in milliseconds. */
  readonly startMs: number;
  stop(): Promise<void>;
  /** kill -9 of the launcher and all under it. */
  kill(): Promise<void>;
}

/** One with a database of its own. */
export interface RunningApp extends Omit<LaunchedApp, "kill"> {
  /** Signs in as the superuser, which sees every agency's rows. */
  readonly databaseUrl: string;
  /** What session cookies are made with. */
  readonly secret: string;
}

interface AppOptions {
  /** Name of the folder under .data that holds its database. */
  readonly name: string;
  /** Keep what an earlier run left in the database. */
  readonly keepData?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly echo?: boolean;
}

interface LaunchOptions {
  readonly port: number;
  /** Whose code it runs; this one's unless another is named. */
  readonly checkout?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly echo?: boolean;
}

const START_MINUTES = 10;

/** Builds when the source changed, then serves. @throws with the launcher's own words when it does not come up. */
export async function startApp({ name, keepData = false, env = {}, echo = false }: AppOptions): Promise<RunningApp> {
  const folder = path.join(CHECKOUT, ".data", name);
  if (!keepData) await forgetDatabase(folder);
  const secret = randomBytes(32).toString("base64url");
  const app = await launchApp({ port: await findFreePort(), env: { DATA_FOLDER: folder, NEXTAUTH_SECRET: secret, ...env }, echo });
  try {
    // Joins the launcher's PostgreSQL, for its address.
    const database = await startEmbedded({ checkout: CHECKOUT, folder });
    return {
      url: app.url,
      pid: app.pid,
      startMs: app.startMs,
      databaseUrl: database.superuserUrl,
      secret,
      stop: async () => {
        await database.stop();
        await app.stop();
      },
    };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

/** The same on a database that somebody else holds: `env` says which. */
export async function launchApp({ port, env, checkout = CHECKOUT, echo = false }: LaunchOptions): Promise<LaunchedApp> {
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: checkout,
    env: { ...process.env, PORT: String(port), APP_URL: url, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const words: string[] = [];
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      words.push(text);
      if (echo) process.stderr.write(text);
    });
  }
  const pid = launcher.pid ?? 0;
  const stop = () => end(launcher, () => launcher.kill("SIGTERM"));
  try {
    await untilItAnswers(launcher, `${url}/`);
  } catch (cause) {
    await stop();
    throw new Error(`The app did not start. The launcher said:\n${words.join("")}`, { cause });
  }
  return { url, pid, startMs: performance.now() - began, stop, kill: () => end(launcher, () => signalTree(pid, "SIGKILL")) };
}

async function forgetDatabase(folder: string): Promise<void> {
  const database = await startEmbedded({ checkout: CHECKOUT, folder });
  await database.reset();
  await database.stop();
}

async function untilItAnswers(launcher: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + START_MINUTES * 60_000;
  while (launcher.exitCode === null && Date.now() < deadline) {
    const isUp = await fetch(address).then((response) => response.ok, () => false);
    if (isUp) return;
    await wait(100);
  }
  throw new Error(launcher.exitCode === null ? `No answer from ${address}` : `It ended with ${launcher.exitCode}`);
}

async function end(launcher: ChildProcess, signal: () => void): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const ended = once(launcher, "exit");
  signal();
  await ended;
}
