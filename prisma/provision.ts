import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { applyMigrations } from "./migrate";

/** How the application will sign in: with passwords to set, or as addresses whose roles are ready. */
export type Access =
  | { readonly runtimePassword: string; readonly authPassword: string }
  | { readonly runtimeUrl: string; readonly authUrl: string };

export interface Provisioned {
  /** Addresses for the application: app_rt and app_auth. */
  readonly runtimeUrl: string;
  readonly authUrl: string;
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /** No account has been made yet. */
  readonly isEmpty: boolean;
}

const OLDEST_VERSION = 150_000;
/** Any number no other program on the server uses: two instances that start at once migrate one after the other. */
const LOCK = 7_236_114;

/**
 * Brings the owner's database to the newest migration and sees to it that the two application roles can sign in.
 * @throws when the server is too old, may lose acknowledged commits, or a role has more power than it should.
 */
export async function provision(ownerUrl: string, access: Access): Promise<Provisioned> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await requireVersion(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const applied = await applyMigrations(ownerUrl);
    await requirePlainRoles(client);
    const urls =
      "runtimeUrl" in access
        ? { runtimeUrl: access.runtimeUrl, authUrl: access.authUrl }
        : {
            runtimeUrl: await requireSignIn(client, ownerUrl, "app_rt", access.runtimePassword),
            authUrl: await requireSignIn(client, ownerUrl, "app_auth", access.authPassword),
          };
    await requireDurable(urls.runtimeUrl);
    await requireDurable(urls.authUrl);
    const { rows } = await client.query<{ empty: boolean }>("select not exists (select from user_account) as empty");
    return { ...urls, applied, isEmpty: rows[0]?.empty ?? false };
  } finally {
    await client.end();
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; words: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as words",
  );
  const version = rows[0];
  if (!version || version.number < OLDEST_VERSION) {
    throw new Error(`The database is PostgreSQL ${version?.words ?? "of an unknown version"}. The workbook needs 15 or newer.`);
  }
}

/** The application's roles must be bound by row level security, whoever made them. */
export async function requirePlainRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles r where rolname in ('app_rt', 'app_auth')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
           or exists (select from pg_auth_members m where m.member = r.oid))`,
  );
  if (rows.length > 0) {
    throw new Error(`The database role ${rows.map((row) => row.rolname).join(" and ")} has more rights than it may have.`);
  }
}

async function requireSignIn(client: pg.Client, ownerUrl: string, role: string, password: string): Promise<string> {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  if (await canSignIn(url.href)) return url.href;
  try {
    // The hash instead of the password: statements may be written to the server's log.
    await client.query(`alter role ${role} password ${client.escapeLiteral(scramSecret(password))}`);
  } catch (cause) {
    throw new Error(
      `The owner of the database may not set the password of ${role}. Set it yourself and give DATABASE_RUNTIME_URL and DATABASE_AUTH_URL.`,
      { cause },
    );
  }
  if (!(await canSignIn(url.href))) throw new Error(`The role ${role} cannot sign in to the database.`);
  return url.href;
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** As PostgreSQL stores it: https://www.postgresql.org/docs/current/catalog-pg-authid.html */
function scramSecret(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const keyOf = (label: string): Buffer => createHmac("sha256", salted).update(label).digest();
  const stored = createHash("sha256").update(keyOf("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${keyOf("Server Key").toString("base64")}`;
}

/**
 * "Saved" promises that the answer survives a power cut: with synchronous_commit off, kill -9 of the server lost
 * 176 of 80,680 acknowledged commits.
 */
export async function requireDurable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ commit: string; fsync: string }>(
      "select current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync",
    );
    if (rows[0]?.commit === "off" || rows[0]?.fsync === "off") {
      throw new Error(
        "The database may lose answers it has confirmed: synchronous_commit or fsync is off. Turn both on and start again.",
      );
    }
  } finally {
    await client.end();
  }
}
