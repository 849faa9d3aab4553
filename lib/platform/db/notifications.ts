import "server-only";
import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { connections, hasConnections } from "./client";

// PostgreSQL's LISTEN and NOTIFY, between the instances of the app. A notification says that something happened, in ids
// and numbers; what happened is read from the database. It may be lost (a connection was cut), so nothing rests on it alone.

const CHANNEL = "workbook_live";
/** What is announced within this time goes out together: every NOTIFY takes a lock that all others wait for. */
const GATHER_MS = 25;
const RETRY_MS = 1_000;
/** Announcements kept while the database does not take them; the oldest go first. */
const MOST_PENDING = 5_000;
/** PostgreSQL takes less than 8000. */
const PAYLOAD_MAX_BYTES = 7_900;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

interface State {
  listening: Listening | null;
  /** Newest announcement of each key. */
  readonly pending: Map<string, object>;
  isScheduled: boolean;
}

// Next bundles each route apart; there is one of these per process all the same.
const holder = globalThis as typeof globalThis & { workbookNotifications?: State; workbookInstanceId?: string };

/** This process among the instances of the app. */
export function instanceId(): string {
  holder.workbookInstanceId ??= randomUUID();
  return holder.workbookInstanceId;
}

function state(): State {
  holder.workbookNotifications ??= { listening: null, pending: new Map(), isScheduled: false };
  return holder.workbookNotifications;
}

/**
 * Announces something to every instance that listens, this one included, a few milliseconds later. Returns at once and
 * never throws. Of two announcements of the same key that go out together the later one replaces the earlier, or
 * `merge` makes one of both. Ids and numbers only: every role of the database may listen.
 */
export function notifySoon<M extends object>(key: string, message: M, merge?: (earlier: M, later: M) => M): void {
  const { pending } = state();
  const earlier = pending.get(key) as M | undefined;
  if (earlier) pending.delete(key);
  pending.set(key, earlier && merge ? merge(earlier, message) : message);
  if (pending.size > MOST_PENDING) pending.delete(pending.keys().next().value as string);
  schedule(GATHER_MS);
}

function schedule(inMs: number): void {
  const current = state();
  if (current.isScheduled) return;
  current.isScheduled = true;
  setTimeout(() => void flush(), inMs).unref();
}

/** Sends at once what `notifySoon` has gathered: for a process that is about to end. @throws nothing; what can't be sent is lost. */
export async function notifyNow(): Promise<void> {
  if (state().pending.size > 0) await flush();
}

async function flush(): Promise<void> {
  const current = state();
  const client = current.listening?.client ?? null;
  const sent = [...current.pending];
  current.pending.clear();
  let nextInMs = GATHER_MS;
  try {
    // Not through a pool that was closed meanwhile: asking would open it again.
    if (client || hasConnections()) await send(client ?? connections().runtimePool, sent.map(([, message]) => message));
  } catch {
    nextInMs = RETRY_MS;
    const newer = [...current.pending];
    current.pending.clear();
    for (const [key, message] of [...sent, ...newer].slice(-MOST_PENDING)) current.pending.set(key, message);
  }
  current.isScheduled = false;
  if (current.pending.size > 0) schedule(nextInMs);
}

async function send(via: pg.Client | pg.Pool, messages: readonly object[]): Promise<void> {
  const payloads = messages.map((message) => JSON.stringify(message));
  const tooLong = payloads.filter((payload) => Buffer.byteLength(payload) > PAYLOAD_MAX_BYTES);
  for (const payload of tooLong) console.error(`A notification was too long to send: ${payload.slice(0, 100)}…`);
  const values = [CHANNEL, payloads.filter((payload) => !tooLong.includes(payload))];
  await via.query({ name: "notify", text: "select pg_notify($1, payload) from unnest($2::text[]) payload", values });
}

export interface NotificationListener {
  /** The text of one notification, as it was sent. */
  onMessage(payload: string): void;
  /** Listening began, or began again: what was announced before may have been missed. */
  onConnected(): void;
}

/** This process's one connection that listens; it connects again, with growing waits, whenever it is cut. */
export class Listening {
  readonly #listener: NotificationListener;
  readonly #closing = new AbortController();
  #socket: Socket | null = null;
  /** Connected and listening; null while it is not. Also used to send, so that sending takes no connection from a save. */
  client: pg.Client | null = null;

  constructor(listener: NotificationListener) {
    this.#listener = listener;
    state().listening = this;
    void this.#keepListening();
  }

  /** Drops the connection, which may be dead without anybody having said so, and makes a new one. */
  reconnect(): void {
    this.#socket?.destroy();
  }

  close(): void {
    if (state().listening === this) state().listening = null;
    this.#closing.abort();
    this.#socket?.destroy();
  }

  async #keepListening(): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; !this.#closing.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      if (await this.#listenOnce()) waitMs = FIRST_WAIT_MS;
      // Not all instances at the same moment after the database was away.
      const randomMs = waitMs * (0.5 + Math.random());
      await wait(randomMs, null, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Listens until the connection ends. @returns false when it never listened. */
  async #listenOnce(): Promise<boolean> {
    const { DATABASE_LISTEN_URL, DATABASE_RUNTIME_URL } = env();
    const socket = new Socket();
    this.#socket = socket;
    const client = new pg.Client({
      connectionString: DATABASE_LISTEN_URL ?? DATABASE_RUNTIME_URL,
      application_name: "workbook live",
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      stream: () => socket,
    });
    const ended = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("error", () => undefined); // "end" follows.
    client.on("notification", ({ payload }) => this.#listener.onMessage(payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      this.#listener.onConnected();
      await ended;
      return true;
    } catch (error) {
      if (!this.#closing.signal.aborted) {
        console.warn(`Listening for live updates failed: ${error instanceof Error ? error.message : error}`);
      }
      return false;
    } finally {
      this.client = null;
      socket.destroy();
    }
  }
}
