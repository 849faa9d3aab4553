/** One vote of a meeting, as the room saw it at its reveal. */
export interface RecordedVote {
  readonly roundId: string;
  readonly voted: number;
  /** "Views differ"; null where too few chose a step to say so. */
  readonly standing: string | null;
  /** "2 chose 2 Disagree, 1 chose 4 Agree"; null below three. */
  readonly counts: string | null;
}

const NAMES = ["First", "Second", "Third", "Fourth", "Fifth"] as const;

/** "First vote: 6 voted, views differ. 3 chose 2 Disagree, 3 chose 4 Agree." Alone it is not counted. */
export function voteWords({ voted, standing, counts }: RecordedVote, index: number, of: number): string {
  const which = of === 1 ? "" : `${NAMES[index] ? `${NAMES[index]} vote` : `Vote ${index + 1}`}: `;
  const said = standing ? `, ${standing.charAt(0).toLowerCase()}${standing.slice(1)}` : "";
  return `${which}${voted} voted${said}.${counts ? ` ${counts}.` : ""}`;
}
