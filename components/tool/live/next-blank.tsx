"use client";

import { type MouseEvent, use, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { findItemId } from "./item-of-element";
import { CountedItems } from "./response-provider";
import { useAsked, useIsBlank, useResponseStore } from "./use-response";

interface NextBlankProps {
  /** The list of what is blank; null for people who may not mark the tool complete. */
  reviewHref: string | null;
}

/** Leads to the next item without an answer, from where one is, and from the end to the beginning. */
export function NextBlank({ reviewHref }: NextBlankProps) {
  const store = useResponseStore();
  const itemIds = use(CountedItems);
  const onlyAsked = useAsked();
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store]);
  const isBlank = useIsBlank();
  const findBlanks = (read: typeof store.getAnswer) => onlyAsked(itemIds, read).filter((id) => isBlank(id, read));
  const now = (itemId: string) => store.getAnswer(itemId);
  const first = useSyncExternalStore(
    subscribe,
    () => findBlanks(now)[0] ?? null,
    () => findBlanks((itemId) => store.getInitialAnswer(itemId))[0] ?? null,
  );
  const passed = useRef(-1);
  useEffect(() => {
    const ids = new Set(itemIds);
    const note = ({ target }: FocusEvent) => {
      const id = target instanceof Element ? findItemId(target, ids) : null;
      if (id !== null) passed.current = itemIds.indexOf(id);
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [itemIds]);

  if (first === null) {
    return reviewHref ? (
      <a href={reviewHref} className="button button-secondary tool-next" aria-keyshortcuts="Alt+B">
        Check answers
      </a>
    ) : null;
  }

  /** The link names the first; a press goes on from the item that was used or gone to last. */
  function goOn(event: MouseEvent<HTMLAnchorElement>) {
    const blanks = findBlanks(now);
    const next = blanks.find((id) => itemIds.indexOf(id) > passed.current) ?? blanks[0];
    if (next === undefined) return;
    passed.current = itemIds.indexOf(next);
    event.currentTarget.href = `#${next}`;
  }

  return (
    <a href={`#${first}`} className="button button-secondary tool-next" onClick={goOn} aria-keyshortcuts="Alt+B">
      Next blank
    </a>
  );
}
