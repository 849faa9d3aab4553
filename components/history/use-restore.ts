"use client";

import { useState } from "react";
import { restoreAnswerAction, restoreRowAction } from "@/app/teams/[teamId]/tools/[number]/history/actions";
import { useFormKey } from "@/components/forms/use-form-key";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { RevisionView, Side } from "@/lib/history/history-view";
import type { ActionResult } from "@/lib/platform/entry/action-result";

interface RestoreOptions {
  readonly teamId: string;
  readonly place: { readonly toolRef: ToolRef; readonly itemId: string };
  /** Told in words once it is saved. */
  readonly onDone: (words: string) => void;
}

export interface Restore {
  readonly isBusy: boolean;
  /** Why it was not done, in words; null when nothing went wrong. */
  readonly problem: string | null;
  readonly forgetProblem: () => void;
  /** Whether it was done. */
  readonly restoreAnswer: (revision: RevisionView["key"], which: Side) => Promise<boolean>;
  readonly restoreRow: (rowId: string) => Promise<boolean>;
}

/** Brings answers and rows back on the server; the page gets them the way it gets a teammate's change. */
export function useRestore({ teamId, place, onDone }: RestoreOptions): Restore {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const key = useFormKey();

  async function run(act: () => Promise<ActionResult<unknown>>, words: string): Promise<boolean> {
    if (isBusy) return false;
    setIsBusy(true);
    setProblem(null);
    try {
      const result = await act();
      if (!result.ok) return fail(result.message);
      key.renew();
      onDone(words);
      return true;
    } catch {
      setProblem("We could not reach the workbook, so nothing was changed. Check your connection, then try again.");
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  const fail = (message: string) => {
    setProblem(message);
    return false;
  };

  return {
    isBusy,
    problem,
    forgetProblem: () => setProblem(null),
    restoreAnswer: (revision, which) =>
      run(() => restoreAnswerAction(teamId, { ...place, revision, which, key: key.get() }), "The answer is back. The tool shows it now."),
    restoreRow: (rowId) => run(() => restoreRowAction(teamId, { ...place, rowId, key: key.get() }), "The row is back. The tool shows it now."),
  };
}
