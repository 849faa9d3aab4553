import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";
import { PendingCommit } from "./after-commit";
import { connections } from "./client";
import { connectionTurns } from "./connection-turns";
import { standingError } from "./ended-standing";
import type { Prisma } from "./generated/client";
import { isUuid } from "./uuid";

/** Who acts, and for which agency. Comes from the session's membership, never from input. */
export interface Actor {
  readonly agencyId: string;
  readonly userId: string;
}

export type Tx = Prisma.TransactionClient;

/** The transaction the current work is in, by Prisma (`tx`) or on a plain connection (`client`); `joined` where saves join it. */
interface OpenTransaction {
  readonly agencyId: string;
  readonly tx: Tx | null;
  readonly client: pg.PoolClient | null;
  readonly joined: pg.PoolClient | null;
}
const open = new AsyncLocalStorage<OpenTransaction>();

function findOpen(actor: Actor): OpenTransaction | undefined {
  const current = open.getStore();
  if (current && current.agencyId !== actor.agencyId) throw new Error("agency switch inside a transaction");
  return current;
}

/**
 * Runs `fn` in one transaction whose row level security is set to the actor's agency.
 * A nested call for the same agency joins the open transaction.
 * @throws when a nested call names another agency: the outer reads would follow the inner setting.
 */
export async function withAgency<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const current = findOpen(actor);
  if (current?.tx) return fn(current.tx);
  // Plain inside Prisma is allowed; with both directions the two pools could wait for each other.
  if (current) throw new Error("withAgency inside withAgencyConnection");
  return connectionTurns().prisma.run(turnOf(actor), () => withTransaction(actor, fn));
}

/** One that hangs still ends. A file of ten megabytes took half a minute to store while other programs had both processors. */
const TRANSACTION_MS = 60_000;

async function withTransaction<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const commit = new PendingCommit({ takesCalls: false });
  const result = await connections().runtime.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('app.agency_id', ${actor.agencyId}, true),
                                  set_config('app.user_id', ${actor.userId}, true)`;
      return open.run({ agencyId: actor.agencyId, tx, client: null, joined: null }, () => commit.during(() => fn(tx)));
    },
    { maxWait: 5_000, timeout: TRANSACTION_MS },
  );
  commit.done();
  return result;
}

function turnOf({ agencyId, userId }: Actor) {
  return { group: agencyId, member: userId };
}

/**
 * The same, on a plain connection: for the save path, where Prisma's round trips cost two thirds of the throughput
 * (measured: 250 saves a second against 700). Commits when `fn` resolves, rolls back when it throws. Always a
 * transaction of its own: inside `withAgency` it does not see what is not committed yet.
 * @param options.isJoined what `callAsAgency` does meanwhile is part of it, so that several saves commit together or not at all.
 * @throws like `withAgency`.
 */
export async function withAgencyConnection<T>(
  actor: Actor,
  fn: (client: pg.PoolClient) => Promise<T>,
  { isJoined = false }: { readonly isJoined?: boolean } = {},
): Promise<T> {
  findOpen(actor);
  // Interpolated below, because a simple-protocol batch takes no parameters.
  if (!isUuid(actor.agencyId) || !isUuid(actor.userId)) throw new Error("actor ids must be UUIDs");
  return connectionTurns().plain.run(turnOf(actor), () => withConnection(actor, fn, isJoined));
}

async function withConnection<T>(actor: Actor, fn: (client: pg.PoolClient) => Promise<T>, isJoined: boolean): Promise<T> {
  const client = await connections().runtimePool.connect();
  const commit = new PendingCommit({ takesCalls: isJoined });
  let broken: Error | undefined;
  try {
    await client.query(
      `begin; select set_config('app.agency_id', '${actor.agencyId}', true), set_config('app.user_id', '${actor.userId}', true)`,
    );
    const joined = isJoined ? client : null;
    const result = await open.run({ agencyId: actor.agencyId, tx: null, client, joined }, () => commit.during(() => fn(client)));
    await client.query("commit");
    commit.done();
    return result;
  } catch (error) {
    await client.query("rollback").catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Runs one statement in the transaction that the current work is in, however it was opened.
 * @throws where there is none: what is written would stand, whatever became of the rest.
 */
export async function executeInTransaction(actor: Actor, text: string, values: readonly unknown[]): Promise<void> {
  const current = findOpen(actor);
  if (current?.tx) await current.tx.$executeRawUnsafe(text, ...values);
  else if (current?.client) await current.client.query(text, [...values]);
  else throw new Error("this is only written inside a transaction");
}

/** Functions of the database that set the agency themselves, from their first two arguments (see migrations). */
type AgencyFunction = "open_response" | "save_response" | "rebuild_response" | "upgrade_response" | "updates_since" | "hand_over_job";

/**
 * Calls such a function: one statement that is a transaction of its own, for the save path, where round trips are most
 * of the cost. Like `withAgencyConnection`, it does not see what an open `withAgency` has not committed.
 * @throws when an open transaction is for another agency; EndedStandingError when the function finds the actor's rights ended.
 */
export async function callAsAgency<Row extends pg.QueryResultRow>(
  actor: Actor,
  name: AgencyFunction,
  values: readonly unknown[],
): Promise<Row[]> {
  const current = findOpen(actor);
  const parameters = [actor.agencyId, actor.userId, ...values];
  const text = `select * from ${name}(${parameters.map((_, index) => `$${index + 1}`).join(", ")})`;
  const query = { name, text, values: parameters };
  try {
    if (current?.joined) return (await current.joined.query<Row>(query)).rows;
    const { rows } = await connectionTurns().plain.run(turnOf(actor), () => connections().runtimePool.query<Row>(query));
    return rows;
  } catch (error) {
    throw standingError(error);
  }
}
