import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const open = new AsyncLocalStorage<PendingCommit>();

/** A transaction that is not committed yet, and what is to happen once it is. */
export class PendingCommit {
  /** Whether what `callAsAgency` writes meanwhile is part of it. */
  readonly takesCalls: boolean;
  #waiting: (() => void)[] | null = [];

  constructor({ takesCalls }: { readonly takesCalls: boolean }) {
    this.takesCalls = takesCalls;
  }

  /** Work inside of which `afterCommit` waits for this transaction. */
  during<T>(work: () => Promise<T>): Promise<T> {
    return open.run(this, work);
  }

  /** It is committed. After a rollback nobody says so, and nothing happens. */
  done(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const work of waiting) work();
  }

  /** What comes after the commit, from work nobody waited for, happens at once. */
  add(work: () => void): void {
    if (this.#waiting) this.#waiting.push(work);
    else work();
  }
}

/**
 * Runs `work` once the transaction it is called in is committed, the outermost where calls join; at once where there is
 * none; never when it is rolled back. Whoever tells others of a change goes through it: told before the commit they
 * would look, find things as they were, and not look again. It must not throw.
 */
export function afterCommit(work: () => void): void {
  const commit = open.getStore();
  if (commit) commit.add(work);
  else work();
}

/** The same for what `callAsAgency` wrote, which is committed already unless it joined a transaction. */
export function afterCallCommit(work: () => void): void {
  const commit = open.getStore();
  if (commit?.takesCalls) commit.add(work);
  else work();
}

/** What was committed stays so, whatever becomes of telling others. */
export function neverThrowing(work: () => void): () => void {
  return () => {
    try {
      work();
    } catch (error) {
      console.error("Others could not be told of a change:", error);
    }
  };
}
