import type { Item, ItemKind } from "@/lib/domain/tool/definition";

export const STATUS_VALUES = ["yes", "in-progress", "no"] as const;
export type StatusValue = (typeof STATUS_VALUES)[number];

export const STATUS_LABELS: Record<StatusValue, string> = {
  yes: "Yes",
  "in-progress": "In Progress",
  no: "No",
};

export const SCORE_VALUES = [1, 2, 3, 4, 5] as const;
export type ScoreValue = (typeof SCORE_VALUES)[number];

/** The three meanings Tool 9 gives D/K, and "dk" while the team has not said which. */
export const DONT_KNOW_VALUES = ["dk", "dk-unclear", "dk-unknown", "dk-not-applicable"] as const;
export type DontKnowValue = (typeof DONT_KNOW_VALUES)[number];
export type RatingValue = ScoreValue | DontKnowValue;

export const SCORE_LABELS: Record<ScoreValue, string> = {
  1: "Strongly Disagree",
  2: "Disagree",
  3: "Neutral",
  4: "Agree",
  5: "Strongly Agree",
};

/** The three readings follow the toolkit's own definition of D/K. */
export const DONT_KNOW_LABELS: Record<DontKnowValue, string> = {
  dk: "D/K",
  "dk-unclear": "D/K: not sure we understand this",
  "dk-unknown": "D/K: we do not know yet",
  "dk-not-applicable": "D/K: does not apply to us",
};

export interface ChoiceValue {
  readonly option: string;
  /** Words given with the "Other" option. */
  readonly other?: string | undefined;
}

export interface TableRow {
  readonly id: string;
  /** Column id to text, ISO date, id of an option or person (`personToken`); a missing column is an empty cell. */
  readonly cells: Readonly<Record<string, string>>;
}

/** What a stored answer looks like, per item kind. Dates are ISO calendar dates, "2026-03-31". */
export interface AnswerByKind {
  text: string;
  date: string;
  choice: ChoiceValue;
  status: StatusValue;
  rating: RatingValue;
  table: readonly TableRow[];
  /** A person as `personToken` writes them, so that no text of a name is ever stored for them. */
  person: string;
}

export type AnswerOf<K extends ItemKind> = AnswerByKind[K];
export type Answer = AnswerByKind[ItemKind];

/** Item id to answer; an item without a key is blank. */
export type Answers = Readonly<Record<string, Answer>>;

/** The answer to one item, typed by the item's kind. Stored answers were validated against it when saved. */
export function answerTo<I extends Item>(item: I, answers: Answers): AnswerByKind[I["kind"]] | null {
  return (answers[item.id] as AnswerByKind[I["kind"]] | undefined) ?? null;
}
