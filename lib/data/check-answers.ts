import "server-only";
import type { Doc } from "yjs";
import { findShapeProblem, readAnswer } from "@/lib/collab/document";
import type { ChangedAnswer } from "@/lib/documents/document-work";
import { findAnswerProblem } from "@/lib/tools/answer-problem";
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

/** Checks changed answers as they were read from the document. @throws UpdateRefusedError naming the first that may not be stored. */
export function checkChangedAnswers(changes: readonly ChangedAnswer[], items: ReadonlyMap<string, Item>): AnswerChange[] {
  return changes.map(({ itemId, answer, problem }) => checkOne(items.get(itemId) as Item, answer, problem));
}

/** Reads the changed answers from the document and checks them. @throws UpdateRefusedError naming the first that may not be stored. */
export function checkAnswers(doc: Doc, changed: readonly Item[]): AnswerChange[] {
  return changed.map((item) => checkOne(item, readAnswer(doc, item) as Answer | null, findShapeProblem(doc, item)));
}

function checkOne(item: Item, answer: Answer | null, problem: string | null): AnswerChange {
  if (problem) throw invalid(item, problem);
  if (answer === null) return { item, answer: null };
  const reason = findAnswerProblem(cachedDraftSchemaOf(item), answer);
  if (reason) throw invalid(item, reason);
  return { item, answer: isAnswered(item, answer) ? answer : null };
}

function invalid(item: Item, reason: string) {
  return refuse("invalid-answer", `“${itemName(item)}” was not saved. ${reason}`, { itemId: item.id });
}
