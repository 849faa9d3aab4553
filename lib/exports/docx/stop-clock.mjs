// @ts-check

/**
 * Lets this process live in the instant given (seconds since 1970), with random numbers that repeat: the library dates the
 * file and its entries and makes up their ids, and nothing here needs a secret.
 * @param {number} timestamp
 */
export function stopClock(timestamp) {
  const RunningDate = Date;
  const now = timestamp * 1000;
  globalThis.Date = /** @type {DateConstructor} */ (
    class extends RunningDate {
      /** @param {unknown[]} given */
      constructor(...given) {
        super(.../** @type {[number]} */ (given.length === 0 ? [now] : given));
      }

      static now() {
        return now;
      }
    }
  );
  let state = 1;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
