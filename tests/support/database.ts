import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbedded } from "@/prisma/embedded";
import { isAlive } from "@/prisma/embedded-state";
import { provision } from "@/prisma/provision";

// Once per run: a PostgreSQL and in it one provisioned database, the template every test file copies
// (tests/support/database-per-file.ts). TEST_DATABASE_URL names another server; its user must be a superuser.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Names of databases begin so; the process that made one follows, so that a killed run's can be dropped. */
const PREFIX = "workbook_test_";

/** The address of another database on the same server. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Databases whose connections stay open between statements: to open one costs more than most statements. */
const kept = new Map<string, pg.Pool>();

/** From now on statements at this address share connections, until `closeKept`. */
export function keepOpen(url: string): void {
  const pool = new pg.Pool({ connectionString: url, allowExitOnIdle: true });
  // A test may end the server's connections; the next statement opens one again.
  pool.on("error", () => undefined);
  kept.set(url, pool);
}

export async function closeKept(): Promise<void> {
  const pools = [...kept.values()];
  kept.clear();
  await Promise.all(pools.map((pool) => pool.end()));
}

/** Runs one statement, on a connection of its own unless the database's are kept open. Leave nothing set in the session. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const pool = kept.get(url);
  if (pool) return (await pool.query<Row>(sql, [...values])).rows;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function dropLeftovers(adminUrl: string): Promise<void> {
  const found = await query<{ name: string }>(
    adminUrl,
    "select datname as name from pg_database where starts_with(datname, $1)",
    [PREFIX],
  );
  for (const { name } of found) {
    const pid = Number(name.slice(PREFIX.length).split("_")[0]);
    if (!isAlive(pid)) await query(adminUrl, `drop database if exists ${name} with (force)`);
  }
}

/** The same for every run on this server: roles belong to the server, and runs may overlap. */
function passwordsFor(serverUrl: string): { runtimePassword: string; authPassword: string } {
  const derive = (role: string): string => createHash("sha256").update(`${serverUrl} ${role}`).digest("base64url");
  return { runtimePassword: derive("app_rt"), authPassword: derive("app_auth") };
}

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given
    ? null
    : await startEmbedded({ checkout: ROOT, folder: path.join(ROOT, ".data", "test") });
  const adminUrl = given ?? embedded?.superuserUrl ?? "";
  const serverUrl = urlOfDatabase(adminUrl, "");
  await dropLeftovers(adminUrl);

  const template = `${PREFIX}${process.pid}_template`;
  // Migrated by an ordinary owner, as in a hosted database; read by tests through the superuser.
  const ownerUrl = embedded?.ownerUrl ?? adminUrl;
  await query(ownerUrl, `create database ${template}`);
  const { runtimeUrl, authUrl } = await provision(urlOfDatabase(ownerUrl, template), passwordsFor(serverUrl));

  Object.assign(process.env, {
    TEST_TEMPLATE: template,
    TEST_MIGRATOR_URL: urlOfDatabase(ownerUrl, template),
    DATABASE_OWNER_URL: urlOfDatabase(adminUrl, template),
    DATABASE_RUNTIME_URL: runtimeUrl,
    DATABASE_AUTH_URL: authUrl,
    APP_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "a secret of the tests, long enough for the rule",
    EMBEDDED_DATABASE: "true",
  });

  return async () => {
    await dropOfThisRun(adminUrl);
    await embedded?.stop();
  };
}

async function dropOfThisRun(adminUrl: string): Promise<void> {
  const found = await query<{ name: string }>(
    adminUrl,
    "select datname as name from pg_database where starts_with(datname, $1)",
    [`${PREFIX}${process.pid}_`],
  );
  for (const { name } of found) await query(adminUrl, `drop database if exists ${name} with (force)`);
}
