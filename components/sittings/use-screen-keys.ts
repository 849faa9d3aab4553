"use client";

import { useEffect, useEffectEvent } from "react";

/** One thing that a key of the big screen does, and its button. */
export interface ScreenKey {
  /** As `KeyboardEvent.key` says it, letters small. */
  readonly key: string;
  /** As the screen shows it: "R", "→". */
  readonly shown: string;
  readonly label: string;
  readonly press: () => void;
  /** What comes next, in most meetings. */
  readonly isMain?: boolean;
}

/** Where letters are typed or chosen by keys of their own. */
const OWN_KEYS = "input, textarea, select, dialog, [contenteditable], [role=menu]";

/** Listens for the screen's keys, but not while something is typed or chosen, nor when they are turned off. */
export function useScreenKeys(keys: readonly ScreenKey[], isOn: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
    const found = keys.find(({ key }) => key === (event.key.length === 1 ? event.key.toLowerCase() : event.key));
    if (!found) return;
    event.preventDefault();
    found.press();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
}
