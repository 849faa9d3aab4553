import type { UnsentAnswer } from "@/lib/sync/document/fit-answer";

/** A change the server has not confirmed, kept for the person who made it. */
export interface UnsentUpdate {
  readonly id: string;
  readonly userId: string;
  /** Where it is to be sent; also says which response it belongs to. */
  readonly updatesUrl: string;
  readonly itemIds: readonly string[];
  readonly update: Uint8Array;
  /** Which edition of the document it was made to; the first in changes kept before there were others. */
  readonly edition?: number;
  /** In the newest of those that could not be sent: what is unsent as answers, in case the document is another by then. */
  readonly answers?: Readonly<Record<string, UnsentAnswer>>;
}

export interface UnsentStorage {
  /** Whether what is kept outlives the page. */
  readonly isDurable: boolean;
  add(record: UnsentUpdate): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** One person's changes, oldest first; to one response when `updatesUrl` is given. */
  list(userId: string, updatesUrl?: string): Promise<UnsentUpdate[]>;
  clear(userId: string): Promise<void>;
  /** Calls `keepAgain` whenever what was kept may be gone, as after somebody cleared the site's data. */
  onLost?(keepAgain: () => void): void;
}

/** Keeps changes for as long as the page is open: where the browser refuses storage. */
export function createMemoryStorage(isDurable = false): UnsentStorage {
  const records = new Map<string, UnsentUpdate>();
  return {
    isDurable,
    add: async (record) => void records.set(record.id, record),
    remove: async (ids) => ids.forEach((id) => records.delete(id)),
    list: async (userId, updatesUrl) =>
      [...records.values()].filter(
        (record) => record.userId === userId && (updatesUrl === undefined || record.updatesUrl === updatesUrl),
      ),
    clear: async (userId) => {
      for (const record of records.values()) if (record.userId === userId) records.delete(record.id);
    },
  };
}
