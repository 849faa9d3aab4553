import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { applyMigrations, diffMigrations, MIGRATIONS_FOLDER } from "@/prisma/migrate";
import { provision, requireDurable, requirePlainRoles } from "@/prisma/provision";
import { query, urlOfDatabase } from "@/tests/support/database";

const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const runtimeUrl = process.env.DATABASE_RUNTIME_URL ?? "";
const authUrl = process.env.DATABASE_AUTH_URL ?? "";
const database = new URL(ownerUrl).pathname.slice(1);

const folder = await mkdtemp(path.join(os.tmpdir(), "workbook-migrations-"));
afterAll(() => rm(folder, { recursive: true }));

describe("migrations", () => {
  test("are applied once: a second run changes nothing", async () => {
    const list = "select migration_name, finished_at from _prisma_migrations order by 1";
    const before = await query(ownerUrl, list);
    expect(await applyMigrations(ownerUrl)).toEqual([]);
    expect(await query(ownerUrl, list)).toEqual(before);
    expect(before.length).toBeGreaterThan(1);
  });

  test("lead to what the schema says", async () => {
    const statements = (await diffMigrations(ownerUrl)).split("\n").filter((line) => line !== "" && !line.startsWith("--"));
    expect(statements).toEqual([]);
  });

  test("that fail leave nothing behind, give PostgreSQL's own words, and can be tried again", async () => {
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    await mkdir(path.join(folder, "29990101000000_broken"));
    const file = path.join(folder, "29990101000000_broken", "migration.sql");
    const attempt = async (divisor: number): Promise<readonly string[]> => {
      await writeFile(file, `create table half_done (id int); do $$ begin perform 1; perform 1/${divisor}; end $$;`);
      return applyMigrations(ownerUrl, folder);
    };
    await expect(attempt(0)).rejects.toThrow("division by zero");
    expect(await query(ownerUrl, "select from pg_tables where tablename = 'half_done'")).toEqual([]);
    await expect(attempt(0)).rejects.toThrow("division by zero");
    expect(await attempt(1)).toEqual(["29990101000000_broken"]);
  });
});

describe("provisioning", () => {
  const fresh = `${database}_fresh`;
  const freshUrl = urlOfDatabase(process.env.TEST_MIGRATOR_URL ?? "", fresh);
  afterAll(() => query(ownerUrl, `drop database if exists ${fresh} with (force)`));

  test("makes an empty database ready, and two instances at once do it together", async () => {
    await query(urlOfDatabase(freshUrl, "postgres"), `create database ${fresh}`);
    const given = { runtimeUrl: urlOfDatabase(runtimeUrl, fresh), authUrl: urlOfDatabase(authUrl, fresh) };
    const both = await Promise.all([provision(freshUrl, given), provision(freshUrl, given)]);
    const migrations = (await readdir(MIGRATIONS_FOLDER)).filter((name) => /^\d/.test(name));
    expect(both.map((result) => result.applied.length).sort()).toEqual([0, migrations.length]);
    expect(both.every((result) => result.isEmpty)).toBe(true);
  });

  test("refuses a role that can see past row level security", async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await expect(requirePlainRoles(client)).resolves.toBeUndefined();
      // Not committed: roles belong to the whole server, where other tests run.
      await client.query("begin; grant pg_read_all_data to app_auth");
      await expect(requirePlainRoles(client)).rejects.toThrow("app_auth has more rights");
    } finally {
      await client.end();
    }
  });

  test.each(["app_rt", "app_auth"])("refuses a database that confirms %s's commits before they are on disk", async (role) => {
    const url = role === "app_rt" ? runtimeUrl : authUrl;
    await expect(requireDurable(url)).resolves.toBeUndefined();
    await query(ownerUrl, `alter role ${role} in database ${database} set synchronous_commit = off`);
    await expect(requireDurable(url)).rejects.toThrow("synchronous_commit");
    await expect(provision(ownerUrl, { runtimeUrl, authUrl })).rejects.toThrow("synchronous_commit");
    await query(ownerUrl, `alter role ${role} in database ${database} reset synchronous_commit`);
  });
});
