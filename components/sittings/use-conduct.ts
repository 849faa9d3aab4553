"use client";

import { useRef, useState } from "react";
import { noAnswer } from "@/components/forms/no-answer";
import type { ActionResult } from "@/lib/platform/entry/action-result";

interface Conduct {
  readonly problem: string | null;
  /** Does it, after what is being done already. @returns whether it was done */
  readonly run: (act: () => Promise<ActionResult<unknown>>) => Promise<boolean>;
}

/**
 * Runs what the facilitator does, one after the other, and keeps what went wrong. No press is passed over: the screen may show what
 * came of the one before while its answer is still on the way. What is done twice is done once, because each says where it leads.
 */
export function useConduct(): Conduct {
  const [problem, setProblem] = useState<string | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  async function doIt(act: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    setProblem(null);
    const result = await act().catch(() => noAnswer());
    if (!result.ok) setProblem(result.message);
    return result.ok;
  }
  function run(act: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    const done = last.current.then(() => doIt(act));
    last.current = done;
    return done;
  }
  return { problem, run };
}
