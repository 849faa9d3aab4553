/** Bodies under way at once from one address: far more than an agency behind one router sends, too few to fill memory with. */
const PLACES_PER_SOURCE = 200;

/** Counts the bodies that have not come whole yet, by the address they come from. */
export class BodyPlaces {
  #taken = new Map();

  constructor(most = PLACES_PER_SOURCE) {
    this.most = most;
  }

  /**
   * @param {string} source
   * @returns {(() => void) | null} how to give the place back (doing it twice does no harm); null when all are taken.
   */
  take(source) {
    const taken = this.#taken.get(source) ?? 0;
    if (taken >= this.most) return null;
    this.#taken.set(source, taken + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = this.#taken.get(source) - 1;
      if (left > 0) this.#taken.set(source, left);
      else this.#taken.delete(source);
    };
  }
}
