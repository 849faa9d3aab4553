"use client";

import { useCallback, useEffect, useState } from "react";
import { usePeople, type WithPeople } from "@/components/people/shown-people";
import { NOTES_CHANGED } from "./notes-changed";

export interface PanelData<T> {
  /** Null until it came. Stays while newer data is asked for. */
  readonly data: T | null;
  /** In words for the person, when the last try failed. */
  readonly failure: string | null;
  readonly reload: () => void;
}

/** The JSON of one of the workbook's own addresses, for a tab of the item panel. Whom it names the page knows from then on. */
export function usePanelData<T>(url: string): PanelData<T> {
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const { learn } = usePeople();
  const reload = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    window.addEventListener(NOTES_CHANGED, reload);
    return () => window.removeEventListener(NOTES_CHANGED, reload);
  }, [reload]);

  useEffect(() => {
    const controller = new AbortController();
    fetchJson<T & WithPeople>(url, controller.signal).then(
      (fresh) => {
        learn(fresh.people);
        setData(fresh);
        setFailure(null);
      },
      (error: Error) => {
        if (!controller.signal.aborted) setFailure(error.message);
      },
    );
    return () => controller.abort();
  }, [url, asked, learn]);

  return { data, failure, reload };
}

/** @throws Error whose message is for the person. */
async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { signal, cache: "no-store" });
  } catch {
    throw new Error("We could not reach the workbook. Check your connection, then try again.");
  }
  const body = (await response.json().catch(() => null)) as (T & { message?: string }) | null;
  if (response.ok && body !== null) return body;
  throw new Error(body?.message ?? "Something went wrong on our side. Please try again.");
}
