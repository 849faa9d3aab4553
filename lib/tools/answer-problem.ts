import type { z } from "zod";
import type { Answer } from "./answers";

/** What is wrong with an answer, in words for people; null when it can be stored. `schema` is its item's draft schema. */
export function findAnswerProblem(schema: z.ZodType<Answer>, answer: unknown): string | null {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) return reasonOf(parsed.error.issues[0]?.message);
  return isStorable(answer) ? null : "It holds a character that can't be saved. Type that part again.";
}

/** Our schemas speak to people; zod's own words ("Invalid input: …") are for programmers. */
function reasonOf(message: string | undefined): string {
  return !message || /^(Invalid|Unrecognized|Too )/.test(message) ? "This is not an answer it can hold." : message;
}

/** PostgreSQL's jsonb takes neither the NUL character nor half of a surrogate pair. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
  }
  return true;
}
