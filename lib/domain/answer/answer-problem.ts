import type { z } from "zod";
import type { Answer } from "./answers";

/** One thing wrong with an answer: where in it (empty for the whole of it), and what, in words for people. */
export interface AnswerFault {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** Everything that is wrong with an answer; empty when it can be stored. `schema` is its item's draft schema. */
export function findAnswerFaults(schema: z.ZodType<Answer>, answer: unknown): readonly AnswerFault[] {
  const parsed = schema.safeParse(answer);
  const issues = parsed.success ? [] : parsed.error.issues;
  const faults = issues.map((issue) => ({
    path: issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    reason: reasonOf(issue.message),
  }));
  return [...faults, ...findUnstorable(answer, [])];
}

/** Our schemas speak to people; zod's own words ("Invalid input: …") are for programmers. */
function reasonOf(message: string | undefined): string {
  return !message || /^(Invalid|Unrecognized|Too )/.test(message) ? "This is not an answer it can hold." : message;
}

/** Rows, a row, its cells, a cell: no answer lies deeper, and what is made to would be walked through without end. */
const DEEPEST = 4;

/** PostgreSQL's jsonb takes neither the NUL character nor half of a surrogate pair. */
function findUnstorable(value: unknown, path: readonly PropertyKey[]): readonly AnswerFault[] {
  const fault = { path, reason: "It holds a character that can't be saved. Type that part again." };
  if (typeof value === "string") return isStorable(value) ? [] : [fault];
  if (typeof value !== "object" || value === null) return [];
  if (path.length >= DEEPEST) return [{ path, reason: reasonOf(undefined) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? findUnstorable(inner, [...path, Array.isArray(value) ? Number(key) : key]) : [fault],
  );
}

function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}
