/**
 * The one place where a number is rounded to be shown: half up, from the exact fraction of the counts behind it. A
 * quotient is already a neighbour of the fraction (0.575 * 100 is 57.49999999999999), so that its half can be lost.
 */

/** Whole numbers, none below 0; the denominator is above 0. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** In units of the last decimal: 30 for 59/20 with one decimal. Exact while 2 × numerator × 10^decimals is below 2^53. */
export function roundHalfUp({ numerator, denominator }: Fraction, decimals = 0): number {
  const doubled = 2 * numerator * 10 ** decimals + denominator;
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
}

/** "3.0" for 59/20 with one decimal. */
export function formatFraction(fraction: Fraction, decimals: number): string {
  const digits = String(roundHalfUp(fraction, decimals)).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** "58%" for 23/40. */
export function formatPercent(fraction: Fraction): string {
  return `${roundHalfUp(fraction, 2)}%`;
}

/** Whether the fraction itself, not what is shown of it, is below a whole number. */
export function isBelow({ numerator, denominator }: Fraction, limit: number): boolean {
  return numerator < limit * denominator;
}
