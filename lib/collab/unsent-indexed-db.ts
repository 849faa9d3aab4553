// Not loaded on demand: whoever goes offline the moment a page is open must be able to keep what they write.
import type { UnsentStorage, UnsentUpdate } from "./unsent-storage";

const DATABASE = "unsent-changes";
const STORE = "updates";
const BY_RESPONSE = "by-response";

interface StoredUpdate extends UnsentUpdate {
  readonly keptAt: number;
}

let opened: Promise<IDBDatabase> | undefined;
const onLost = new Set<() => void>();
const lose = () => onLost.forEach((keepAgain) => keepAgain());

/** One connection per page; asked for again after a failure, since private windows may refuse it for a while. */
function open(): Promise<IDBDatabase> {
  if (opened) return opened;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: "id" });
      store.createIndex(BY_RESPONSE, ["userId", "updatesUrl"]);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // Somebody deletes the database (the browser, for its owner) and waits for all who have it open.
      database.onversionchange = ({ newVersion }) => {
        forget();
        database.close();
        if (newVersion === null) lose();
      };
      // Browsers close it by themselves too: when storage is cleared or fails, and on iPhones after a while in the background.
      database.onclose = () => {
        forget();
        lose();
      };
      resolve(database);
    };
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
async function withDatabase<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const opening = open();
  try {
    return await work(await opening);
  } catch (error) {
    if (!(error instanceof DOMException) || !CLOSED.has(error.name)) throw error;
    if (opened === opening) opened = undefined;
    return work(await open());
  }
}

/** Resolves with what `work` asked for once the browser has written it down. */
async function transact<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T> | null): Promise<T> {
  return withDatabase(
    (database) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const request = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request?.result as T);
        transaction.onabort = () => reject(transaction.error ?? new DOMException("The browser gave it up.", "AbortError"));
      }),
  );
}

/** Every response of one person: keys of the index from [userId] up to [userId, anything]. */
const ofUser = (userId: string) => IDBKeyRange.bound([userId], [userId, []]);

/** Keeps unsent changes in this browser, apart for each person who signs in. */
export const indexedDbStorage: UnsentStorage = {
  isDurable: true,
  onLost: (keepAgain) => void onLost.add(keepAgain),
  async add(record) {
    const stored: StoredUpdate = { ...record, keptAt: Date.now() };
    await transact("readwrite", (store) => store.put(stored));
  },
  remove: (ids) =>
    transact("readwrite", (store) => {
      for (const id of ids) store.delete(id);
      return null;
    }),
  async list(userId, updatesUrl) {
    const range = updatesUrl === undefined ? ofUser(userId) : IDBKeyRange.only([userId, updatesUrl]);
    const found = await transact<StoredUpdate[]>("readonly", (store) => store.index(BY_RESPONSE).getAll(range));
    return found.sort((a, b) => a.keptAt - b.keptAt);
  },
  clear: (userId) =>
    transact("readwrite", (store) => {
      const keys = store.index(BY_RESPONSE).getAllKeys(ofUser(userId));
      keys.onsuccess = () => keys.result.forEach((key) => store.delete(key));
      return null;
    }),
};
