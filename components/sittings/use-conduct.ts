"use client";

import { useRef, useState } from "react";
import { noAnswer } from "@/components/forms/no-answer";
import type { ActionResult } from "@/lib/platform/entry/action-result";

interface Conduct {
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** Does it, unless something is being done. @returns whether it was done */
  readonly run: (act: () => Promise<ActionResult<unknown>>) => Promise<boolean>;
  readonly clear: () => void;
}

/** Runs what the facilitator does, one at a time, and keeps what went wrong. */
export function useConduct(): Conduct {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = useRef(false);
  async function run(act: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    if (isRunning.current) return false;
    isRunning.current = true;
    setIsBusy(true);
    setProblem(null);
    const result = await act().catch(() => noAnswer());
    isRunning.current = false;
    setIsBusy(false);
    if (!result.ok) setProblem(result.message);
    return result.ok;
  }
  return { isBusy, problem, run, clear: () => setProblem(null) };
}
