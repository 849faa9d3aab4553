import type { Gap } from "./gaps";

/** How many things a team is told to start with. */
const FIRST_STEPS = 3;

/**
 * What to start with: the most pressing gaps in the order of the gap list, each from another area, because one step in
 * three places moves more than three in one.
 */
export function chooseStartWith(gaps: readonly Gap[]): Gap[] {
  const chosen: Gap[] = [];
  for (const gap of gaps) {
    const isPressing = gap.kind === "gap" || gap.kind === "partly-there";
    if (isPressing && !chosen.some(({ element }) => element === gap.element)) chosen.push(gap);
    if (chosen.length === FIRST_STEPS) break;
  }
  return chosen;
}
