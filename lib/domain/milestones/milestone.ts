/** A named day of a team, kept as it was. */
export interface MilestoneFacts {
  readonly id: string;
  readonly name: string;
  /** The day on the team's clock, "2026-05-29". */
  readonly onDay: string;
  /** Made afterwards, out of the history. */
  readonly isPast: boolean;
  /** Whether it keeps names beside roles. */
  readonly keepsNames: boolean;
}

export const MILESTONE_LIMITS = {
  /** Of a team, removed ones too. */
  milestones: 200,
  name: 100,
  /** What one may take up, in bytes of JSON; stored it is a tenth of that. */
  contentBytes: 64 * 1024 * 1024,
} as const;

/** What nobody can know of a past day, and how a milestone of one deals with it. Said wherever it is shown or printed. */
export const UNKNOWN_OF_PAST: readonly string[] = [
  "Who looked after what that day is not kept, so it holds no assignments.",
  "Files that were removed since are missing from its list of files.",
  "How an indicator is measured, and its target, are as they were when the milestone was made.",
  "The names and roles of people, the team and the agency are those of the day it was made.",
  "The words of the one-page brief are not kept, so it has no brief.",
];

/** Said besides where a tool was changed since that day. */
export function describeUpgraded(labels: readonly string[]): string {
  const tools = new Intl.ListFormat("en-US").format(labels);
  return `${tools} ${labels.length === 1 ? "was" : "were"} changed since. Answers stand where the newer version has a place for them.`;
}
