/** Votes of a meeting that found no network: kept on the phone until they are counted. */

export interface KeptBallot {
  readonly round: string;
  readonly value: string;
  readonly turn: number;
  /** Of a shared phone: the secret of this turn, which the phone forgets with the vote. */
  readonly turnKey: string | null;
  /** The statement it answers, to say which answer came too late; it is not sent. */
  readonly about: string;
}

const keyOf = (seatId: string) => `meeting-votes:${seatId}`;

export function readKeptBallots(seatId: string): readonly KeptBallot[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(seatId)) ?? "[]");
    return Array.isArray(kept) ? (kept as KeptBallot[]) : [];
  } catch {
    return [];
  }
}

/** Forgets every vote that waits here, whoever's seat it is of: on a shared computer nobody after them is to read it. */
export function deleteKeptBallots(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(""))) localStorage.removeItem(key);
  } catch {
    // A browser that refuses storage keeps nothing.
  }
}

export function keepBallots(seatId: string, ballots: readonly KeptBallot[]): void {
  try {
    if (ballots.length === 0) localStorage.removeItem(keyOf(seatId));
    else localStorage.setItem(keyOf(seatId), JSON.stringify(ballots));
  } catch {
    // Private windows may keep nothing: then it waits in the page alone.
  }
}
