"use client";

import { useState } from "react";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { noAnswer } from "./no-answer";
import { useFormKey } from "./use-form-key";

/**
 * For forms that gather what they send by themselves, where `useActionForm` would keep their fields: what is wrong with it, and
 * sending it once however often it is tried.
 * @param kept what of it is not lost when no answer comes: "What you wrote is still here."
 */
export function useSending(kept: string) {
  const key = useFormKey();
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [message, setMessage] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  /** @param work gets the key of this filling. @returns null when it was refused: what is wrong is said then */
  async function send<Data>(work: (key: string) => Promise<ActionResult<Data>>): Promise<{ readonly data: Data } | null> {
    setIsBusy(true);
    setMessage(undefined);
    const result = await work(key.get()).catch(() => noAnswer(kept));
    setIsBusy(false);
    if (result.ok || result.hasArrived) key.renew();
    // Fields that speak for themselves need no sentence about all of them.
    setProblems(result.ok ? {} : (result.fieldErrors ?? {}));
    if (!result.ok && !result.fieldErrors) setMessage(result.message);
    return result.ok ? { data: result.data } : null;
  }

  return { problems, setProblems, message, setMessage, isBusy, send };
}
