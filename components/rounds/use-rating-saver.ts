"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type KeptRating, keepRatings, readKept } from "@/lib/platform/browser/kept-ratings";
import { USER_HEADER } from "@/lib/platform/http/user-header";
import { useSendWaiting } from "@/components/live/use-send-waiting";

export type SaveState = { readonly kind: "saving" | "saved" | "waiting" } | { readonly kind: "refused"; readonly message: string };

interface SaverOptions {
  /** Where ratings go. */
  readonly action: string;
  /** What waits on this device is this rater's, and never goes in another's name. */
  readonly raterId: string;
  /** Whose page it is; null for somebody without an account. */
  readonly userId: string | null;
}

interface Saver {
  /** By item. */
  readonly states: Readonly<Record<string, SaveState>>;
  /** How many wait on this device for the network. */
  readonly waiting: number;
  readonly change: (itemId: string, change: KeptRating) => void;
  /** Says that the person has finished, once all is saved. @returns what is in the way; null when it is said. */
  readonly finish: () => Promise<string | null>;
  /** What waited here from before, over what the page brought. */
  readonly kept: Readonly<Record<string, KeptRating>>;
}

const TRY_AGAIN_MS = 10_000;
const WAITS = "No network. What you rated waits on this device. Try again when you are back.";
const SIGNED_OUT = "You are signed out. What you chose is kept on this device. Sign in again in another tab, then load this page.";

/** The answer; null when nobody answered. */
function postJson(action: string, userId: string | null, body: object): Promise<Response | null> {
  const headers = { "Content-Type": "application/json", ...(userId === null ? {} : { [USER_HEADER]: userId }) };
  return fetch(action, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => null);
}

/** @returns null when it is saved, "offline" when nobody answered, else what is wrong. */
async function send({ action, userId }: SaverOptions, item: string, { value, words }: KeptRating): Promise<null | "offline" | { readonly message: string; readonly isKept: boolean }> {
  const said: Response[] = [];
  for (const body of [
    ...(value === "" ? [{ act: "clear", item }] : value === undefined ? [] : [{ act: "save", item, value }]),
    ...(words === undefined ? [] : [{ act: "save", item, words }]),
  ]) {
    const response = await postJson(action, userId, body);
    if (!response || response.status >= 500 || response.status === 429) return "offline";
    said.push(response);
  }
  const wrong = said.find(({ ok }) => !ok);
  if (!wrong) return null;
  if (wrong.status === 401) return { message: SIGNED_OUT, isKept: true };
  const { message } = (await wrong.json().catch(() => ({}))) as { message?: string };
  return { message: message ?? "This could not be saved. Load the page again.", isKept: false };
}

/** Saves each rating as it is made, one after the other; what finds no network waits on this device and goes when it is back. */
export function useRatingSaver(options: SaverOptions): Saver {
  const { raterId, userId } = options;
  const [states, setStates] = useState<Readonly<Record<string, SaveState>>>({});
  const [kept, setKept] = useState<Readonly<Record<string, KeptRating>>>({});
  const waiting = useRef<Record<string, KeptRating>>({});
  const isSending = useRef(false);
  const sender = useRef(options);
  useEffect(() => {
    sender.current = options;
  });

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    const mark = (item: string, state: SaveState) => setStates((before) => ({ ...before, [item]: state }));
    try {
      for (let [item] = Object.keys(waiting.current); item !== undefined; [item] = Object.keys(waiting.current)) {
        const change = waiting.current[item] as KeptRating;
        const wrong = await send(sender.current, item, change);
        if (wrong === "offline" || (wrong && wrong.isKept)) {
          for (const other of Object.keys(waiting.current)) mark(other, wrong === "offline" ? { kind: "waiting" } : { kind: "refused", message: wrong.message });
          return;
        }
        if (waiting.current[item] !== change) continue;
        delete waiting.current[item];
        keepRatings({ userId, raterId }, waiting.current);
        mark(item, wrong ? { kind: "refused", message: wrong.message } : { kind: "saved" });
      }
    } finally {
      isSending.current = false;
    }
  }, [raterId, userId]);

  useEffect(() => {
    const before = readKept({ userId, raterId });
    waiting.current = { ...before, ...waiting.current };
    if (Object.keys(before).length > 0) queueMicrotask(() => setKept(before));
  }, [raterId, userId]);
  // After what waited from before is known.
  useSendWaiting(flush, TRY_AGAIN_MS);

  const change = useCallback(
    (item: string, made: KeptRating) => {
      waiting.current[item] = { ...waiting.current[item], ...made };
      keepRatings({ userId, raterId }, waiting.current);
      setStates((before) => ({ ...before, [item]: { kind: "saving" } }));
      void flush();
    },
    [flush, raterId, userId],
  );

  const finish = useCallback(async () => {
    await flush();
    if (Object.keys(waiting.current).length > 0) return WAITS;
    const response = await postJson(sender.current.action, sender.current.userId, { act: "finish" });
    if (response?.ok) return null;
    return response?.status === 401 ? SIGNED_OUT : WAITS;
  }, [flush]);

  return { states, finish, waiting: Object.values(states).filter(({ kind }) => kind === "waiting").length, change, kept };
}
