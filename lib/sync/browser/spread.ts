/** About this long: so that a team does not come back all at once after an outage, or when a server starts again. */
export function spread(ms: number, chance = Math.random()): number {
  return ms * (0.75 + chance / 2);
}
