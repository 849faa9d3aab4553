import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openMigrationAdapters } from "./migration-adapter";

// Prisma's command line fetches a native engine that a closed network cannot reach. The same engine is published as
// WASM; it reads the ordinary prisma/migrations layout and fills the ordinary _prisma_migrations table.

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const MIGRATIONS_FOLDER = path.join(HERE, "migrations");
const NO_FILTERS = { externalTables: [], externalEnums: [] };

interface WasmExports extends WebAssembly.Exports {
  __wbindgen_start(): void;
}

/** Where the engine leaves the words of a crash. */
const crashes = { message: "", set_message: (text: string) => void (crashes.message = text) };
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: crashes });

/** Its package holds one engine for a process, which a second one would break: also where this module is loaded anew. */
const holder = globalThis as typeof globalThis & { schemaEngine?: Promise<typeof SchemaEngine> };

/** The engine never clears the timer of its lock, which kept the process alive for ten seconds. */
function setQuietTimeout(work: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(work, milliseconds).unref();
}

async function loadEngine(): Promise<typeof SchemaEngine> {
  const bg = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const imports = Object.fromEntries(
    Object.entries(bg).map(([name, value]) => [name, name.startsWith("__wbg_setTimeout_") ? setQuietTimeout : value]),
  );
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": imports as WebAssembly.ModuleImports,
  });
  bg.__wbg_set_wasm(instance.exports);
  (instance.exports as WasmExports).__wbindgen_start();
  return bg.SchemaEngine;
}

async function readSchema(): Promise<string> {
  return readFile(path.join(HERE, "schema.prisma"), "utf8");
}

async function withEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  holder.schemaEngine ??= loadEngine();
  const Engine = await holder.schemaEngine;
  const database = openMigrationAdapters(ownerUrl);
  const datamodels = [["schema.prisma", await readSchema()]] as [string, string][];
  try {
    const engine = await Engine.new({ datamodels }, () => undefined, database.factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw database.lastScriptError() ?? (crashes.message ? new Error(crashes.message, { cause: error }) : error);
  } finally {
    await database.close();
  }
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(path.join(folder, name, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}

/**
 * Applies the migrations the database does not have yet.
 * @returns their names; empty when it was up to date.
 * @throws PostgreSQL's own error when one fails, or when an applied one was edited since.
 */
export async function applyMigrations(ownerUrl: string, folder = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const migrationsList = await readMigrations(folder);
  const result = await withEngine(ownerUrl, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    });
    // A migration is one transaction, so one that failed or was killed left nothing: it may simply be tried again.
    for (const migrationName of history.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    return engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
  });
  return result.appliedMigrationNames;
}

/**
 * The SQL from the state the migrations lead to, to schema.prisma; only comments or nothing when they agree.
 * Makes and drops a shadow database, so the owner must be allowed to.
 */
export async function diffMigrations(ownerUrl: string, folder = MIGRATIONS_FOLDER): Promise<string> {
  const migrations = await readMigrations(folder);
  const schema = { files: [{ path: "schema.prisma", content: await readSchema() }] };
  const result = await withEngine(ownerUrl, (engine) =>
    engine.diff({
      from: migrations.migrationDirectories.length > 0 ? { tag: "migrations", ...migrations } : { tag: "empty" },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  return result.stdout ?? "";
}
