import "server-only";
import type { Doc } from "yjs";
import { findAnswerFaults } from "@/lib/domain/answer/answer-problem";
import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import { findShapeProblem, readAnswer } from "@/lib/sync/document/document";
import type { ChangedAnswer } from "@/lib/sync/work/apply-change";
import { cachedDraftSchemaOf } from "./tool-access";
import { refuse } from "./update-refusal";

export interface AnswerChange {
  readonly item: Item;
  /** Null when it is blank: spaces and empty rows are no answer. */
  readonly answer: Answer | null;
}

/**
 * Checks changed answers as they were read from the document. A cell that stands as it stood before is not held against
 * whoever changes another one of the table: a rule may be newer than what was stored.
 * @param readBefore the answers before the change; asked for only when something is wrong.
 * @throws UpdateRefusedError naming the first answer that may not be stored.
 */
export async function checkChangedAnswers(
  changes: readonly ChangedAnswer[],
  items: ReadonlyMap<string, Item>,
  readBefore: () => Promise<Answers>,
): Promise<AnswerChange[]> {
  let before: Answers | null = null;
  const checked: AnswerChange[] = [];
  for (const { itemId, answer, problem } of changes) {
    const item = items.get(itemId) as Item;
    if (problem) throw invalid(item, problem);
    const faults = answer === null ? [] : findAnswerFaults(cachedDraftSchemaOf(item), answer);
    if (faults.length > 0) before ??= await readBefore();
    const [fault] = faults.filter(({ path }) => !isAsBefore(path, answer, before?.[itemId]));
    if (fault) throw invalid(item, fault.reason);
    checked.push(settle(item, answer));
  }
  return checked;
}

/** Whether the path leads to a cell of a table that the same row had before. */
function isAsBefore([index, part, column]: readonly PropertyKey[], answer: unknown, before: unknown): boolean {
  if (typeof index !== "number" || part !== "cells" || typeof column !== "string") return false;
  const row = (answer as readonly TableRow[])[index];
  const same = Array.isArray(before) ? (before as readonly TableRow[]).find(({ id }) => id === row?.id) : undefined;
  return same?.cells[column] !== undefined && same.cells[column] === row?.cells[column];
}

/** Reads the changed answers from the document and checks them. @throws UpdateRefusedError naming the first that may not be stored. */
export function checkAnswers(doc: Doc, changed: readonly Item[]): AnswerChange[] {
  return changed.map((item) => checkOne(item, readAnswer(doc, item) as Answer | null, findShapeProblem(doc, item)));
}

function checkOne(item: Item, answer: Answer | null, problem: string | null): AnswerChange {
  if (problem) throw invalid(item, problem);
  const [fault] = answer === null ? [] : findAnswerFaults(cachedDraftSchemaOf(item), answer);
  if (fault) throw invalid(item, fault.reason);
  return settle(item, answer);
}

function settle(item: Item, answer: Answer | null): AnswerChange {
  return { item, answer: answer !== null && isAnswered(item, answer) ? answer : null };
}

function invalid(item: Item, reason: string) {
  return refuse("invalid-answer", `“${itemName(item)}” was not saved. ${reason}`, { itemId: item.id });
}
