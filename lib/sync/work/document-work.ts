import { isDeepStrictEqual } from "node:util";
import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import { createDocument, readAnswers, writeAnswer } from "@/lib/sync/document/document";
import type { DocumentItem, DocumentTable } from "@/lib/sync/document/document-item";
import { addRow, readRemovedRows, readRows, removeRow, restoreRow, setCell } from "@/lib/sync/document/table-rows";
import { type AppliedChange, applyTo, type Change, type OpenedDocument } from "./apply-change";
import { sizesOf } from "./stored-sizes";

// What is done with a stored document: on this thread when it is little, in the worker pool otherwise (document-pool.ts).
// Takes and gives plain data, so that it can pass between threads.

/** A stored document: a merged one, empty before the first compaction, and the updates since, in order. */
export interface DocumentParts {
  readonly snapshot: Uint8Array;
  readonly tail: readonly Uint8Array[];
}

export interface DocumentSource {
  readonly items: readonly DocumentItem[];
  readonly parts: DocumentParts;
}

/** The document the stored updates add up to. */
export function openDocument({ items, parts }: DocumentSource): Doc {
  const doc = createDocument(items);
  doc.transact(() => {
    if (parts.snapshot.byteLength > 0) applyUpdate(doc, parts.snapshot);
    for (const update of parts.tail) applyUpdate(doc, update);
  });
  return doc;
}

/** Every answer, blank rows and spaces included, and the document as one update. */
export function readDocument(source: DocumentSource): { readonly answers: Answers; readonly state: Uint8Array } {
  const doc = openDocument(source);
  return { answers: readAnswers(doc, source.items), state: encodeStateAsUpdate(doc) };
}

/** Of each table, by its id, the rows that were removed and can come back. */
export function readRemoved(source: DocumentSource): Readonly<Record<string, readonly TableRow[]>> {
  const doc = openDocument(source);
  const tables = source.items.filter((item): item is DocumentTable => item.kind === "table");
  return Object.fromEntries(tables.map((table) => [table.id, readRemovedRows(doc, table)]));
}

/** A change that the server makes itself. Items not named stay as they are; null clears one. */
export type ServerEdit =
  | { readonly kind: "answers"; readonly answers: Readonly<Record<string, Answer | null>> }
  /** At the end of a table, whatever teammates add meanwhile; a row that is there already stays as it is. */
  | { readonly kind: "add-rows"; readonly tableId: string; readonly rows: readonly TableRow[] }
  | { readonly kind: "restore-row"; readonly tableId: string; readonly rowId: string }
  /** Words after all that stands in a text, or in one cell, by then: nothing that teammates write meanwhile is lost. */
  | { readonly kind: "append"; readonly itemId: string; readonly words: string }
  | { readonly kind: "append-cell"; readonly tableId: string; readonly rowId: string; readonly columnId: string; readonly words: string }
  /** Cells of one row, the others stay as they are; a row that the table never had is added when `isNew`. */
  | { readonly kind: "cells"; readonly tableId: string; readonly rowId: string; readonly cells: Readonly<Record<string, string>>; readonly isNew: boolean };

/** The update that makes this change; null when the document is like that already, "no-row" when there is no such row. */
export function editDocument({ edit, ...source }: DocumentSource & { readonly edit: ServerEdit }): Uint8Array | null | "no-row" {
  const doc = openDocument(source);
  const byId = new Map(source.items.map((item) => [item.id, item]));
  const table = "tableId" in edit ? (byId.get(edit.tableId) as DocumentTable) : null;
  if (table && "rowId" in edit && !canEditRow(doc, table, edit)) return "no-row";
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.transact(() => {
    if (edit.kind === "restore-row") return restoreRow(doc, table as DocumentTable, edit.rowId);
    if (edit.kind === "add-rows") return addRows(doc, table as DocumentTable, edit.rows);
    if (edit.kind === "cells") return writeCells(doc, table as DocumentTable, edit);
    if (edit.kind === "append") return appendText(doc, edit);
    if (edit.kind === "append-cell") return appendToCell(doc, table as DocumentTable, edit);
    for (const [itemId, answer] of Object.entries(edit.answers)) {
      const item = byId.get(itemId);
      if (!item) throw new RangeError(`There is no item ${itemId}`);
      writeAnswer(doc, item, answer as never);
    }
  });
  return updates[0] ?? null;
}

function addRows(doc: Doc, table: DocumentTable, rows: readonly TableRow[]): void {
  const known = new Set([...readRows(doc, table), ...readRemovedRows(doc, table)].map(({ id }) => id));
  for (const row of rows) if (!known.has(row.id)) addRow(doc, table, row);
}

const PARAGRAPH = "\n\n";

/** What goes after these words, so that it begins a paragraph of its own. */
function following(before: string, words: string): string {
  return before.trim() === "" ? words : `${PARAGRAPH}${words}`;
}

function appendText(doc: Doc, { itemId, words }: Extract<ServerEdit, { kind: "append" }>): void {
  const text = doc.getText(itemId);
  text.insert(text.length, following(text.toString(), words));
}

function appendToCell(doc: Doc, table: DocumentTable, { rowId, columnId, words }: Extract<ServerEdit, { kind: "append-cell" }>): void {
  const before = readRows(doc, table).find(({ id }) => id === rowId)?.cells[columnId] ?? "";
  setCell(doc, table, rowId, columnId, `${before}${following(before, words)}`);
}

type RowEdit = Exclude<ServerEdit, { kind: "answers" | "add-rows" | "append" }>;

function canEditRow(doc: Doc, table: DocumentTable, edit: RowEdit): boolean {
  const isSame = ({ id }: TableRow) => id === edit.rowId;
  if (readRows(doc, table).some(isSame)) return edit.kind !== "cells" || !edit.isNew;
  if (edit.kind === "append-cell") return false;
  return readRemovedRows(doc, table).some(isSame) ? edit.kind === "restore-row" : edit.kind === "cells" && edit.isNew;
}

function writeCells(doc: Doc, table: DocumentTable, { rowId, cells, isNew }: Extract<ServerEdit, { kind: "cells" }>): void {
  if (isNew) addRow(doc, table, { id: rowId, cells });
  else for (const [columnId, value] of Object.entries(cells)) setCell(doc, table, rowId, columnId, value);
}

/** What was put into a document a moment ago: a row of a table, or answers; null is one that was left empty beside them. */
export type PutIn =
  | { readonly kind: "row"; readonly tableId: string; readonly rowId: string; readonly cells: Readonly<Record<string, string>> }
  | { readonly kind: "answers"; readonly answers: Readonly<Record<string, Answer | null>> };

/**
 * The update that takes it out again; "changed" when it no longer stands exactly as it was put in: somebody has written
 * on it since. Null when it is out already. A row is removed as any is, so that it can come back.
 */
export function takeBack({ putIn, ...source }: DocumentSource & { readonly putIn: PutIn }): Uint8Array | null | "changed" {
  const doc = openDocument(source);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const isDone = putIn.kind === "row" ? takeRowBack(doc, source.items, putIn) : takeAnswersBack(doc, source.items, putIn.answers);
  return isDone ? (updates[0] ?? null) : "changed";
}

function takeRowBack(doc: Doc, items: readonly DocumentItem[], { tableId, rowId, cells }: Extract<PutIn, { kind: "row" }>): boolean {
  const table = items.find(({ id }) => id === tableId) as DocumentTable;
  const row = readRows(doc, table).find(({ id }) => id === rowId);
  if (!row) return true;
  if (!isDeepStrictEqual(row.cells, cells)) return false;
  removeRow(doc, table, rowId);
  return true;
}

function takeAnswersBack(doc: Doc, items: readonly DocumentItem[], expected: Readonly<Record<string, Answer | null>>): boolean {
  const named = items.filter(({ id }) => id in expected);
  const now = readAnswers(doc, named);
  if (named.every(({ id }) => now[id] === undefined)) return true;
  if (!named.every(({ id }) => isDeepStrictEqual(now[id] ?? null, expected[id]))) return false;
  doc.transact(() => named.forEach((item) => writeAnswer(doc, item, null)));
  return true;
}

/** A new document with these answers and nothing else, as one update; rows that can come back stay able to. */
export function buildDocument({ items, answers, removedRows }: DocumentToBuild): Uint8Array {
  const doc = createDocument(items);
  doc.transact(() => {
    for (const item of items) {
      const answer = answers[item.id];
      if (answer !== undefined) writeAnswer(doc, item, answer as never);
      for (const row of item.kind === "table" ? (removedRows[item.id] ?? []) : []) {
        addRow(doc, item as DocumentTable, row);
        removeRow(doc, item as DocumentTable, row.id);
      }
    }
  });
  return encodeStateAsUpdate(doc);
}

export interface DocumentToBuild {
  readonly items: readonly DocumentItem[];
  readonly answers: Answers;
  /** Of each table, by its id. */
  readonly removedRows: Readonly<Record<string, readonly TableRow[]>>;
}

/** The stored document, open, with what it takes up there. */
export function openWithSizes(source: DocumentSource): OpenedDocument {
  return { doc: openDocument(source), sizes: sizesOf(source.parts) };
}

export type ChangeToApply = DocumentSource & Change;

/** Applies an untrusted update to a copy of the stored document and says what would have to be stored. */
export function applyChange({ items, parts, ...change }: ChangeToApply): AppliedChange {
  return applyTo(() => openWithSizes({ items, parts }), { items, ...change });
}

/** What the stored document holds of each writer, for whoever sent a change that builds on more. */
export function readStateVector(source: DocumentSource): Uint8Array {
  return encodeStateVector(openDocument(source));
}
