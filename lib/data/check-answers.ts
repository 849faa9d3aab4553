import "server-only";
import type { Doc } from "yjs";
import { findShapeProblem, readAnswer } from "@/lib/collab/document";
import type { Answer } from "@/lib/tools/answers";
import type { Item } from "@/lib/tools/definition";
import { isAnswered } from "@/lib/tools/item-readers";
import { itemName } from "@/lib/tools/items";
import { cachedDraftSchemaOf } from "./tool-access";
import { refuse } from "./update-refusal";

export interface AnswerChange {
  readonly item: Item;
  /** Null when it is blank: spaces and empty rows are no answer. */
  readonly answer: Answer | null;
}

/** Reads the changed answers from the document. @throws UpdateRefusedError naming the first that may not be stored. */
export function checkAnswers(doc: Doc, changed: readonly Item[]): AnswerChange[] {
  return changed.map((item) => {
    const problem = findShapeProblem(doc, item);
    if (problem) throw invalid(item, problem);
    const answer = readAnswer(doc, item) as Answer | null;
    if (answer === null) return { item, answer: null };
    const parsed = cachedDraftSchemaOf(item).safeParse(answer);
    if (!parsed.success) throw invalid(item, reasonOf(parsed.error.issues[0]?.message));
    if (!isStorable(answer)) throw invalid(item, "It holds a character that can't be saved. Type that part again.");
    return { item, answer: isAnswered(item, answer) ? answer : null };
  });
}

function invalid(item: Item, reason: string) {
  return refuse("invalid-answer", `“${itemName(item)}” was not saved. ${reason}`, { itemId: item.id });
}

/** Our schemas speak to people; zod's own words ("Invalid input: …") are for programmers. */
function reasonOf(message: string | undefined): string {
  return !message || /^(Invalid|Unrecognized)/.test(message) ? "This is not an answer it can hold." : message;
}

/** PostgreSQL's jsonb takes neither the NUL character nor half of a surrogate pair. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !/\0|\p{Surrogate}/u.test(value);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
  }
  return true;
}
