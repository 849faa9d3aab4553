"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

interface StatusButtonProps {
  label: string;
  /** Shown while it works. */
  busyLabel: string;
  variant?: "primary" | "secondary";
  /** A server action with its arguments bound. */
  action: () => Promise<{ ok: true } | { ok: false; message: string }>;
  /** Where to go when it is done; the page stays when it is left out. */
  doneHref?: string;
}

/** Changes the state of a whole tool, and says so when it could not. */
export function StatusButton({ label, busyLabel, variant = "primary", action, doneHref }: StatusButtonProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();

  function run() {
    if (isBusy) return;
    startTransition(async () => {
      try {
        const result = await action();
        setProblem(result.ok ? null : result.message);
        if (result.ok && doneHref) router.push(doneHref);
      } catch {
        setProblem("We could not reach the server, so nothing was changed. Please try again.");
      }
    });
  }

  return (
    <div>
      <Button variant={variant} aria-disabled={isBusy} onClick={run}>
        {isBusy ? busyLabel : label}
      </Button>
      {problem ? (
        <Alert tone="error" live className="mt-3">
          {problem}
        </Alert>
      ) : null}
    </div>
  );
}
