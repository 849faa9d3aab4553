import { z } from "zod";
import { boundedText, writtenText } from "@/lib/domain/text/bounded-text";

/** How many questions one form asks, and the longest words of a question and of a choice, in UTF-16 code units. */
export const QUESTION_LIMITS = { fewest: 1, most: 12, words: 300, fewestOptions: 2, mostOptions: 8, option: 80, sourceWords: 2_000 } as const;

/** "choice": one of a few words. "text": whatever somebody writes. Nobody has to answer either. */
export const QUESTION_KINDS = ["choice", "text"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The item of a tool that a question was made from, and its words as printed. */
export interface QuestionSource {
  readonly toolkitId: string;
  readonly toolId: string;
  readonly itemId: string;
  readonly words: string;
}

export interface QuestionOption {
  readonly id: string;
  readonly label: string;
}

export interface FeedbackQuestion {
  /** Of this form alone; answers are kept under it. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly words: string;
  /** Of a "choice", in the order they are shown; empty for "text". */
  readonly options: readonly QuestionOption[];
  /** Null where the team wrote the question itself. */
  readonly source: QuestionSource | null;
}

/** The choices that a form offers ready-made. */
export const OPTION_SETS = {
  partly: ["Yes", "Partly", "No", "I do not know"],
  sometimes: ["Yes", "Sometimes", "No", "I do not know"],
  plain: ["Yes", "No", "I do not know"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionSet = keyof typeof OPTION_SETS;

/** Choices with ids by their place: "a", "b" … */
export function optionsOf(labels: readonly string[]): readonly QuestionOption[] {
  return labels.map((label, index) => ({ id: String.fromCharCode("a".charCodeAt(0) + index), label }));
}

const NO_WORDS = "Write the question.";
const NO_OPTION = "Write the words of this choice, or take it away.";
/** Neither a number nor a name that an object has already: "__proto__" is no question. */
const QUESTION_ID = /^q[a-z0-9]{1,20}$/;

const questionId = boundedText(21).regex(QUESTION_ID);
const optionSchema = z.strictObject({
  id: boundedText(1).regex(/^[a-h]$/),
  label: writtenText(QUESTION_LIMITS.option, undefined, (text) => text.trim()).refine((text) => text !== "", NO_OPTION),
});
const sourceSchema = z.strictObject({
  toolkitId: boundedText(100),
  toolId: boundedText(100),
  itemId: boundedText(200),
  words: boundedText(QUESTION_LIMITS.sourceWords),
});

export const questionSchema = z
  .strictObject({
    id: questionId,
    kind: z.enum(QUESTION_KINDS, "Choose how people answer."),
    words: writtenText(QUESTION_LIMITS.words, undefined, (text) => text.trim()).refine((text) => text !== "", NO_WORDS),
    options: z.array(optionSchema).max(QUESTION_LIMITS.mostOptions, `Offer at most ${QUESTION_LIMITS.mostOptions} choices.`).readonly(),
    source: sourceSchema.nullable(),
  })
  .superRefine(({ kind, options }, context) => {
    if (kind === "text" && options.length > 0) context.addIssue({ code: "custom", path: ["options"], message: "A question that people answer in their own words has no choices." });
    if (kind !== "choice") return;
    if (options.length < QUESTION_LIMITS.fewestOptions) context.addIssue({ code: "custom", path: ["options"], message: `Offer at least ${QUESTION_LIMITS.fewestOptions} choices.` });
    if (new Set(options.map(({ id }) => id)).size !== options.length) context.addIssue({ code: "custom", path: ["options"], message: "Two choices have the same id." });
    if (new Set(options.map(({ label }) => label.toLowerCase())).size !== options.length) context.addIssue({ code: "custom", path: ["options"], message: "Two choices have the same words." });
  });

/** All questions of a form, as a page sends them and as they are kept. */
export const questionsSchema = z
  .array(questionSchema)
  .min(QUESTION_LIMITS.fewest, "Ask at least one question.")
  .max(QUESTION_LIMITS.most, `Ask at most ${QUESTION_LIMITS.most} questions.`)
  .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, "Two questions have the same id.")
  .readonly();

/** Questions out of the database, which holds only what passed the schema. */
export function readQuestions(stored: unknown): readonly FeedbackQuestion[] {
  return questionsSchema.parse(stored);
}

/** How a question is answered, in a line: "Yes, Partly, No", or that people write. */
export function answerWays({ kind, options }: Pick<FeedbackQuestion, "kind" | "options">): string {
  return kind === "text" ? "In their own words" : options.map(({ label }) => label).join(", ");
}
