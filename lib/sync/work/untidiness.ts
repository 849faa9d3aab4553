import "server-only";

/** A whole table pasted and taken back leaves some 10,000 parts behind. */
const BURST = 20_000;
/** Somebody who types and deletes without a pause leaves less than one a second. */
const BACK_PER_SECOND = 5;
const MOST_KEYS = 20_000;

const holder = globalThis as typeof globalThis & { workbookUntidiness?: Map<string, { left: number; at: number }> };

/**
 * Counts what a person's change adds to a document that no answer shows.
 * @param key names the person and the response.
 * @returns 0, or the seconds until so much is taken again; then nothing was counted.
 */
export function noteUntidiness(key: string, amount: number, now = Date.now()): number {
  if (amount === 0) return 0;
  const all = (holder.workbookUntidiness ??= new Map<string, { left: number; at: number }>());
  const known = all.get(key) ?? { left: 0, at: now };
  const left = Math.max(0, known.left - ((now - known.at) / 1000) * BACK_PER_SECOND) + amount;
  if (left > BURST) return Math.min(3_600, Math.ceil((left - BURST) / BACK_PER_SECOND));
  all.delete(key);
  all.set(key, { left, at: now });
  if (all.size > MOST_KEYS) all.delete(all.keys().next().value as string);
  return 0;
}
