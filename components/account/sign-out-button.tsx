"use client";

import { useState } from "react";
import { loadPage } from "@/components/forms/load-page";

/** Signs out at once when nothing is unsent; otherwise leads to the page that asks what to do with it. */
export function SignOutButton({ userId, className }: { userId: string; className?: string }) {
  const [isBusy, setIsBusy] = useState(false);

  async function signOut(): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const { countUnsentAfterSending, leave } = await import("./sign-out");
    const unsent = await countUnsentAfterSending(userId);
    if (unsent > 0) loadPage("/sign-out");
    else if (!(await leave())) setIsBusy(false);
  }

  return (
    <button type="button" className={className} aria-disabled={isBusy} onClick={signOut}>
      {isBusy ? "Signing out" : "Sign out"}
    </button>
  );
}
