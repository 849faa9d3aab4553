import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { randomUUID } from "node:crypto";
import pg from "pg";

/** The adapters the schema engine works through, for one owner address. */
export interface MigrationAdapters {
  readonly factory: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>;
  /** PostgreSQL's own error of the last script that failed; the engine's wrapping loses it. */
  lastScriptError(): Error | undefined;
  close(): Promise<void>;
}

/** Type numbers of PostgreSQL: the one-letter "char" of its catalogue, and text. */
const CATALOGUE_CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter does not know the catalogue's "char" type, which the engine reads to describe a database: such
 * columns pass it as text and are named again behind it.
 */
class CataloguePool extends pg.Pool {
  readonly charColumns = new WeakMap<object, readonly number[]>();

  override query = (async (...args: Parameters<pg.Pool["query"]>) => {
    const result = (await super.query(...args)) as unknown as pg.QueryResult;
    const found = [...(result.fields ?? []).entries()].filter(([, field]) => field.dataTypeID === CATALOGUE_CHAR);
    for (const [, field] of found) field.dataTypeID = TEXT;
    if (found.length > 0) this.charColumns.set(result.rows, found.map(([index]) => index));
    return result;
  }) as unknown as pg.Pool["query"];
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside `$$` bodies, and runs the pieces on any connection.
 * Here a script runs whole, on one connection, so a migration that fails leaves nothing behind.
 */
export function openMigrationAdapters(ownerUrl: string): MigrationAdapters {
  const pools: CataloguePool[] = [];
  let scriptError: Error | undefined;

  function openPool(database?: string): CataloguePool {
    const url = new URL(ownerUrl);
    if (database) url.pathname = `/${database}`;
    const pool = new CataloguePool({ connectionString: url.href, max: 2 });
    pool.on("error", () => undefined);
    pools.push(pool);
    return pool;
  }

  async function connect(pool: CataloguePool, release?: () => Promise<void>): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(pool).connect();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        scriptError = error as Error;
        throw error;
      }
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = [...result.columnTypes];
      for (const index of pool.charColumns.get(result.rows) ?? []) columnTypes[index] = ColumnTypeEnum.Character;
      return { ...result, columnTypes };
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
