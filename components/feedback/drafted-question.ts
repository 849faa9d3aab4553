import { type FeedbackQuestion, optionsOf, type QuestionKind, type QuestionSource } from "@/lib/domain/feedback/question";

/** A question while somebody writes it: choices as lines of a text. */
export interface DraftedQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly words: string;
  readonly choices: string;
  readonly source: QuestionSource | null;
}

export function draftOf({ id, kind, words, options, source }: FeedbackQuestion): DraftedQuestion {
  return { id, kind, words, choices: options.map(({ label }) => label).join("\n"), source };
}

/** The question as it is sent; blank lines are no choices. */
export function questionOf({ id, kind, words, choices, source }: DraftedQuestion): FeedbackQuestion {
  const labels = choices.split("\n").map((line) => line.trim()).filter(Boolean);
  return { id, kind, words, options: kind === "choice" ? optionsOf(labels) : [], source };
}

/** An id that none of these questions has. */
export function freeQuestionId(questions: readonly { readonly id: string }[]): string {
  for (let number = 1; ; number += 1) {
    if (!questions.some(({ id }) => id === `q${number}`)) return `q${number}`;
  }
}
