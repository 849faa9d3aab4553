"use client";

import { useKept } from "./use-kept";

/** How the big screen looks: as the device does, light, for a dark room, or with the most contrast. */
export const LOOKS = ["device", "light", "dark", "contrast"] as const;
export type ScreenLook = (typeof LOOKS)[number];

export const LOOK_LABELS: Record<ScreenLook, string> = { device: "as this device", light: "light", dark: "low light", contrast: "high contrast" };

/** The look that this device keeps, and the step to the next one. */
export function useScreenLook(): readonly [ScreenLook, () => void] {
  const [look, choose] = useKept("meeting-screen-look", LOOKS);
  return [look, () => choose(LOOKS[(LOOKS.indexOf(look) + 1) % LOOKS.length] ?? "device")];
}
