import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { closeExports } from "@/lib/exports/processes/make-export";
import { closeConnections } from "@/lib/platform/db/client";
import { closeKept, keepOpen, query, urlOfDatabase } from "./database";

// Every test file works in its own copy of the template (some 30 ms), so files need not clean up and may run at once.

const { TEST_TEMPLATE, TEST_MIGRATOR_URL, DATABASE_OWNER_URL, DATABASE_RUNTIME_URL, DATABASE_AUTH_URL } = process.env;
if (!TEST_TEMPLATE || !TEST_MIGRATOR_URL || !DATABASE_OWNER_URL || !DATABASE_RUNTIME_URL || !DATABASE_AUTH_URL) {
  throw new Error("tests/support/database.ts did not run");
}

const database = TEST_TEMPLATE.replace("template", randomBytes(6).toString("hex"));
// A template cannot be copied while anybody is connected to it: connect beside it.
const besideUrl = urlOfDatabase(TEST_MIGRATOR_URL, "postgres");
await query(besideUrl, `create database ${database} template ${TEST_TEMPLATE}`);

process.env.DATABASE_OWNER_URL = urlOfDatabase(DATABASE_OWNER_URL, database);
process.env.DATABASE_RUNTIME_URL = urlOfDatabase(DATABASE_RUNTIME_URL, database);
process.env.DATABASE_AUTH_URL = urlOfDatabase(DATABASE_AUTH_URL, database);
for (const url of [process.env.DATABASE_OWNER_URL, process.env.DATABASE_RUNTIME_URL, process.env.DATABASE_AUTH_URL]) keepOpen(url);

const holder = globalThis as typeof globalThis & { workbookHub?: { close(): void } };

afterAll(async () => {
  // What listens goes on by itself otherwise, in the process of the next file.
  holder.workbookHub?.close();
  await closeExports();
  await closeConnections();
  await closeKept();
  await dropDatabase();
});

/** PostgreSQL's own autovacuum may be at work in it, and only a superuser may end that; it is over in a moment. */
async function dropDatabase(triesLeft = 50): Promise<void> {
  try {
    await query(besideUrl, `drop database ${database} with (force)`);
  } catch (error) {
    const isAtWork = (error as { code?: string }).code === "42501";
    if (!isAtWork || triesLeft === 0) throw error;
    await query(besideUrl, "select pg_sleep(0.2)");
    await dropDatabase(triesLeft - 1);
  }
}
