"use client";

import { useState } from "react";
import type { ActionResult } from "@/lib/platform/entry/action-result";

const UNREACHABLE = "We could not reach the workbook. Your words are still here. Check your connection, then try again.";

export interface CommentChange {
  readonly isBusy: boolean;
  readonly failure: string | null;
  /** @returns what became of it, null when nobody knows; why not is in `failure`. */
  readonly run: (change: () => Promise<ActionResult<unknown>>) => Promise<ActionResult<unknown> | null>;
}

/** One change at a time, with what went wrong in words. */
export function useCommentChange(): CommentChange {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function run(change: () => Promise<ActionResult<unknown>>): Promise<ActionResult<unknown> | null> {
    if (isBusy) return null;
    setIsBusy(true);
    setFailure(null);
    try {
      const result = await change();
      if (!result.ok) setFailure(result.fieldErrors?.body ?? result.message);
      return result;
    } catch {
      setFailure(UNREACHABLE);
      return null;
    } finally {
      setIsBusy(false);
    }
  }

  return { isBusy, failure, run };
}
