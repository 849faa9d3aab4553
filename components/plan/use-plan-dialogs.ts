"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { PlanDialogsProps, PlanQuestion } from "./plan-dialogs";

/** Whatever comes first when somebody is about to do more than read. */
const SIGNS = ["pointermove", "pointerdown", "keydown"] as const;

const load = () => import("./plan-dialogs").then(({ PlanDialogs }) => PlanDialogs);

interface PlanDialogsState {
  /** Null while nothing is asked. */
  readonly open: { readonly Dialogs: ComponentType<PlanDialogsProps>; readonly question: PlanQuestion } | null;
  readonly ask: (question: PlanQuestion) => Promise<void>;
  readonly close: () => void;
}

/** The dialogs, whose code is no part of the page: it is fetched once somebody stirs. @param onFailed when it could not be */
export function usePlanDialogs(onFailed: (words: string) => void): PlanDialogsState {
  const [open, setOpen] = useState<PlanDialogsState["open"]>(null);

  useEffect(() => {
    const stirred = new AbortController();
    const fetchOnce = () => {
      stirred.abort();
      // What could not be fetched is tried again when it is needed.
      load().catch(() => undefined);
    };
    for (const sign of SIGNS) document.addEventListener(sign, fetchOnce, { signal: stirred.signal });
    return () => stirred.abort();
  }, []);

  return {
    open,
    ask: async (question) => {
      const Dialogs = await load().catch(() => null);
      if (Dialogs) setOpen({ Dialogs, question });
      else onFailed("This could not be opened. Check your connection, then try again.");
    },
    close: () => setOpen(null),
  };
}
