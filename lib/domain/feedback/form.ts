import { z } from "zod";
import { dateText, writtenText } from "@/lib/domain/text/bounded-text";
import { DATE_PROBLEM, findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";
import { type FeedbackQuestion, questionsSchema } from "./question";

/** Most forms of one team; longest texts, in UTF-16 code units; how many answers a form takes, in all and in an hour. */
export const FORM_LIMITS = { forms: 100, title: 120, intro: 600, quota: 1_000, quotaMost: 20_000, hourly: 200 } as const;

/**
 * "draft": only the team knows of it. "open": its address takes answers. "closed": by hand, or its last day is over; it can be
 * opened again. "withdrawn": for good; the address says so, and what was answered stays with the team.
 */
export const FORM_STATES = ["draft", "open", "closed", "withdrawn"] as const;
export type FormState = (typeof FORM_STATES)[number];

/** What a form's state follows from. */
export interface FormDays {
  readonly publishedAt: string | null;
  /** Its last day, "2026-12-31": answers are taken until the day is over where the agency is. */
  readonly closesOn: string | null;
  readonly closedAt: string | null;
  readonly withdrawnAt: string | null;
}

/** @param today the day where the agency is, "2026-12-01" */
export function formStateOf({ publishedAt, closesOn, closedAt, withdrawnAt }: FormDays, today: string): FormState {
  if (withdrawnAt !== null) return "withdrawn";
  if (publishedAt === null) return "draft";
  return closedAt !== null || isDayOver({ closesOn }, today) ? "closed" : "open";
}

/** Whether the last day of a form is over, so that it closed by itself. */
export function isDayOver({ closesOn }: Pick<FormDays, "closesOn">, today: string): boolean {
  return closesOn !== null && closesOn < today;
}

/** Whether a form has taken all the answers that it takes. */
export function isFull({ taken, quota }: { readonly taken: number; readonly quota: number }): boolean {
  return taken >= quota;
}

/** A form as everybody reads it who has its address. */
export interface PublicForm extends FormDays {
  readonly code: string;
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly FeedbackQuestion[];
}

/** A form with answers that nobody has looked at yet. */
export interface WaitingForm {
  readonly formId: string;
  readonly title: string;
  readonly waiting: number;
  readonly held: number;
}

export const FORM_STATE_WORDS = { draft: "Draft", open: "Open", closed: "Closed", withdrawn: "Withdrawn" } as const satisfies Readonly<Record<FormState, string>>;

/** Said on the form, and proven by tests. */
export const PROMISE = "We do not ask who you are.";
export const PROMISE_MORE = "No name, no account, no tracking. We do not keep the address of your phone.";
export const NO_NAMES = "Please do not write names or anything personal, about you or others. We delete it if you do.";
/** Said before anybody writes: what may become of the words. */
export const WORDS_MAY_BE_USED = "People from the team read it before it counts. They may quote it, with words changed so that nobody can be recognized.";

const trimmed = (text: string) => text.trim();

const closesOnSchema = dateText(DATE_PROBLEM).refine((date) => findDateProblem(date) === null, YEAR_PROBLEM);

/** What somebody writes of a form. */
export const formWordsSchema = z.strictObject({
  title: writtenText(FORM_LIMITS.title, undefined, trimmed).refine((text) => text !== "", "Give the form a title."),
  intro: writtenText(FORM_LIMITS.intro, undefined, trimmed),
  questions: questionsSchema,
  closesOn: closesOnSchema.nullable(),
  quota: z.int("Enter a whole number.").min(1, "Take at least one answer.").max(FORM_LIMITS.quotaMost, `Take at most ${FORM_LIMITS.quotaMost.toLocaleString("en-US")} answers.`),
});
export type FormWords = z.infer<typeof formWordsSchema>;
