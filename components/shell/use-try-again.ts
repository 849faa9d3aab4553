"use client";

import { useEffect } from "react";

const EVERY_MS = 3_000;
/** Not everybody at the same moment: they would find it as full as before. */
const SPREAD_MS = 2_000;

/** Calls `retry` every few seconds, for as long as what calls this is shown. */
export function useTryAgain(retry: () => void, isWanted = true): void {
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(retry, EVERY_MS + Math.random() * SPREAD_MS);
    return () => clearInterval(timer);
  }, [retry, isWanted]);
}
