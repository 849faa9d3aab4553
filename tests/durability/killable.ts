import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type EmbeddedDatabase, startEmbedded } from "@/prisma/embedded";
import { findFreePort } from "@/prisma/embedded-state";
import { provision } from "@/prisma/provision";
import { CHECKOUT } from "@/tests/support/e2e-app";
import { findDescendants, isRunning } from "@/tests/support/process-tree";

/** "handlers" is the save path's route handlers in a process of their own, "letters" what sends letters; "production" is the built app. */
export type AppKind = "handlers" | "letters" | "production";

const COMMANDS: Record<AppKind, (port: number) => readonly string[]> = {
  handlers: () => ["--conditions=react-server", "--import", "tsx", path.join(CHECKOUT, "tests/durability/app-process.ts")],
  letters: () => ["--conditions=react-server", "--import", "tsx", path.join(CHECKOUT, "tests/durability/letters-process.ts")],
  production: (port) => [path.join(CHECKOUT, "scripts/lib/app-server.mjs"), CHECKOUT, String(port), "127.0.0.1"],
};

const ANSWERS_WITHIN_MS = 60_000;
/** The clients' own goes through a network that fails them on purpose. */
const askDirectly = globalThis.fetch;

/** An app and a PostgreSQL, both made to be killed without warning and started again on the same data. */
export class Killable {
  readonly secret = randomBytes(32).toString("base64url");
  readonly pool: pg.Pool;
  readonly url: string;
  readonly #folder: string;
  readonly #kind: AppKind;
  readonly #port: number;
  readonly #environment: NodeJS.ProcessEnv;
  #database: EmbeddedDatabase;
  #app: ChildProcess | null = null;

  private constructor(folder: string, kind: AppKind, port: number, database: EmbeddedDatabase, urls: { runtimeUrl: string; authUrl: string }) {
    this.#folder = folder;
    this.#kind = kind;
    this.#port = port;
    this.#database = database;
    this.url = `http://localhost:${port}`;
    this.pool = new pg.Pool({ connectionString: database.superuserUrl, max: 4 });
    this.pool.on("error", () => undefined);
    this.#environment = {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: this.url,
      NEXTAUTH_URL: this.url,
      NEXTAUTH_SECRET: this.secret,
      DATABASE_URL: "",
      DATABASE_RUNTIME_URL: urls.runtimeUrl,
      DATABASE_AUTH_URL: urls.authUrl,
      EMBEDDED_DATABASE: "true",
      NEXT_TELEMETRY_DISABLED: "1",
    };
  }

  /** Settings are PostgreSQL's, changed after `provision` has insisted on durable ones; `environment` is the app's besides. */
  static async start(kind: AppKind, settings: Readonly<Record<string, string>> = {}, environment: Readonly<Record<string, string>> = {}): Promise<Killable> {
    await mkdir(path.join(CHECKOUT, ".data"), { recursive: true });
    const folder = await mkdtemp(path.join(CHECKOUT, ".data", "killable-"));
    // Started as root, PostgreSQL runs as somebody else.
    await chmod(folder, 0o755);
    const database = await startEmbedded({ checkout: CHECKOUT, folder });
    const password = () => randomBytes(24).toString("base64url");
    const urls = await provision(database.ownerUrl, { runtimePassword: password(), authPassword: password() });
    const killable = new Killable(folder, kind, await findFreePort(), database, urls);
    Object.assign(killable.#environment, environment);
    for (const [name, value] of Object.entries(settings)) await killable.pool.query(`alter system set ${name} = '${value}'`);
    await killable.pool.query("select pg_reload_conf()");
    await killable.startApp();
    return killable;
  }

  async startApp(): Promise<void> {
    this.#app = spawn(process.execPath, COMMANDS[this.#kind](this.#port), {
      cwd: CHECKOUT,
      env: this.#environment,
      stdio: "ignore",
    });
    const deadline = Date.now() + ANSWERS_WITHIN_MS;
    while (Date.now() < deadline) {
      const isUp = await askDirectly(`${this.url}/api/health`).then(() => true, () => false);
      if (isUp) return;
      await wait(50);
    }
    throw new Error("The app did not come up");
  }

  /** kill -9 of the app's process. */
  async killApp(): Promise<void> {
    const app = this.#app;
    if (!app?.pid) throw new Error("The app does not run");
    const ended = once(app, "exit");
    for (const pid of [...childrenOf(app.pid), app.pid]) kill(pid);
    await ended;
  }

  /** kill -9 of PostgreSQL and all that belongs to it at once: nothing it holds in memory is written any more. */
  async killDatabase(): Promise<void> {
    const postmaster = Number(readFileSync(path.join(await this.#dataFolder(), "postmaster.pid"), "utf8").split("\n")[0]);
    const children = childrenOf(postmaster);
    for (const pid of [postmaster, ...children]) kill(pid);
    while ([postmaster, ...children].some(isRunning)) await wait(5);
  }

  async restartDatabase(): Promise<void> {
    this.#database = await startEmbedded({ checkout: CHECKOUT, folder: this.#folder });
  }

  /** kill -9 of one connection's process, whereupon PostgreSQL ends all others and recovers by itself. */
  async killBackend(): Promise<void> {
    const { rows } = await this.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where usename = 'app_rt' and backend_type = 'client backend' order by random() limit 1",
    );
    if (rows[0]) kill(rows[0].pid);
  }

  /** Asks until the database answers again. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const deadline = Date.now() + ANSWERS_WITHIN_MS;
    for (;;) {
      try {
        return (await this.pool.query<Row>(sql, [...values])).rows;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await wait(50);
      }
    }
  }

  /** Asks the app over a network without faults. */
  async ask(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    return askDirectly(`${this.url}${path}`, { headers });
  }

  async stop(): Promise<void> {
    if (this.#app && this.#app.exitCode === null && this.#app.signalCode === null) await this.killApp();
    // Elsewhere where only root may enter the checkout.
    const data = await this.#dataFolder();
    await this.pool.end();
    await this.#database.stop();
    for (const folder of [data, this.#folder]) await rm(folder, { recursive: true, force: true });
  }

  async #dataFolder(): Promise<string> {
    const [row] = await this.query<{ folder: string }>("select current_setting('data_directory') as folder");
    if (!row) throw new Error("PostgreSQL does not name its folder");
    return row.folder;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended a moment ago.
  }
}

function childrenOf(parent: number): number[] {
  return findDescendants(parent).map(({ pid }) => pid);
}
