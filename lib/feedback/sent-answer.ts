import "server-only";
import { ANSWER_LIMITS, type FeedbackAnswers, findAnswerProblem } from "@/lib/domain/feedback/answer";
import type { FeedbackQuestion } from "@/lib/domain/feedback/question";
import { writtenText } from "@/lib/domain/text/bounded-text";
import { readSent } from "@/lib/platform/entry/read-sent";

/** The longest answers in letters that take nine bytes each on their way would be cut; the server around the app says so (413). */
export const FEEDBACK_BODY_MAX_BYTES = 64 * 1024;

/** The names of a form's own fields; questions go by their ids, which begin with "q". */
export const FIELDS = { key: "key", challenge: "challenge", proof: "proof", trap: "subject", code: "code" } as const;

/** What a page of a form sent. */
export interface SentAnswer {
  readonly key: string;
  readonly challenge: string;
  readonly proof: string;
  readonly trap: string;
  readonly answers: FeedbackAnswers;
  /** By question; empty where all can be kept. */
  readonly problems: Readonly<Record<string, string>>;
}

const textSchema = writtenText(ANSWER_LIMITS.text, undefined, (text) => text.trim());

/** Reads the fields that the form has; whatever else was sent is looked at by nobody. */
export function readSentAnswer(questions: readonly FeedbackQuestion[], body: Uint8Array, contentType: string | null): SentAnswer {
  const sent = fieldsOf(body, contentType);
  const answers: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const question of questions) {
    const written = sent.get(question.id) ?? "";
    const read = question.kind === "text" ? textSchema.safeParse(written) : null;
    const answer = read?.success ? read.data : written.slice(0, ANSWER_LIMITS.text * 2);
    const problem = read && !read.success ? (read.error.issues[0]?.message ?? "Shorten this.") : findAnswerProblem(question, answer);
    if (problem !== null) problems[question.id] = problem;
    // A choice that the form does not offer can't be shown again either.
    if (answer !== "" && (problem === null || question.kind === "text")) answers[question.id] = answer;
  }
  const field = (name: string) => sent.get(name) ?? "";
  return { key: field(FIELDS.key), challenge: field(FIELDS.challenge), proof: field(FIELDS.proof), trap: field(FIELDS.trap), answers, problems };
}

/** The code that was typed to look an answer up. */
export function readSentCode(body: Uint8Array, contentType: string | null): string {
  return fieldsOf(body, contentType).get(FIELDS.code) ?? "";
}

function fieldsOf(body: Uint8Array, contentType: string | null): ReadonlyMap<string, string> {
  const sent = readSent(body, contentType);
  const entries = typeof sent === "object" && sent !== null ? Object.entries(sent) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
