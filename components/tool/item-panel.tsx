"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { ItemPanelTabProps } from "@/components/item-panel/item-panel-tab";
import { LazyTab } from "@/components/item-panel/lazy-tab";
import { ReadAloud } from "@/components/item-panel/read-aloud";
import { Button } from "@/components/ui/button";
import type { ItemKind } from "@/lib/domain/tool/definition";

export interface ItemPanelProps extends Omit<ItemPanelTabProps, "item"> {
  /** The item's button: it names the item, and gets the focus back. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
}

const TABS = [
  { id: "comments", label: "Comments", load: () => import("@/components/comments/comments-tab") },
  { id: "files", label: "Files", load: () => import("@/components/evidence/files-tab") },
  { id: "history", label: "History", load: () => import("@/components/history/history-tab") },
  { id: "assign", label: "Assign", load: () => import("@/components/assignments/assign-tab") },
] as const;

type TabId = (typeof TABS)[number]["id"];

/** Where a key of the tab list leads from the tab at `index`; null for other keys. */
function followKey(key: string, index: number): number | null {
  if (key === "ArrowRight") return (index + 1) % TABS.length;
  if (key === "ArrowLeft") return (index + TABS.length - 1) % TABS.length;
  if (key === "Home") return 0;
  if (key === "End") return TABS.length - 1;
  return null;
}

/** Comments, files, history and assignment of one item, in the platform's own modal dialog. */
export function ItemPanel({ button, onClose, ...tabProps }: ItemPanelProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [current, setCurrent] = useState<TabId>("comments");
  // A tab that was opened stays, so that what was typed in it is not lost by looking at another.
  const [opened, setOpened] = useState<readonly TabId[]>(["comments"]);
  const item = {
    id: button.dataset.itemPanel ?? "",
    kind: button.dataset.itemKind as ItemKind,
    name: button.querySelector("[data-item-name]")?.textContent ?? "",
  };

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const select = (tab: TabId) => {
    setCurrent(tab);
    setOpened((tabs) => (tabs.includes(tab) ? tabs : [...tabs, tab]));
  };
  const close = () => {
    onClose();
    button.focus();
  };

  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} className="item-panel" onClose={close}>
      <div className="px-4 py-4 sm:px-6 sm:py-5">
        <div className="flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} tabIndex={-1} autoFocus className="item-panel-title">
            {item.name}
          </h2>
          <Button variant="quiet" size="small" className="flex-none" onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
        <ReadAloud element={button} name={item.name} />
        <div role="tablist" aria-labelledby={`${id}-title`} className="item-panel-tabs">
          {TABS.map((tab, index) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${id}-${tab.id}-tab`}
              aria-controls={`${id}-${tab.id}`}
              aria-selected={tab.id === current}
              tabIndex={tab.id === current ? 0 : -1}
              onClick={() => select(tab.id)}
              onKeyDown={(event) => {
                const next = TABS[followKey(event.key, index) ?? -1];
                if (!next) return;
                event.preventDefault();
                select(next.id);
                document.getElementById(`${id}-${next.id}-tab`)?.focus();
              }}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {TABS.map((tab) => (
          <div
            key={tab.id}
            role="tabpanel"
            id={`${id}-${tab.id}`}
            aria-labelledby={`${id}-${tab.id}-tab`}
            hidden={tab.id !== current}
            tabIndex={0}
            className="pt-5 pb-8"
          >
            {opened.includes(tab.id) ? <LazyTab load={tab.load} {...tabProps} item={item} /> : null}
          </div>
        ))}
      </div>
    </dialog>
  );
}
