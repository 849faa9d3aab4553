"use client";

import { useCallback, useSyncExternalStore } from "react";

/** How the big screen looks: as the device does, light, for a dark room, or with the most contrast. */
export const LOOKS = ["device", "light", "dark", "contrast"] as const;
export type ScreenLook = (typeof LOOKS)[number];

export const LOOK_LABELS: Record<ScreenLook, string> = { device: "as this device", light: "light", dark: "low light", contrast: "high contrast" };

const KEY = "meeting-screen-look";
const CHANGED = "meeting-screen-look-changed";

function read(): ScreenLook {
  try {
    const kept = localStorage.getItem(KEY);
    return LOOKS.find((look) => look === kept) ?? "device";
  } catch {
    return "device";
  }
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/** The look that this device keeps, and the step to the next one. */
export function useScreenLook(): readonly [ScreenLook, () => void] {
  const look = useSyncExternalStore(subscribe, read, () => "device" as const);
  const next = useCallback(() => {
    const after = LOOKS[(LOOKS.indexOf(read()) + 1) % LOOKS.length] ?? "device";
    try {
      localStorage.setItem(KEY, after);
    } catch {
      // A private window keeps nothing: then the look stays the device's.
    }
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [look, next];
}
