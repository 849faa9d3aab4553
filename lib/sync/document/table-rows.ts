import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { type Doc, Map as YMap, Text as YText } from "yjs";
import type { TableRow } from "@/lib/domain/answer/answers";
import type { CellKind } from "@/lib/domain/tool/definition";
import type { DocumentTable } from "./document-item";
import { writeText } from "./text-diff";

/**
 * An open table is a top-level map of row id to row. A row is made whole by whoever adds it, texts included:
 * two people who made the same missing text at once would replace each other's. Yjs has no move, so a row carries a
 * position between its neighbours'; removing marks it, so that a teammate's edit of it is kept and it can come back.
 */

const POSITION = "position";
const REMOVED = "removed";
const POSITION_MAX_LENGTH = 500;
/** Positions grow by a character with some six rows put at the same place; then all get short ones again. */
const POSITION_MADE_MAX_LENGTH = 100;

type RowMap = YMap<unknown>;

interface PlacedRow {
  readonly id: string;
  readonly position: string;
  readonly isRemoved: boolean;
  readonly map: RowMap;
}

function tableMap(doc: Doc, table: DocumentTable): YMap<unknown> {
  return doc.getMap(table.id);
}

/** Whether a new row could be placed before or after this position. */
export function isPosition(value: unknown): value is string {
  if (typeof value !== "string" || value.length > POSITION_MAX_LENGTH) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Rows in order; two people adding at the same place get the same position, so ids break the tie. */
function placedRows(doc: Doc, table: DocumentTable): PlacedRow[] {
  const rows: PlacedRow[] = [];
  tableMap(doc, table).forEach((map, id) => {
    if (!(map instanceof YMap)) return;
    const position: unknown = map.get(POSITION);
    if (isPosition(position)) rows.push({ id, position, isRemoved: isRemovedRow(map), map });
  });
  return rows.sort((a, b) => compare(a.position, b.position) || compare(a.id, b.id));
}

function visibleRows(doc: Doc, table: DocumentTable): PlacedRow[] {
  return placedRows(doc, table).filter((row) => !row.isRemoved);
}

function readCells(map: RowMap, table: DocumentTable): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const column of table.columns) {
    const cell = map.get(column.id);
    const text = cell instanceof YText ? cell.toString() : cell;
    if (typeof text === "string" && text !== "") cells[column.id] = text;
  }
  return cells;
}

/** The rows people see, in order. Blank cells are left out. */
export function readRows(doc: Doc, table: DocumentTable): TableRow[] {
  return visibleRows(doc, table).map((row) => ({ id: row.id, cells: readCells(row.map, table) }));
}

/** Rows that were removed and can be brought back. */
export function readRemovedRows(doc: Doc, table: DocumentTable): TableRow[] {
  return placedRows(doc, table)
    .filter((row) => row.isRemoved)
    .map((row) => ({ id: row.id, cells: readCells(row.map, table) }));
}

/** Positions for `count` rows between two others; null when those leave no room, whoever gave them such positions. */
function positionsBetween(before: string | null, after: string | null, count: number): readonly string[] | null {
  try {
    const made = generateNKeysBetween(before, after, count);
    const all = [before ?? "", ...made, ...(after === null ? [] : [after])];
    const isInOrder = all.every((position, index) => index === 0 || (all[index - 1] as string) < position);
    return isInOrder && made.every(({ length }) => length <= POSITION_MADE_MAX_LENGTH) ? made : null;
  } catch {
    return null;
  }
}

/** Gives rows new positions, far from each other, leaving out `gap` of them from `index` on: those are returned. */
function spreadRows(rows: readonly PlacedRow[], index: number, gap: number): readonly string[] {
  const positions = generateNKeysBetween(null, null, rows.length + gap);
  const own = positions.splice(index, gap);
  rows.forEach((row, place) => row.map.set(POSITION, positions[place]));
  return own;
}

/** Puts a row at `index` of `others`, moving along those that share the position before it. */
function placeRow(others: readonly PlacedRow[], index: number, place: (position: string) => void): void {
  const before = others[index - 1]?.position ?? null;
  let end = index;
  while (before !== null && others[end] !== undefined && (others[end] as PlacedRow).position <= before) end++;
  const found = positionsBetween(before, others[end]?.position ?? null, 1 + end - index);
  const [own, ...moved] = found ?? spreadRows(others, index, 1);
  place(own as string);
  moved.forEach((position, offset) => others[index + offset]?.map.set(POSITION, position));
}

function clampIndex(index: number, length: number): number {
  return Math.max(0, Math.min(length, Math.trunc(index)));
}

/** Adds a row at `index` among the visible rows (at the end when it is absent). An existing id comes back instead. */
export function addRow(
  doc: Doc,
  table: DocumentTable,
  row: { readonly id: string; readonly index?: number; readonly cells?: Readonly<Record<string, string>> },
): void {
  doc.transact(() => {
    if (tableMap(doc, table).has(row.id)) {
      restoreRow(doc, table, row.id);
      for (const column of table.columns) setCell(doc, table, row.id, column.id, row.cells?.[column.id] ?? "");
      if (row.index !== undefined) moveRow(doc, table, row.id, row.index);
      return;
    }
    const others = visibleRows(doc, table);
    placeRow(others, clampIndex(row.index ?? others.length, others.length), (position) => {
      tableMap(doc, table).set(row.id, makeRow(table, row.cells ?? {}, position));
    });
  });
}

/** Adds blank rows at the end, all at once: one by one, each looks through all that stand there already. */
export function appendRows(doc: Doc, table: DocumentTable, rowIds: readonly string[]): void {
  doc.transact(() => {
    const rows = visibleRows(doc, table);
    const positions =
      positionsBetween(rows.at(-1)?.position ?? null, null, rowIds.length) ?? spreadRows(rows, rows.length, rowIds.length);
    rowIds.forEach((id, index) => tableMap(doc, table).set(id, makeRow(table, {}, positions[index] as string)));
  });
}

function makeRow(table: DocumentTable, cells: Readonly<Record<string, string>>, position: string): RowMap {
  const map: RowMap = new YMap();
  map.set(POSITION, position);
  for (const column of table.columns) {
    const cell = cells[column.id] ?? "";
    if (column.kind === "text") map.set(column.id, new YText(cell));
    else if (cell) map.set(column.id, cell);
  }
  return map;
}

function findRow(doc: Doc, table: DocumentTable, rowId: string): RowMap | null {
  const row = tableMap(doc, table).get(rowId);
  return row instanceof YMap ? row : null;
}

/** Whether somebody took the row out of its table: nobody sees it until it is brought back. */
export function isRemovedRow(row: RowMap): boolean {
  return row.get(REMOVED) === true;
}

export function removeRow(doc: Doc, table: DocumentTable, rowId: string): void {
  const row = findRow(doc, table, rowId);
  if (row && !isRemovedRow(row)) row.set(REMOVED, true);
}

/** Removes those of the rows in which nothing is written. */
export function removeBlankRows(doc: Doc, table: DocumentTable, rowIds: readonly string[]): void {
  doc.transact(() => {
    for (const rowId of rowIds) {
      const row = findRow(doc, table, rowId);
      if (row && Object.keys(readCells(row, table)).length === 0) removeRow(doc, table, rowId);
    }
  });
}

export function restoreRow(doc: Doc, table: DocumentTable, rowId: string): void {
  const row = findRow(doc, table, rowId);
  if (row?.has(REMOVED)) row.delete(REMOVED);
}

/** Moves a row so that it stands at `index` among the visible rows. */
export function moveRow(doc: Doc, table: DocumentTable, rowId: string, index: number): void {
  doc.transact(() => {
    const rows = visibleRows(doc, table);
    const from = rows.findIndex((row) => row.id === rowId);
    const moving = rows[from];
    const others = rows.filter((row) => row.id !== rowId);
    const to = clampIndex(index, others.length);
    if (!moving || to === from) return;
    placeRow(others, to, (position) => moving.map.set(POSITION, position));
  });
}

/** Writes one cell; text as a difference, so that two people can type in it. Empty clears it. */
export function setCell(doc: Doc, table: DocumentTable, rowId: string, columnId: string, value: string): void {
  const row = findRow(doc, table, rowId);
  const column = table.columns.find(({ id }) => id === columnId);
  if (!row || !column) return;
  const cell = row.get(columnId);
  doc.transact(() => {
    if (column.kind !== "text") {
      if (value === "") row.delete(columnId);
      else if (cell !== value) row.set(columnId, value);
    } else if (cell instanceof YText) writeText(cell, value);
    // A column that a newer version of the tool added to an older row.
    else if (value !== "") row.set(columnId, new YText(value));
  });
}

/** Makes the table read exactly `rows`: rows not among them are removed, order and cells follow. */
export function writeRows(doc: Doc, table: DocumentTable, rows: readonly TableRow[]): void {
  doc.transact(() => {
    const wanted = new Set(rows.map((row) => row.id));
    for (const row of visibleRows(doc, table)) {
      if (!wanted.has(row.id)) removeRow(doc, table, row.id);
    }
    if (wanted.size === rows.length && !rows.some((row) => tableMap(doc, table).has(row.id))) {
      // One by one, each looks through all that stand there already: a second for a long table.
      const positions = generateNKeysBetween(null, null, rows.length);
      rows.forEach((row, index) => tableMap(doc, table).set(row.id, makeRow(table, row.cells, positions[index] as string)));
      return;
    }
    for (const row of rows) addRow(doc, table, row);
    rows.forEach((row, index) => moveRow(doc, table, row.id, index));
  });
}

/** Whether a cell of this kind is one value, the last writer winning; a text is shared letter by letter. */
function isValueCell(kind: CellKind | undefined): boolean {
  return kind !== undefined && kind !== "text";
}

/** Whether a row has an entry of this name: a column's, or one of its own. */
export function isRowKey(table: DocumentTable, key: string): boolean {
  return key === POSITION || key === REMOVED || table.columns.some(({ id }) => id === key);
}

/** Why the stored rows are not of the shape above; null when they are. Removed rows count too: they can come back. */
export function findRowProblem(
  doc: Doc,
  table: DocumentTable,
  isPlainText: (text: YText) => boolean,
): string | null {
  const kinds = new Map(table.columns.map((column) => [column.id, column.kind]));
  for (const [, row] of tableMap(doc, table).entries()) {
    if (!(row instanceof YMap) || !isPosition(row.get(POSITION))) return "A row of the table is not well formed.";
    for (const [key, cell] of row.entries()) {
      if (key === POSITION) continue;
      if (key === REMOVED ? cell === true : isValueCell(kinds.get(key)) ? typeof cell === "string" : false) continue;
      if (kinds.get(key) === "text" && cell instanceof YText && isPlainText(cell)) continue;
      return "A cell of the table is not well formed.";
    }
  }
  return null;
}
