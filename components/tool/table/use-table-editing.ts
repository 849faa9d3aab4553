"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import type { TableRow } from "@/lib/domain/answer/answers";
import { textPlace } from "@/lib/sync/editing/text-place";

export interface RowCommands {
  write(rowId: string, columnId: string, value: string): void;
  move(rowId: string, index: number, step: -1 | 1): void;
  remove(rowId: string, index: number): void;
}

interface TableEditing {
  rows: readonly TableRow[];
  commands: RowCommands;
  addRow(): void;
  /** The row removed last, while it can be brought back from here, and the place it had. */
  removed: { rowId: string; name: string; index: number } | null;
  undoRemove(): void;
  /** What just happened, to be read out. */
  announcement: string;
}

export function cellId(tableId: string, rowId: string, columnId: string): string {
  return textPlace(tableId, rowId, columnId);
}

export function rowButtonId(tableId: string, rowId: string, button: "up" | "down"): string {
  return `${tableId}-${rowId}-${button}`;
}

export function undoButtonId(tableId: string): string {
  return `${tableId}-undo`;
}

const NO_ROWS: readonly TableRow[] = [];

/** Editing an open table: where the focus goes after each change, and what is said about it. */
export function useTableEditing(id: string, rowName: string, firstColumnId: string): TableEditing {
  const store = useResponseStore();
  const rows = useAnswer({ id, kind: "table" }) ?? NO_ROWS;
  const [removed, setRemoved] = useState<TableEditing["removed"]>(null);
  const [announcement, setAnnouncement] = useState("");
  const focusNext = useRef<string | null>(null);

  // The element to focus exists only once the change is on the page.
  useEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  });

  const commands = useMemo<RowCommands>(
    () => ({
      write: (rowId, columnId, value) => store.setCell(id, rowId, columnId, value),
      move(rowId, index, step) {
        const count = (store.getAnswer(id) as readonly TableRow[] | null)?.length ?? 0;
        const target = index + step;
        if (target < 0 || target >= count) return;
        focusNext.current = rowButtonId(id, rowId, step === -1 ? "up" : "down");
        store.moveRow(id, rowId, target);
        setAnnouncement(`Moved to place ${target + 1} of ${count}.`);
      },
      remove(rowId, index) {
        focusNext.current = undoButtonId(id);
        store.removeRow(id, rowId);
        setRemoved({ rowId, name: `${rowName} ${index + 1}`, index });
        setAnnouncement("");
      },
    }),
    [store, id, rowName],
  );

  return {
    rows,
    commands,
    removed,
    announcement,
    addRow() {
      const rowId = store.addRow(id);
      focusNext.current = cellId(id, rowId, firstColumnId);
      setRemoved(null);
      setAnnouncement(`Added ${rowName} ${rows.length + 1}.`);
    },
    undoRemove() {
      if (!removed) return;
      focusNext.current = cellId(id, removed.rowId, firstColumnId);
      store.restoreRow(id, removed.rowId);
      setAnnouncement(`Brought back ${removed.name}.`);
      setRemoved(null);
    },
  };
}
