import type { TableRow } from "@/lib/domain/answer/answers";
import type { TableColumn } from "@/lib/domain/tool/definition";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import { describePaste, planPaste } from "./plan-paste";
import { type Clipboard, readGrid } from "./read-grid";
import { cellId } from "./use-table-editing";

/** What a cell is edited with. */
export type CellBox = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

interface PasteIntoTable {
  readonly store: ResponseStore;
  readonly tableId: string;
  readonly columns: readonly TableColumn[];
  /** The cell that is pasted into. */
  readonly box: CellBox;
  readonly clipboard: Clipboard;
  /** Told when the paste was taken back. */
  readonly onUndone: () => void;
}

/** @returns what was done, sentence by sentence; null when it was not for the table, and only this cell got words. */
export function pasteIntoTable({ store, tableId, columns, box, clipboard, onUndone }: PasteIntoTable): readonly string[] | null {
  const rows = (store.getAnswer(tableId) as readonly TableRow[] | null) ?? [];
  const place = rows.flatMap((row, index) => {
    const column = columns.findIndex(({ id }) => cellId(tableId, row.id, id) === box.id);
    return column === -1 ? [] : [{ row: index, column }];
  })[0];
  // To a list plain words are one cell.
  const words = box instanceof HTMLSelectElement ? [[clipboard.getData("text/plain").trim()]] : null;
  const grid = place ? (readGrid(clipboard) ?? words) : null;
  const isOneCell = grid?.length === 1 && grid[0]?.length === 1;
  if (!place || !grid || (isOneCell && box instanceof HTMLTextAreaElement)) {
    insertWords(store, box, isOneCell ? (grid[0]?.[0] ?? "") : clipboard.getData("text/plain"));
    return null;
  }
  const plan = planPaste({ grid, columns, rowCount: rows.length, ...place });
  const added = store.addBlankRows(tableId, plan.addedRows);
  const rowIds = [...rows.map(({ id }) => id), ...added];
  const cells = plan.cells.map(({ row, columnId, value }) => ({ rowId: rowIds[row] as string, columnId, value }));
  store.undo.paste({ tableId, rowIds: added, fill: () => store.setCells(tableId, cells), onUndone });
  return describePaste(plan);
}

/** What the browser would have done: words in place of the selection, as a step of their own. */
export function insertWords(store: ResponseStore, box: CellBox, words: string): void {
  if (!(box instanceof HTMLTextAreaElement)) return;
  store.undo.separate(box.id);
  box.setRangeText(words, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  store.undo.separate(box.id);
}
