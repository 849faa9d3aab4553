import { base64ToBytes } from "@/lib/sync/base64";
import { ResponseStore, type ResponseStoreOptions } from "./response-store";

// The browser's back button shows a page as it was first sent; the store of that visit knows better.
const stores = new Map<string, ResponseStore>();

/** The store of this response, kept while the site is open in this tab. */
export function openStore(options: ResponseStoreOptions): ResponseStore {
  const key = `${options.userId} ${options.updatesUrl}`;
  const existing = stores.get(key);
  if (existing) {
    existing.receive(base64ToBytes(options.documentState), options.seq);
    return existing;
  }
  const store = new ResponseStore(options);
  stores.set(key, store);
  return store;
}

/** Sends what every open response still holds. */
export async function sendOpenStores(): Promise<void> {
  await Promise.all([...stores.values()].map((store) => store.sendNow()));
}
