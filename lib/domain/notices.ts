/** When somebody is told by mail of what waits for them. */
export const NOTICE_PACES = ["at-once", "daily", "never"] as const;
export type NoticePace = (typeof NOTICE_PACES)[number];

/** What people are told of; each with a choice of its own. */
export interface MailChoices {
  /** And rounds that ask somebody to rate. */
  readonly assignments: NoticePace;
  readonly mentions: NoticePace;
}

export const NOTICE_PACE_LABELS: Record<NoticePace, string> = {
  "at-once": "Within a few minutes",
  daily: "Once a day, all in one letter",
  never: "Not by mail",
};

/** Daily letters go out from this hour on, by UTC: morning in the United States. */
const DAILY_HOUR = 13;

/** The last time before `now` at which daily letters began to go out: what waited then is due. */
export function lastDailyRound(now: Date): Date {
  const round = new Date(now);
  round.setUTCHours(DAILY_HOUR, 0, 0, 0);
  if (round > now) round.setUTCDate(round.getUTCDate() - 1);
  return round;
}

/** What a link in a letter stops: one kind of letter, of one person. */
export const STOPPABLE_KINDS = ["assignments", "mentions", "notices", "reminders"] as const;
export type StoppableKind = (typeof STOPPABLE_KINDS)[number];

/** After "Letters about". */
export const STOPPABLE_WORDS: Record<StoppableKind, string> = {
  assignments: "what is assigned to you and rounds that ask you to rate",
  mentions: "comments that mention you",
  notices: "what is assigned to you, rounds that ask you to rate and comments that mention you",
  reminders: "what is due for you",
};
