// Not loaded on demand: whoever goes offline the moment a page is open must be able to keep what they write.
import { type IDBPDatabase, openDB } from "idb";
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";

const DATABASE = "unsent-changes";
const STORE = "updates";
const BY_RESPONSE = "by-response";

interface StoredUpdate extends UnsentUpdate {
  readonly keptAt: number;
}

let opened: Promise<IDBPDatabase> | undefined;

/** One connection per page; asked for again after a failure, since private windows may refuse it for a while. */
function open(): Promise<IDBPDatabase> {
  opened ??= openDB(DATABASE, 1, {
    upgrade(database) {
      const store = database.createObjectStore(STORE, { keyPath: "id" });
      store.createIndex(BY_RESPONSE, ["userId", "updatesUrl"]);
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Every response of one person: keys of the index from [userId] up to [userId, anything]. */
const ofUser = (userId: string) => IDBKeyRange.bound([userId], [userId, []]);

/** Keeps unsent changes in this browser, apart for each person who signs in. */
export const indexedDbStorage: UnsentStorage = {
  isDurable: true,
  async add(record) {
    const stored: StoredUpdate = { ...record, keptAt: Date.now() };
    await (await open()).put(STORE, stored);
  },
  async remove(ids) {
    const transaction = (await open()).transaction(STORE, "readwrite");
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  },
  async list(userId, updatesUrl) {
    const range = updatesUrl === undefined ? ofUser(userId) : IDBKeyRange.only([userId, updatesUrl]);
    const found = (await (await open()).getAllFromIndex(STORE, BY_RESPONSE, range)) as StoredUpdate[];
    return found.sort((a, b) => a.keptAt - b.keptAt);
  },
  async clear(userId) {
    const transaction = (await open()).transaction(STORE, "readwrite");
    for await (const cursor of transaction.store.index(BY_RESPONSE).iterate(ofUser(userId))) await cursor.delete();
    await transaction.done;
  },
};
