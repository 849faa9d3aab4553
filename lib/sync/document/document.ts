import { type AbstractType, ContentString, Doc, findRootTypeKey, type Text as YText, type Transaction } from "yjs";
import type { Answer, Answers, ChoiceValue, TableRow } from "@/lib/domain/answer/answers";
import type { AnswerTo, DocumentItem } from "./document-item";
import { findRowProblem, isRowKey, readRows, writeRows } from "./table-rows";
import { writeText } from "./text-diff";

/**
 * How a team's answers to one tool lie in a Yjs document, for server and browser alike.
 * A text is top-level: two people who start the same nested text at once would replace each other's. Choices, dates,
 * statuses and ratings are entries of one top-level map, the last writer winning. Tables: see table-rows.
 */
const VALUES = "values";

/** Where the words given with a choice's "Other" lie. Item ids hold no colon, so it is nobody's id. */
const otherTextName = (itemId: string) => `${itemId}:other`;

type ValueItem = Extract<DocumentItem, { kind: "date" | "status" | "rating" | "choice" | "person" }>;

function isValueItem(item: DocumentItem): item is ValueItem {
  return item.kind !== "text" && item.kind !== "table";
}

/** An empty document in which each item's type is known, so that no update can bring another. */
export function createDocument(items: Iterable<DocumentItem>): Doc {
  // Nobody asks for its guid, and making one up costs a save more than reading a small document.
  const doc = new Doc({ guid: "" });
  doc.getMap(VALUES);
  for (const item of items) {
    if (item.kind === "text") doc.getText(item.id);
    else if (item.kind === "table") doc.getMap(item.id);
    else if (item.kind === "choice" && item.otherOptionId) doc.getText(otherTextName(item.id));
  }
  return doc;
}

function readChoice(doc: Doc, item: Extract<DocumentItem, { kind: "choice" }>): ChoiceValue | null {
  const option = doc.getMap(VALUES).get(item.id);
  if (option === undefined) return null;
  const other = option === item.otherOptionId ? doc.getText(otherTextName(item.id)).toString() : "";
  return other ? { option: option as string, other } : { option: option as string };
}

function readRaw(doc: Doc, item: DocumentItem): unknown {
  if (item.kind === "text") return doc.getText(item.id).toString() || null;
  if (item.kind === "choice") return readChoice(doc, item);
  if (item.kind !== "table") return doc.getMap(VALUES).get(item.id) ?? null;
  const rows = readRows(doc, item);
  return rows.length ? rows : null;
}

/** The answer as it lies in the document, blank rows and spaces included; null when there is nothing. */
export function readAnswer<I extends DocumentItem>(doc: Doc, item: I): AnswerTo<I> | null {
  return readRaw(doc, item) as AnswerTo<I> | null;
}

/** Every answer there is. */
export function readAnswers(doc: Doc, items: Iterable<DocumentItem>): Answers {
  const answers: Record<string, Answer> = {};
  for (const item of items) {
    const answer = readAnswer(doc, item);
    if (answer !== null) answers[item.id] = answer as Answer;
  }
  return answers;
}

function setEntry(doc: Doc, itemId: string, value: unknown): void {
  const values = doc.getMap(VALUES);
  if (value === null) values.delete(itemId);
  else if (values.get(itemId) !== value) values.set(itemId, value);
}

/**
 * Makes the item's answer exactly `answer` (null clears it), changing as little as possible.
 * A choice without `other` keeps words given earlier, out of sight, for whoever comes back to "Other".
 */
export function writeAnswer<I extends DocumentItem>(doc: Doc, item: I, answer: AnswerTo<I> | null): void {
  doc.transact(() => {
    if (item.kind === "text") writeText(doc.getText(item.id), (answer as string | null) ?? "");
    else if (item.kind === "table") writeRows(doc, item, (answer as readonly TableRow[] | null) ?? []);
    else if (item.kind === "choice") {
      const choice = answer as ChoiceValue | null;
      setEntry(doc, item.id, choice?.option ?? null);
      if (choice?.other !== undefined) writeText(doc.getText(otherTextName(item.id)), choice.other);
    } else setEntry(doc, item.id, answer);
  });
}

export interface DocumentChanges {
  readonly itemIds: ReadonlySet<string>;
  /** Places the transaction wrote to that belong to no item. */
  readonly unknownNames: ReadonlySet<string>;
}

/** Which answers a transaction touched, its nested texts and rows included. */
export function findChanges(transaction: Transaction, items: ReadonlyMap<string, DocumentItem>): DocumentChanges {
  const itemIds = new Set<string>();
  const unknownNames = new Set<string>();

  const record = (name: string, key: string | null) => {
    const item = items.get(name === VALUES ? (key ?? "") : name.replace(/:other$/, ""));
    const belongs =
      item !== undefined &&
      (name === VALUES
        ? isValueItem(item)
        : name === item.id
          ? (item.kind === "text" && key === null) || (item.kind === "table" && key !== null)
          : item.kind === "choice" && item.otherOptionId !== undefined && key === null);
    if (belongs) itemIds.add(item.id);
    else unknownNames.add(name === VALUES ? `${VALUES}.${key}` : name);
  };

  for (const [changed, keys] of transaction.changed) {
    let type = changed as unknown as AbstractType<unknown>;
    let topKeys: Iterable<string | null> = keys;
    while (type._item) {
      topKeys = [type._item.parentSub];
      type = type._item.parent as AbstractType<unknown>;
    }
    const name = findRootTypeKey(type);
    for (const key of topKeys) record(name, key);
  }
  return { itemIds, unknownNames };
}

/** What one of the document's top-level types holds: a text, entries under items' ids, or a table's rows. */
export type DocumentPlace =
  | { readonly kind: "text"; /** Words with "Other" while something else is chosen: they are kept, out of sight. */ readonly isHidden: boolean }
  | { readonly kind: "values"; readonly has: (key: string) => boolean }
  | { readonly kind: "table"; /** Whether a row has such an entry. */ readonly has: (key: string) => boolean };

/** Tells what a top-level type holds; undefined for a type that is no item's, or not top-level. */
export function placesOf(doc: Doc, items: ReadonlyMap<string, DocumentItem>): (type: AbstractType<unknown>) => DocumentPlace | undefined {
  const known = new Map<AbstractType<unknown>, DocumentPlace | undefined>();
  return (type) => {
    if (type._item || type.doc !== doc) return undefined;
    if (!known.has(type)) known.set(type, placeNamed(doc, findRootTypeKey(type), items));
    return known.get(type);
  };
}

function placeNamed(doc: Doc, name: string, items: ReadonlyMap<string, DocumentItem>): DocumentPlace | undefined {
  if (name === VALUES) {
    return { kind: "values", has: (key) => isValueItem(items.get(key) ?? { id: key, kind: "text" }) };
  }
  const item = items.get(name.replace(/:other$/, ""));
  if (item?.kind === "choice" && item.otherOptionId !== undefined && name !== item.id) {
    return { kind: "text", isHidden: doc.getMap(VALUES).get(item.id) !== item.otherOptionId };
  }
  if (item?.kind === "text" && name === item.id) return { kind: "text", isHidden: false };
  if (item?.kind === "table" && name === item.id) return { kind: "table", has: (key) => isRowKey(item, key) };
  return undefined;
}

function isPlainText(text: YText): boolean {
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof ContentString)) return false;
  }
  return true;
}

/** What is wrong with how the item lies in the document, before its answer is read; null when nothing is. */
export function findShapeProblem(doc: Doc, item: DocumentItem): string | null {
  const notPlain = "It holds something other than plain text.";
  if (item.kind === "text") return isPlainText(doc.getText(item.id)) ? null : notPlain;
  if (item.kind === "table") return findRowProblem(doc, item, isPlainText);
  if (item.kind === "choice" && item.otherOptionId) {
    if (!isPlainText(doc.getText(otherTextName(item.id)))) return notPlain;
  }
  // What is no answer at all is not even looked into: it can be a type of Yjs, which leads to the whole document.
  return ["string", "number", "undefined"].includes(typeof doc.getMap(VALUES).get(item.id)) ? null : "This is not an answer it can hold.";
}
