import "server-only";

/** What a person may use at once after a quiet while, and how fast it comes back, in milliseconds of processor time. */
const BURST_MS = 10_000;
/** A person at work uses a hundredth of a second each second; the benchmark's writers, who never pause, a fifth. */
const BACK_PER_SECOND_MS = 500;
/** More people than an instance serves at once; who is forgotten has a full budget again. */
const MOST_PEOPLE = 20_000;

interface Account {
  /** Milliseconds used and not come back yet, as of `at`. */
  used: number;
  at: number;
}

// Next bundles each route apart; there is one of these per process all the same.
const holder = globalThis as typeof globalThis & { workbookProcessorTime?: Map<string, Account> };

function accounts(): Map<string, Account> {
  holder.workbookProcessorTime ??= new Map();
  return holder.workbookProcessorTime;
}

function usedBy(userId: string, now: number): number {
  const known = accounts().get(userId);
  return known ? Math.max(0, known.used - ((now - known.at) / 1000) * BACK_PER_SECOND_MS) : 0;
}

/** Whole seconds until this person's changes are taken again; 0 when they are now. */
export function secondsUntilAffordable(userId: string, now = Date.now()): number {
  const over = usedBy(userId, now) - BURST_MS;
  return over > 0 ? Math.ceil(over / BACK_PER_SECOND_MS) : 0;
}

/** Counts processor time, in milliseconds, that a person's change took in this process. */
export function chargeProcessorTime(userId: string, ms: number, now = Date.now()): void {
  const all = accounts();
  const used = usedBy(userId, now) + ms;
  // The one who came back last stands last, so that the first to be forgotten have been away longest.
  all.delete(userId);
  all.set(userId, { used, at: now });
  if (all.size > MOST_PEOPLE) all.delete(all.keys().next().value as string);
}
