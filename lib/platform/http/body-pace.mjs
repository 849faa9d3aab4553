// Plain JavaScript: the server around Next (scripts/lib/server) and the routes (read-bytes.ts) hold bodies to one pace.

/**
 * How slowly a body may come: a minimum rate rather than a time for all of it, because a file of 10 MB from a patrol car
 * takes its time, and somebody who sends a byte a second only wants to hold a place.
 * @typedef {object} Pace
 * @property {number} graceMs What every body gets.
 * @property {number} bytesPerSecond And from then on.
 */

/** @type {Pace} */
export const BODY_PACE = { graceMs: 20_000, bytesPerSecond: 8 * 1024 };

/**
 * How long a body may have taken, from its begin, by the time it has come so far.
 * @param {number} receivedBytes
 * @param {Pace} pace
 * @returns {number} milliseconds
 */
export function allowedMs(receivedBytes, { graceMs, bytesPerSecond }) {
  return graceMs + (receivedBytes / bytesPerSecond) * 1000;
}
