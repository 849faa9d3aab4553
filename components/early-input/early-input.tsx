"use client";

import { useEffect } from "react";
import { giveBack } from "./give-back";
import type { EarlyRecord } from "./recorder";

declare global {
  interface Window {
    earlyInput?: EarlyRecord;
  }
}

/**
 * Ends the time in which `RECORDER` is needed. Stands last in the page: its effect runs when all that is above has come
 * alive.
 */
export function EarlyInput() {
  useEffect(() => {
    const record = window.earlyInput;
    if (!record) return;
    delete window.earlyInput;
    record.stop();
    giveBack(record);
  }, []);
  return null;
}
