"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Runs once when a control comes alive, to take in what a person entered while the page was still loading:
 * React keeps such input on the screen but reports no change for it.
 */
export function useEarlyInput(takeIn: () => void): void {
  const onMount = useEffectEvent(takeIn);
  useEffect(() => onMount(), []);
}
