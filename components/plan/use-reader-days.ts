"use client";

import { useMemo, useSyncExternalStore } from "react";
import { useIsReady } from "@/components/forms/use-is-ready";
import type { ReaderDays } from "@/lib/domain/plan/plan-groups";
import { dayOf } from "@/lib/domain/text/due-words";

const never = () => () => undefined;

/**
 * The reader's own day and time zone; until the page has come alive, and without scripts, those of the agency.
 * @param now when the page was made, an instant
 */
export function useReaderDays({ now, timeZone }: { readonly now: string; readonly timeZone: string }): ReaderDays {
  const isReady = useIsReady();
  const theirs = useMemo(() => dayPrinter(timeZone), [timeZone]);
  const today = useSyncExternalStore(
    never,
    () => dayOf(new Date()),
    () => theirs(now),
  );
  return useMemo(() => ({ today, dayOf: isReady ? (instant) => dayOf(new Date(instant)) : theirs }), [today, isReady, theirs]);
}

/** Made once for each zone: on the server it took as long as a tenth of the table. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Days are written "2026-12-01" in Sweden. */
function dayPrinter(timeZone: string): (instant: string) => string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone });
  formats.set(timeZone, format);
  return (instant) => format.format(new Date(instant));
}
