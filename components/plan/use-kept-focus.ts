"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** On whatever belongs to an action: its card, its row, a dialog about it. */
export const OF_ACTION = "data-of-action";

export function menuIdOf(actionId: string): string {
  return `menu-${actionId.replace("/", "-")}`;
}

/**
 * Keeps the focus with an action that moves to another list, where the browser would let it fall: whoever moved it, or
 * had it in hand while somebody else did. Where the action is not shown any more it goes to `place`.
 * @returns notes which action is in hand
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): (actionId: string) => void {
  const inHand = useRef<string | null>(null);

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const owner = target instanceof Element ? target.closest(`[${OF_ACTION}]`) : null;
      inHand.current = owner?.getAttribute(OF_ACTION) ?? null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);

  useLayoutEffect(() => {
    if (inHand.current === null || (document.activeElement !== document.body && document.activeElement !== null)) return;
    const menu = document.getElementById(menuIdOf(inHand.current));
    (menu ?? place.current)?.focus({ preventScroll: menu === null });
  });

  return (actionId) => {
    inHand.current = actionId;
  };
}
