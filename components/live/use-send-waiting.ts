"use client";

import { useEffect } from "react";

/** Sends what waits on the device: once the page is there, when the network is back, and every so often until then. */
export function useSendWaiting(flush: () => Promise<void>, everyMs: number): void {
  useEffect(() => {
    const again = () => void flush();
    again();
    window.addEventListener("online", again);
    const timer = setInterval(again, everyMs);
    return () => {
      window.removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [flush, everyMs]);
}
