const DAY_MS = 24 * 60 * 60 * 1000;

/** A day so many days after today, by UTC: "2026-12-01". */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
