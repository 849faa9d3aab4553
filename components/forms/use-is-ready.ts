"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page's script has arrived: false on the server and while the page comes alive. */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
