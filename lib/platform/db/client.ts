import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { connectionTurns } from "./connection-turns";
import { PrismaClient } from "./generated/client";
import { keepStatements } from "./prepared";

interface Connections {
  /** Plain connections, and Prisma's: apart, so that work that needs one of each cannot wait for itself. */
  readonly runtimePool: pg.Pool;
  readonly prismaPool: pg.Pool;
  readonly authPool: pg.Pool;
  readonly runtime: PrismaClient;
  readonly auth: PrismaClient;
}

/**
 * How long a connection stays open unused. With pg's usual ten seconds, many people who come at once had the pools opened
 * again, at the cost of those who were saving.
 */
const KEPT_OPEN_MS = 300_000;

// One set per process, also across the development server's reloads.
const holder = globalThis as typeof globalThis & { workbookConnections?: Connections; workbookConnectionLosses?: number };

function connect(): Connections {
  const { DATABASE_RUNTIME_URL, DATABASE_AUTH_URL, DATABASE_POOL: max } = env();
  const openPool = (connectionString: string) => new pg.Pool({ connectionString, max, idleTimeoutMillis: KEPT_OPEN_MS });
  const runtimePool = openPool(DATABASE_RUNTIME_URL);
  const prismaPool = openPool(DATABASE_RUNTIME_URL);
  const authPool = openPool(DATABASE_AUTH_URL);
  runtimePool.on("connect", keepStatements);
  for (const pool of [runtimePool, prismaPool, authPool]) {
    // An idle connection the server closed; the pool replaces it, and the next query reports real trouble.
    pool.on("error", (error) => {
      holder.workbookConnectionLosses = connectionLosses() + 1;
      console.warn(`A database connection closed: ${error.message}`);
    });
  }
  return {
    runtimePool,
    prismaPool,
    authPool,
    runtime: new PrismaClient({ adapter: new PrismaPg(prismaPool) }),
    auth: new PrismaClient({ adapter: new PrismaPg(authPool) }),
  };
}

/** The connections of this process, opened on first use. Only lib/platform/db, lib/platform/auth and tests may call it. */
export function connections(): Connections {
  holder.workbookConnections ??= connect();
  return holder.workbookConnections;
}

/** Whether this process has opened them and not closed them again. */
export function hasConnections(): boolean {
  return holder.workbookConnections !== undefined;
}

/** How many idle connections the server has closed so far: it may have been away since the last time one asked. */
export function connectionLosses(): number {
  return holder.workbookConnectionLosses ?? 0;
}

/** Identity tables (accounts, sessions, links): they precede tenancy, so no agency is set. */
export function authDb(): PrismaClient {
  return connections().auth;
}

/**
 * One prepared identity query on a plain connection: for what requests make again and again (whose session, which
 * standing, how many attempts), where Prisma's own work would cost several times the query.
 * @param by on whose behalf: a session, an account, an address. Each has its turn (see connection-turns.ts).
 */
export async function queryAuth<Row extends pg.QueryResultRow>(
  query: { name: string; text: string; values: unknown[] },
  by: string,
): Promise<Row[]> {
  const { rows } = await connectionTurns().identity.run({ group: by, member: by }, () => connections().authPool.query<Row>(query));
  return rows;
}

/** Closes the connections of this process; a later call of `connections` opens new ones. */
export async function closeConnections(): Promise<void> {
  const open = holder.workbookConnections;
  if (!open) return;
  delete holder.workbookConnections;
  await Promise.all([open.runtime.$disconnect(), open.auth.$disconnect()]);
  await Promise.all([open.runtimePool.end(), open.prismaPool.end(), open.authPool.end()]);
}
