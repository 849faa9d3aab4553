"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import { countUnsent, deleteUnsent, leave } from "./sign-out";

const PROBLEMS = {
  "not-signed-out": "You are still signed in: we could not reach the server. Check your connection and try again.",
  "not-deleted": "The changes could not be deleted, so you are still signed in. Try again, or clear this site’s data in the browser’s settings.",
};

/** Signing out, and what happens to changes this browser could not send yet. */
export function SignOutChoices({ userId }: { userId: string }) {
  const [unsent, setUnsent] = useState<number>();
  const [state, setState] = useState<"idle" | "leaving" | keyof typeof PROBLEMS>("idle");

  useEffect(() => {
    let isHere = true;
    void countUnsent(userId).then((count) => {
      if (isHere) setUnsent(count);
    });
    return () => {
      isHere = false;
    };
  }, [userId]);

  async function signOut(withoutKeeping: boolean): Promise<void> {
    if (state === "leaving") return;
    setState("leaving");
    if (withoutKeeping && !(await deleteUnsent(userId))) setState("not-deleted");
    else if (!(await leave())) setState("not-signed-out");
  }

  const isLeaving = state === "leaving";
  return (
    <div className="grid grid-cols-1 gap-5">
      {state === "not-signed-out" || state === "not-deleted" ? (
        <Alert tone="error" live>
          {PROBLEMS[state]}
        </Alert>
      ) : null}
      {unsent ? (
        <Alert tone="warning" title={unsent === 1 ? "1 change is not sent yet" : `${unsent} changes are not sent yet`}>
          <p>
            This browser keeps them. On your own device, keep them: they are sent when you sign in again and open the
            tool. On a shared computer, delete them.
          </p>
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button disabled={unsent === undefined} aria-disabled={isLeaving} onClick={() => signOut(false)}>
          {unsent ? "Sign out and keep them here" : "Sign out"}
        </Button>
        {unsent ? (
          <Button variant="danger" aria-disabled={isLeaving} onClick={() => signOut(true)}>
            Sign out and delete them
          </Button>
        ) : null}
        <LinkButton variant="secondary" href="/agencies">
          Stay signed in
        </LinkButton>
      </div>
    </div>
  );
}
