"use client";

import { useEffect } from "react";

/** Alt and a letter press the link of the page that names them as its shortcut, wherever it stands, shown or folded away. */
export function PressedKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !/^Key[A-Z]$/.test(event.code)) return;
      const letter = event.code.slice(-1);
      // On a Mac some of these keys write letters with Option, as the tilde of "ñ".
      const writes = event.target instanceof HTMLElement && event.target.matches("input, textarea, [contenteditable]");
      if (writes && event.key.toUpperCase() !== letter) return;
      const pressed = document.querySelector<HTMLElement>(`[aria-keyshortcuts="Alt+${letter}"]`);
      if (!pressed) return;
      event.preventDefault();
      pressed.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}
