"use client";

import { useEffect } from "react";
import { prepareOfflinePage, rememberUser } from "@/lib/platform/browser/offline-note";

/** Gets this browser ready for a time without a network; on every page, for the person signed in or nobody. */
export function OfflineHelp({ userId }: { userId: string | null }) {
  useEffect(() => {
    rememberUser(userId);
    if (userId) prepareOfflinePage();
  }, [userId]);
  return null;
}
