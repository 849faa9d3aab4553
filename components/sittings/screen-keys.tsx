"use client";

import type { ReactNode } from "react";
import { useIsReady } from "@/components/forms/use-is-ready";
import { Button } from "@/components/ui/button";
import { useKept } from "./use-kept";
import { type ScreenKey, useScreenKeys } from "./use-screen-keys";

/** Every key of the screen as a button that says it; one turns the keys off, for whoever speaks to their computer. */
export function ScreenKeys({ keys, children }: { keys: readonly ScreenKey[]; children: ReactNode }) {
  const isReady = useIsReady();
  const [standing, turnTo] = useKept("meeting-screen-keys", ["on", "off"]);
  const isOn = standing === "on";
  useScreenKeys(keys, isOn);
  return (
    <div className="screen-bottom">
      <div role="group" aria-label="What the keys do" className="screen-keys">
      {keys.map(({ key, shown, label, press, isMain = false }) => (
        <button key={key} type="button" className={isMain ? "screen-key is-main" : "screen-key"} disabled={!isReady} aria-keyshortcuts={key.length === 1 ? key.toUpperCase() : key} onClick={press}>
          <kbd aria-hidden="true">{shown}</kbd>
          {label}
        </button>
      ))}
      <Button variant="quiet" size="small" aria-pressed={isOn} disabled={!isReady} onClick={() => turnTo(isOn ? "off" : "on")}>
        {isOn ? "Turn keys off" : "Turn keys on"}
      </Button>
      </div>
      <div className="screen-links">{children}</div>
    </div>
  );
}
