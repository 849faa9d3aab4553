/**
 * A document that was built anew from its answers is another edition: what was written to the one before no longer fits.
 * Updates are numbered through, and each edition begins at the next multiple of this, so that every number tells its
 * edition.
 */
const NUMBERS_PER_EDITION = 2 ** 32;

/** The edition that an update's number belongs to; 0 for a document that was never built anew. */
export function editionOf(seq: number): number {
  return Math.floor(seq / NUMBERS_PER_EDITION);
}

/** The number of the update that a new edition begins with, after update number `seq`. */
export function nextEditionSeq(seq: number): number {
  return (editionOf(seq) + 1) * NUMBERS_PER_EDITION;
}
