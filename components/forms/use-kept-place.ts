"use client";

import { type RefObject, useLayoutEffect } from "react";

/** What somebody can go on from, named or with a heading of its own. */
const PLACES = "section, article, header, aside, nav, li, form, fieldset, dialog[open], [role=group], [role=region], main";

/**
 * Gives the focus to the place around a control that is taken away while it has it, which is what pressing it did: the browser
 * would let it fall to the top of the page. Whoever moves the focus by themselves comes first.
 */
export function useKeptPlace(control: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = control.current;
    return () => {
      if (!element || document.activeElement !== element) return;
      const around: HTMLElement[] = [];
      for (let place = element.parentElement?.closest<HTMLElement>(PLACES); place; place = place.parentElement?.closest<HTMLElement>(PLACES)) around.push(place);
      // Which of them stay is known once all that is taken away is.
      queueMicrotask(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        const place = around.find(({ isConnected }) => isConnected);
        if (!place) return;
        if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
        place.focus({ preventScroll: true });
      });
    };
  }, [control]);
}
