import type { Doc } from "yjs";
import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { writeAnswer } from "./document";
import type { DocumentItem, DocumentTable } from "./document-item";
import { randomId } from "./random-id";
import { addRow, appendRows, moveRow, removeBlankRows, removeRow, restoreRow, setCell } from "./table-rows";

/** What goes into one cell of a table. */
export interface CellWords {
  readonly rowId: string;
  readonly columnId: string;
  readonly value: string;
}

/** Letters that are written as one change: with three bytes each, well below what one update may hold. */
const LETTERS_AT_ONCE = 50_000;
const ROWS_AT_ONCE = 100;

/** What a person can do to answers. An item of another kind than the edit is for stays as it is. */
export abstract class AnswerEditing {
  /** Carries out one edit of an item of this kind. */
  protected abstract edit(
    itemId: string,
    kind: "text" | "table" | "value",
    change: (doc: Doc, item: DocumentItem) => void,
  ): void;

  /** Sets a text answer, sent as the difference from what is there. */
  setText(itemId: string, text: string): void {
    this.edit(itemId, "text", (doc, item) => writeAnswer(doc, item, withoutNul(text)));
  }

  /**
   * Sets a date, choice, status or rating; null clears it.
   * A choice without `other` keeps the words given with "Other" for when the person comes back to it.
   */
  setValue(itemId: string, value: Exclude<Answer, readonly TableRow[]> | null): void {
    this.edit(itemId, "value", (doc, item) => writeAnswer(doc, item, value as never));
  }

  /** Adds a row at `index` among the visible rows, or at the end, under an id of its own. Returns the id. */
  addRow(itemId: string, { id = randomId(), ...options }: { readonly id?: string; readonly index?: number; readonly cells?: TableRow["cells"] } = {}): string {
    this.#editTable(itemId, (doc, table) => addRow(doc, table, { ...options, id }));
    return id;
  }

  /** Adds blank rows at the end. Returns their ids. */
  addBlankRows(itemId: string, count: number): readonly string[] {
    const ids = Array.from({ length: count }, randomId);
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      this.#editTable(itemId, (doc, table) => appendRows(doc, table, ids.slice(from, from + ROWS_AT_ONCE)));
    }
    return ids;
  }

  /** Removes those of the rows in which nothing is written. */
  removeBlankRows(itemId: string, rowIds: readonly string[]): void {
    this.#editTable(itemId, (doc, table) => removeBlankRows(doc, table, rowIds));
  }

  removeRow(itemId: string, rowId: string): void {
    this.#editTable(itemId, (doc, table) => removeRow(doc, table, rowId));
  }

  /** Brings a removed row back, with whatever teammates wrote in it meanwhile. */
  restoreRow(itemId: string, rowId: string): void {
    this.#editTable(itemId, (doc, table) => restoreRow(doc, table, rowId));
  }

  /** Moves a row to `index` among the visible rows, counted without it. */
  moveRow(itemId: string, rowId: string, index: number): void {
    this.#editTable(itemId, (doc, table) => moveRow(doc, table, rowId, index));
  }

  setCell(itemId: string, rowId: string, columnId: string, value: string): void {
    this.#editTable(itemId, (doc, table) => setCell(doc, table, rowId, columnId, withoutNul(value)));
  }

  /** Writes many cells, in as few changes as may be sent. */
  setCells(itemId: string, cells: readonly CellWords[]): void {
    for (let from = 0, to = 0; from < cells.length; from = to) {
      for (let letters = 0; to < cells.length && letters < LETTERS_AT_ONCE; to++) letters += cells[to]?.value.length ?? 0;
      this.#editTable(itemId, (doc, table) => {
        for (const { rowId, columnId, value } of cells.slice(from, to)) setCell(doc, table, rowId, columnId, withoutNul(value));
      });
    }
  }

  #editTable(itemId: string, change: (doc: Doc, table: DocumentTable) => void): void {
    this.edit(itemId, "table", (doc, item) => change(doc, item as DocumentTable));
  }
}

/** PostgreSQL stores no NUL character; one can only come from a paste. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}
