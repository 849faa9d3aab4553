"use client";

import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { TableRow } from "@/lib/tools/answers";
import type { TableColumn } from "@/lib/tools/definition";
import { useResponseStore } from "./use-response";
import { cellId } from "./use-table-editing";
import { readUndoKeys } from "./use-undo-keys";

const load = async () => ({ ...(await import("./table-paste/read-grid")), ...(await import("./table-paste/plan-paste")) });

interface TablePaste {
  /** Props of the table. */
  handlers: { onPaste: (event: ClipboardEvent) => void; onKeyDown: (event: KeyboardEvent) => void };
  /** What the last paste did, sentence by sentence, while it can be taken back from here. */
  done: readonly string[] | null;
  undoPaste: () => void;
  announcement: string;
}

/** Cells copied in a spreadsheet fill the table from the cell they are pasted into. */
export function useTablePaste(id: string, columns: readonly TableColumn[]): TablePaste {
  const store = useResponseStore();
  const tools = useRef<Awaited<ReturnType<typeof load>>>(null);
  const cell = useRef<HTMLElement>(null);
  const [done, setDone] = useState<TablePaste["done"]>(null);
  const [announcement, setAnnouncement] = useState("");

  // Before anybody pastes, since by then the network may be gone. Until it is here a paste goes into one cell.
  useEffect(() => {
    load().then(
      (loaded) => (tools.current = loaded),
      () => undefined,
    );
  }, []);

  function onPaste(event: ClipboardEvent) {
    const box = event.target as HTMLElement;
    const rows = (store.getAnswer(id) as readonly TableRow[] | null) ?? [];
    const column = columns.findIndex((candidate) => box.id.endsWith(`-${candidate.id}`) && box.id.startsWith(`${id}-`));
    const row = rows.findIndex((candidate) => columns[column] && cellId(id, candidate.id, columns[column].id) === box.id);
    const grid = row === -1 ? null : tools.current?.readGrid(event.clipboardData);
    if (!grid || !tools.current) return;
    event.preventDefault();
    if (grid.length === 1 && grid[0]?.length === 1 && box instanceof HTMLTextAreaElement) return insert(box, grid[0][0] ?? "");

    const plan = tools.current.planPaste({ grid, columns, rowCount: rows.length, row, column });
    const added = store.addBlankRows(id, plan.addedRows);
    const rowIds = [...rows.map((each) => each.id), ...added];
    const cells = plan.cells.map(({ row: index, columnId, value }) => ({ rowId: rowIds[index] as string, columnId, value }));
    store.undo.paste({ tableId: id, rowIds: added, fill: () => store.setCells(id, cells), onUndone });
    const sentences = tools.current.describePaste(plan);
    cell.current = box;
    setDone(sentences);
    setAnnouncement(sentences.join(" "));
  }

  /** One cell is words like any others. */
  function insert(box: HTMLTextAreaElement, words: string) {
    store.undo.separate(box.id);
    box.setRangeText(words, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    store.undo.separate(box.id);
  }

  function onUndone() {
    setDone(null);
    setAnnouncement("The paste was taken back.");
  }

  return {
    handlers: {
      onPaste,
      // Boxes of text see to their own.
      onKeyDown(event) {
        const direction = event.target instanceof HTMLInputElement ? readUndoKeys(event.nativeEvent) : null;
        if (direction && store.undo[direction]((event.target as HTMLElement).id)) event.preventDefault();
      },
    },
    done,
    undoPaste() {
      cell.current?.focus();
      store.undo.undoPaste(id);
    },
    announcement,
  };
}
