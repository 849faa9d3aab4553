"use client";

import { type RefObject, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useResponseStore } from "@/components/tool/live/use-response";
import type { TabId } from "./item-panel-tabs";
import { PANEL_TABS } from "./item-panel-tabs";

interface ItemMenuProps {
  /** The item's button: the menu stands below it and tells of it. */
  readonly button: HTMLElement;
  readonly mayClear: boolean;
  readonly onOpen: (tab: TabId) => void;
  /** @param isLeft Whether the focus is to stay where it went. */
  readonly onClose: (isLeft: boolean) => void;
}

/** Kinds whose answer is chosen: text is cleared where it was typed. */
const CHOSEN = new Set(["choice", "status", "rating", "date"]);

/** What can be done beside an item: comments, files, history, who has it, and, apart, clearing its answer. */
export function ItemMenu({ button, mayClear, onOpen, onClose }: ItemMenuProps) {
  const store = useResponseStore();
  const list = useRef<HTMLUListElement>(null);
  useClosing(list, button, onClose);
  const { itemPanel: itemId = "", itemKind = "", comments, files } = button.dataset;
  const counts: Partial<Record<TabId, string | undefined>> = { comments, files };
  const isClearable = mayClear && CHOSEN.has(itemKind) && store.getAnswer(itemId) !== null;

  function clear() {
    store.setValue(itemId, null);
    onClose(false);
  }

  const place = button.parentElement;
  if (!place) return null;
  const isLeft = button.getBoundingClientRect().left < window.innerWidth / 2;
  return createPortal(
    <ul ref={list} className={isLeft ? "quiet-menu-list item-menu item-menu-left" : "quiet-menu-list item-menu"}>
      {PANEL_TABS.map(({ id, label }) => (
        <li key={id}>
          <button type="button" aria-haspopup="dialog" className="quiet-menu-entry" onClick={() => onOpen(id)}>
            {label}
            {counts[id] ? <span className="count">{counts[id]}</span> : null}
          </button>
        </li>
      ))}
      {isClearable ? (
        <li className="apart">
          <button type="button" className="quiet-menu-entry" onClick={clear}>
            Clear this answer
          </button>
        </li>
      ) : null}
    </ul>,
    place,
  );
}

/** Open until Escape, a press elsewhere, or the focus going elsewhere. */
function useClosing(list: RefObject<HTMLUListElement | null>, button: HTMLElement, onClose: (isLeft: boolean) => void) {
  useEffect(() => {
    button.setAttribute("aria-expanded", "true");
    list.current?.querySelector("button")?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: "nearest" });
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !list.current?.contains(target) && !button.contains(target);
    const onPress = ({ target }: Event) => isOutside(target) && onClose(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose(false);
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("focusin", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      button.setAttribute("aria-expanded", "false");
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("focusin", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, [list, button, onClose]);
}
