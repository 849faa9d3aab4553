import "server-only";

/** Who can only ask is present for this long after asking. */
export const POSTED_MS = 30_000;
/** What another instance told and did not repeat; it repeats every 15 seconds. */
export const TOLD_MS = 40_000;
/** A person's tabs of one tool that are known at once. Browsers name their tabs themselves, so there could be any number. */
export const MOST_TABS_PER_PERSON = 10;
/** Tabs of one tool that are shown; of a larger crowd those that moved last. */
export const MOST_TABS_SHOWN = 150;

export interface Tab {
  readonly tab: string;
  readonly userId: string;
  readonly itemId: string | null;
}

type TabKey = Pick<Tab, "tab" | "userId">;

interface Entry extends Tab {
  readonly instance: string;
  /** Open streams of this tab; only counted for this instance's own. */
  readonly streams: number;
  readonly expiresAt: number;
  /** When its item became known: of two entries of one tab, the later knows better. */
  readonly changedAt: number;
}

/**
 * The open tabs of one tool, as this instance knows them: its own, and those that others told of. A tab can be known
 * twice, when its stream is at one instance and its last word went to another.
 * Times are in milliseconds, from the caller.
 */
export class Presence {
  readonly #instance: string;
  readonly #entries = new Map<string, Entry>();

  constructor(instance: string) {
    this.#instance = instance;
  }

  /** A stream of this tab was opened here. */
  enter(key: TabKey, now: number): void {
    const known = this.#find(this.#instance, key);
    const elsewhere = this.list().find(({ tab, userId }) => tab === key.tab && userId === key.userId);
    this.#put({
      ...key,
      itemId: elsewhere?.itemId ?? null,
      instance: this.#instance,
      streams: (known?.streams ?? 0) + 1,
      expiresAt: known?.expiresAt ?? 0,
      changedAt: known?.changedAt ?? now,
    });
  }

  /** A stream of this tab was closed here. @returns whether the tab is gone from this instance. */
  leave(key: TabKey): boolean {
    const known = this.#find(this.#instance, key);
    if (!known || known.streams <= 1) return this.#entries.delete(keyOf(this.#instance, key));
    this.#put({ ...known, streams: known.streams - 1 });
    return false;
  }

  /** The tab said here where it is. @returns the tab that was forgotten in its place, as the person has too many. */
  post(tab: Tab, now: number): Tab | null {
    const streams = this.#find(this.#instance, tab)?.streams ?? 0;
    const forgotten = this.#makeRoom(this.#instance, tab);
    this.#put({ ...tab, instance: this.#instance, streams, expiresAt: now + POSTED_MS, changedAt: now });
    return forgotten;
  }

  /** Another instance told where a tab is. */
  hear(instance: string, tab: Tab, isNews: boolean, now: number): void {
    const known = this.#find(instance, tab);
    const changedAt = known && !isNews && known.itemId === tab.itemId ? known.changedAt : now;
    this.#makeRoom(instance, tab);
    this.#put({ ...tab, instance, streams: 0, expiresAt: now + TOLD_MS, changedAt });
    const own = this.#find(this.#instance, tab);
    if (!isNews || !own) return;
    if (own.streams > 0) this.#put({ ...own, itemId: tab.itemId, changedAt: now });
    else this.#entries.delete(keyOf(this.#instance, tab));
  }

  /** Another instance told that a tab is gone from it. */
  hearGone(instance: string, key: TabKey): void {
    this.#entries.delete(keyOf(instance, key));
  }

  /** Forgets what was not repeated in time. @returns the tabs that are gone from this instance. */
  expire(now: number): Tab[] {
    const gone = [...this.#entries].filter(([, { streams, expiresAt }]) => streams === 0 && expiresAt <= now);
    for (const [key] of gone) this.#entries.delete(key);
    return gone.map(([, entry]) => entry).filter(({ instance }) => instance === this.#instance);
  }

  /** This instance's own tabs. */
  own(): Tab[] {
    return [...this.#entries.values()].filter(({ instance }) => instance === this.#instance).map(toTab);
  }

  /** Every tab once, of each person and in all only so many: those that moved last. */
  list(): Tab[] {
    const newest = this.#newest();
    if (newest.length <= MOST_TABS_PER_PERSON) return newest.map(toTab);
    const shown = new Set<Entry>();
    const counts = new Map<string, number>();
    for (const entry of [...newest].sort((a, b) => b.changedAt - a.changedAt)) {
      const count = counts.get(entry.userId) ?? 0;
      if (count >= MOST_TABS_PER_PERSON || shown.size >= MOST_TABS_SHOWN) continue;
      counts.set(entry.userId, count + 1);
      shown.add(entry);
    }
    return newest.filter((entry) => shown.has(entry)).map(toTab);
  }

  #newest(): Entry[] {
    const newest = new Map<string, Entry>();
    for (const entry of this.#entries.values()) {
      const key = keyOf("", entry);
      const other = newest.get(key);
      if (!other || other.changedAt <= entry.changedAt) newest.set(key, entry);
    }
    return [...newest.values()];
  }

  /**
   * Forgets, for a tab that is new to it, the one of the same person at this instance that has said nothing for longest.
   * Tabs with a stream are counted by their streams, of which nobody can have many.
   */
  #makeRoom(instance: string, tab: TabKey): Tab | null {
    if (this.#find(instance, tab)) return null;
    const others = [...this.#entries.values()].filter(
      (entry) => entry.instance === instance && entry.userId === tab.userId && entry.streams === 0,
    );
    if (others.length < MOST_TABS_PER_PERSON) return null;
    const oldest = others.reduce((one, other) => (other.expiresAt < one.expiresAt ? other : one));
    this.#entries.delete(keyOf(instance, oldest));
    return toTab(oldest);
  }

  #find(instance: string, key: TabKey): Entry | undefined {
    return this.#entries.get(keyOf(instance, key));
  }

  #put(entry: Entry): void {
    this.#entries.set(keyOf(entry.instance, entry), entry);
  }
}

/** With the person, so that nobody can speak for another person's tab. */
function keyOf(instance: string, { tab, userId }: TabKey): string {
  return `${instance} ${userId} ${tab}`;
}

function toTab({ tab, userId, itemId }: Tab): Tab {
  return { tab, userId, itemId };
}
