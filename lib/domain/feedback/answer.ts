import type { FeedbackQuestion } from "./question";

/** The longest words of one answer to one question, and all of an answer together, in UTF-16 code units. */
export const ANSWER_LIMITS = { text: 2_000, all: 12_000 } as const;

/** Stands where the team took words out of an answer. */
export const TAKEN_OUT = "[taken out]";

/**
 * "new": waits to be looked at. "held": waits too, because something looks wrong. "counted": counts. "set-aside": kept, and
 * counted nowhere. "removed": emptied for good by the team.
 */
export const ANSWER_STATES = ["new", "held", "counted", "set-aside", "removed"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** Why an answer is held; whoever sent it is not told. */
export const HELD_REASONS = ["no-script", "trap", "too-quick", "many-links", "same-text", "many-from-one"] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** In words, to whoever looks at answers. */
export const HELD_WORDS = {
  "no-script": "It was sent without the check that keeps programs out. An old phone sends it so, too.",
  trap: "A field that people do not see was filled in. Programs do that.",
  "too-quick": "It was sent faster than people read.",
  "many-links": "It holds many links.",
  "same-text": "The same words came many times.",
  "many-from-one": "Many answers came from one place that day.",
} as const satisfies Readonly<Record<HeldReason, string>>;

/** Reasons as one text, as the database keeps them; null where nothing is wrong. */
export function formatHeldFor(reasons: readonly HeldReason[]): string | null {
  return reasons.length === 0 ? null : HELD_REASONS.filter((reason) => reasons.includes(reason)).join(" ");
}

/** The reasons in a text of the database. */
export function readHeldFor(text: string | null): readonly HeldReason[] {
  const kept = (text ?? "").split(" ");
  return HELD_REASONS.filter((reason) => kept.includes(reason));
}

/** What somebody answered, by question: the id of a choice, or words. What is missing was skipped. */
export type FeedbackAnswers = Readonly<Record<string, string>>;

/** An answer as the database keeps it, read for these questions: anything else in it is left out. */
export function readAnswers(questions: readonly FeedbackQuestion[], stored: unknown): FeedbackAnswers {
  if (typeof stored !== "object" || stored === null) return {};
  const kept = new Map<string, unknown>(Object.entries(stored));
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = kept.get(id);
      return typeof answer === "string" && answer !== "" ? [[id, answer]] : [];
    }),
  );
}

/** What is wrong with an answer to one question, in words; null when it can be kept. */
export function findAnswerProblem({ kind, options }: FeedbackQuestion, answer: string): string | null {
  if (answer === "") return null;
  if (kind === "choice") return options.some(({ id }) => id === answer) ? null : "Choose one of the answers listed.";
  return answer.length <= ANSWER_LIMITS.text ? null : `Use ${ANSWER_LIMITS.text.toLocaleString("en-US")} characters or fewer.`;
}

/** An answer in words: a choice's label, or the words themselves. */
export function answerWords({ kind, options }: FeedbackQuestion, answer: string): string {
  return kind === "choice" ? (options.find(({ id }) => id === answer)?.label ?? "") : answer;
}

/** How many chose each choice, and how many wrote something, for one question. */
export interface QuestionCounts {
  readonly question: FeedbackQuestion;
  /** How many answered it at all. */
  readonly answered: number;
  /** By choice, in the order they are shown; empty for words. */
  readonly options: readonly { readonly label: string; readonly count: number }[];
}

/** @param counted the answers that count, and no others */
export function countAnswers(questions: readonly FeedbackQuestion[], counted: readonly FeedbackAnswers[]): readonly QuestionCounts[] {
  return questions.map((question) => {
    const given = counted.flatMap((answers) => answers[question.id] ?? []);
    return {
      question,
      answered: given.length,
      options: question.options.map(({ id, label }) => ({ label, count: given.filter((answer) => answer === id).length })),
    };
  });
}

/**
 * Takes a passage out of words: every place where it stands. Nothing else can be changed, so that nobody's words become what
 * they never said.
 */
export function takeOut(words: string, passage: string): string {
  return passage.trim() === "" ? words : words.replaceAll(passage, TAKEN_OUT);
}
