// Comes together with the store, not on demand: whoever goes offline later must be able to keep what they write.
import { type IDBPDatabase, openDB } from "idb";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";

const DATABASE = "unsent-changes";
const STORE = "updates";
const BY_RESPONSE = "by-response";

interface StoredUpdate extends UnsentUpdate {
  readonly keptAt: number;
}

let opened: Promise<IDBPDatabase> | undefined;
const onLost = new Set<() => void>();
const lose = () => onLost.forEach((keepAgain) => keepAgain());

/** One connection per page; asked for again after a failure, since private windows may refuse it for a while. */
function open(): Promise<IDBPDatabase> {
  if (opened) return opened;
  const opening = openDB(DATABASE, 1, {
    upgrade(database) {
      const store = database.createObjectStore(STORE, { keyPath: "id" });
      store.createIndex(BY_RESPONSE, ["userId", "updatesUrl"]);
    },
    // Somebody deletes the database (the browser, for its owner) and waits for all who have it open.
    blocking: (_now, next, { target }) => {
      forget();
      (target as IDBDatabase).close();
      if (next === null) lose();
    },
    // Browsers close it by themselves too: when storage is cleared or fails, and on iPhones after a while in the background.
    terminated: () => {
      forget();
      lose();
    },
  });
  const forget = () => {
    if (opened === opening) opened = undefined;
  };
  opened = opening;
  opening.catch(forget);
  return opening;
}

/** What work on a closed connection, or one that closes meanwhile, fails with; the last is Safari's. */
const CLOSED: ReadonlySet<string> = new Set(["InvalidStateError", "AbortError", "UnknownError"]);

/** Does something with the database; once more on a new connection when the browser has closed the old one unannounced. */
async function withDatabase<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const opening = open();
  try {
    return await work(await opening);
  } catch (error) {
    if (!(error instanceof DOMException) || !CLOSED.has(error.name)) throw error;
    if (opened === opening) opened = undefined;
    return work(await open());
  }
}

/** Every response of one person: keys of the index from [userId] up to [userId, anything]. */
const ofUser = (userId: string) => IDBKeyRange.bound([userId], [userId, []]);

/** Keeps unsent changes in this browser, apart for each person who signs in. */
export const indexedDbStorage: UnsentStorage = {
  isDurable: true,
  onLost: (keepAgain) => void onLost.add(keepAgain),
  async add(record) {
    const stored: StoredUpdate = { ...record, keptAt: Date.now() };
    await withDatabase((database) => database.put(STORE, stored));
  },
  remove: (ids) =>
    withDatabase(async (database) => {
      const transaction = database.transaction(STORE, "readwrite");
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
    }),
  async list(userId, updatesUrl) {
    const range = updatesUrl === undefined ? ofUser(userId) : IDBKeyRange.only([userId, updatesUrl]);
    const found = (await withDatabase((database) => database.getAllFromIndex(STORE, BY_RESPONSE, range))) as StoredUpdate[];
    return found.sort((a, b) => a.keptAt - b.keptAt);
  },
  clear: (userId) =>
    withDatabase(async (database) => {
      const transaction = database.transaction(STORE, "readwrite");
      for await (const cursor of transaction.store.index(BY_RESPONSE).iterate(ofUser(userId))) await cursor.delete();
      await transaction.done;
    }),
};
