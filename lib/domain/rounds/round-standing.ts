import type { RoundState } from "./round";

/**
 * How a round stands, as everyone who watches is told: the same for each, with nothing of one person and nothing that anybody
 * rated.
 */
export interface RoundStanding {
  readonly state: RoundState;
  readonly asked: number;
  /** Of those who are asked, how many have no account here; 0 once the round is closed. */
  readonly guests: number;
  readonly finished: number;
  readonly missing: number;
  /** "2026-12-04"; null where no day was said. */
  readonly untilOn: string | null;
  /** Another one whenever the round's page would say something else: who finished, what was decided, which notes are shown. */
  readonly mark: string;
}

/** The same of a team's list of rounds. */
export interface RoundsStanding {
  readonly mark: string;
}
