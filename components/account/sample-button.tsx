"use client";

import { useState } from "react";
import { loadPage } from "@/components/forms/load-page";
import { useIsReady } from "@/components/forms/use-is-ready";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { openSampleAgency } from "./auth-client";

const PROBLEMS = {
  failed: "The sample agency could not be opened. Please try again.",
  "no-cookies":
    "Your browser blocks cookies for this site, and opening the sample agency needs one. Allow cookies for this site in your browser’s settings, then try again.",
};

/** Signs in to the worked example. It exists only beside the embedded database. */
export function SampleButton() {
  const isReady = useIsReady();
  const [state, setState] = useState<"idle" | "opening" | "failed" | "no-cookies">("idle");

  async function open(): Promise<void> {
    setState("opening");
    const result = await openSampleAgency().catch(() => "failed" as const);
    if (result === "signed-in") loadPage("/agencies?from=sign-in");
    else setState(result === "no-cookies" ? result : "failed");
  }

  return (
    <div className="mt-6 grid gap-3 border-t border-line pt-5">
      <p>
        <strong>Just looking?</strong> A made-up agency shows every tool with answers in it.
      </p>
      {state === "failed" || state === "no-cookies" ? (
        <Alert tone="error" live>
          {PROBLEMS[state]}
        </Alert>
      ) : null}
      <div>
        <Button variant="secondary" disabled={!isReady || state === "opening"} onClick={open}>
          Open the sample agency
        </Button>
      </div>
    </div>
  );
}
