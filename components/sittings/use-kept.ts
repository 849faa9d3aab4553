"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Chosen on this page: a private window keeps nothing for the next one. */
const chosenHere = new Map<string, string>();

function read(key: string): string | null {
  try {
    return chosenHere.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, choice: string): void {
  chosenHere.set(key, choice);
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Then it is this page's alone.
  }
}

/** What this device keeps of some choices; the first where it keeps none, and on the server. */
export function useKept<Choice extends string>(key: string, choices: readonly [Choice, ...Choice[]]): readonly [Choice, (choice: Choice) => void] {
  const event = `kept ${key}`;
  const subscribe = useCallback(
    (onChange: () => void) => {
      window.addEventListener(event, onChange);
      return () => window.removeEventListener(event, onChange);
    },
    [event],
  );
  const choice = useSyncExternalStore(
    subscribe,
    () => choices.find((one) => one === read(key)) ?? choices[0],
    () => choices[0],
  );
  const choose = useCallback(
    (chosen: Choice) => {
      keep(key, chosen);
      window.dispatchEvent(new Event(event));
    },
    [key, event],
  );
  return [choice, choose];
}
