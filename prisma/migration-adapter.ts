import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** The adapters the schema engine works through, for one owner address. */
export interface MigrationAdapters {
  readonly factory: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>;
  /** PostgreSQL's own error of the last script that failed; the engine's wrapping loses it. */
  lastScriptError(): Error | undefined;
  close(): Promise<void>;
}

/** Type numbers of PostgreSQL: the one-letter "char" of its own catalogue, and the ordinary char. */
const CATALOGUE_CHAR = 18;
const CHAR = 1042;

/** Lets the engine describe a database: Prisma's adapter does not know the catalogue's "char" type. */
class CataloguePool extends pg.Pool {
  override query = (async (...args: Parameters<pg.Pool["query"]>) => {
    const result = (await super.query(...args)) as unknown as pg.QueryResult;
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = CHAR;
    }
    return result;
  }) as unknown as pg.Pool["query"];
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside `$$` bodies, and runs the pieces on any connection.
 * Here a script runs whole, on one connection, so a migration that fails leaves nothing behind.
 */
export function openMigrationAdapters(ownerUrl: string): MigrationAdapters {
  const pools: pg.Pool[] = [];
  let scriptError: Error | undefined;

  function openPool(database?: string): pg.Pool {
    const url = new URL(ownerUrl);
    if (database) url.pathname = `/${database}`;
    const pool = new CataloguePool({ connectionString: url.href, max: 2 });
    pool.on("error", () => undefined);
    pools.push(pool);
    return pool;
  }

  async function connect(pool: pg.Pool, release?: () => Promise<void>): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(pool).connect();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        scriptError = error as Error;
        throw error;
      }
    };
    if (release) adapter.dispose = release;
    return adapter;
  }

  const main = openPool();
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(main),
    connectToShadowDb: async () => {
      const name = `shadow_${randomUUID().replaceAll("-", "")}`;
      await main.query(`create database ${name}`);
      const pool = openPool(name);
      return connect(pool, async () => {
        await pool.end();
        await main.query(`drop database ${name}`);
      });
    },
  });
  return {
    factory,
    lastScriptError: () => scriptError,
    close: async () => {
      await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
    },
  };
}
