"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type ScreenKey, useScreenKeys } from "./use-screen-keys";

const KEPT = "meeting-screen-keys-off";

function areKept(): boolean {
  try {
    return localStorage.getItem(KEPT) === null;
  } catch {
    return true;
  }
}

/** Every key of the screen as a button that says it; "?" and a button turn the keys off, for whoever speaks to their computer. */
export function ScreenKeys({ keys }: { keys: readonly ScreenKey[] }) {
  const [isOn, setIsOn] = useState(areKept);
  useScreenKeys(keys, isOn);
  function turn(): void {
    try {
      if (isOn) localStorage.setItem(KEPT, "1");
      else localStorage.removeItem(KEPT);
    } catch {
      // Kept for this page alone.
    }
    setIsOn(!isOn);
  }
  return (
    <div role="group" aria-label="What the keys do" className="screen-keys">
      {keys.map(({ key, shown, label, press, isMain = false }) => (
        <button key={key} type="button" className={isMain ? "screen-key is-main" : "screen-key"} aria-keyshortcuts={key.length === 1 ? key.toUpperCase() : key} onClick={press}>
          <kbd aria-hidden="true">{shown}</kbd>
          {label}
        </button>
      ))}
      <Button variant="quiet" size="small" aria-pressed={isOn} onClick={turn} suppressHydrationWarning>
        {isOn ? "Turn keys off" : "Turn keys on"}
      </Button>
    </div>
  );
}
