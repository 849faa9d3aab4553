"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { readUndoKeys } from "@/components/tool/fields/use-undo-keys";
import { useResponseStore } from "@/components/tool/live/use-response";
import type { TableColumn } from "@/lib/domain/tool/definition";
import type { CellBox } from "./paste-into-table";

const load = () => import("./paste-into-table");

interface TablePaste {
  /** Props of the table. */
  handlers: {
    onFocus: () => void;
    onPaste: (event: ClipboardEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
  /** What the last paste did, sentence by sentence, while it can be taken back from here. */
  done: readonly string[] | null;
  /** Why nothing was pasted. */
  problem: string | null;
  undoPaste: () => void;
  announcement: string;
}

/** Cells copied in a spreadsheet fill the table from the cell they are pasted into. */
export function useTablePaste(id: string, columns: readonly TableColumn[]): TablePaste {
  const store = useResponseStore();
  const cell = useRef<HTMLElement>(null);
  const [done, setDone] = useState<TablePaste["done"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState("");

  async function paste(box: CellBox, contents: Readonly<Record<string, string>>) {
    const clipboard = { getData: (format: string) => contents[format] ?? "" };
    const [{ pasteIntoTable }, opened] = await Promise.all([load(), store.open()]);
    const sentences = pasteIntoTable({ store: opened, tableId: id, columns, box, clipboard, onUndone });
    if (!sentences) return;
    cell.current = box;
    setDone(sentences);
    setAnnouncement(sentences.join(" "));
  }

  function onUndone() {
    setDone(null);
    setAnnouncement("The paste was taken back.");
  }

  return {
    handlers: {
      // Before anybody pastes, since by then the network may be gone.
      onFocus: () => void load().catch(() => undefined),
      onPaste(event) {
        const contents = Object.fromEntries(
          ["text/plain", "text/html"].map((format) => [format, event.clipboardData.getData(format)]),
        );
        const isOfCells = contents["text/plain"]?.includes("\t") || contents["text/html"]?.includes("<table");
        // A list to choose from takes words too: the browser would do nothing with them.
        if (!isOfCells && !(event.target instanceof HTMLSelectElement && contents["text/plain"])) return;
        event.preventDefault();
        setProblem(null);
        paste(event.target as CellBox, contents).catch(() =>
          setProblem("Nothing was pasted: a part of this page could not be loaded. Check your connection and paste again."),
        );
      },
      // Boxes of text see to their own.
      onKeyDown(event) {
        const direction = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement ? readUndoKeys(event.nativeEvent) : null;
        if (direction && store.undoText(direction, (event.target as HTMLElement).id)) event.preventDefault();
      },
    },
    done,
    problem,
    undoPaste() {
      cell.current?.focus();
      store.undoPaste(id);
    },
    announcement,
  };
}
