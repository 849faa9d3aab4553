"use client";

import { useSyncExternalStore } from "react";

const subscribeToNothing = () => () => undefined;

/** A moment in the reader's own time zone; until the script is there, in UTC and said so. */
export function LocalTime({ at, dateOnly = false }: { at: Date; dateOnly?: boolean }) {
  const isHere = useSyncExternalStore(subscribeToNothing, () => true, () => false);
  const text = new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    ...(dateOnly ? {} : { timeStyle: "short" }),
    ...(isHere ? {} : { timeZone: "UTC" }),
  }).format(at);
  return <time dateTime={at.toISOString()}>{isHere || dateOnly ? text : `${text} UTC`}</time>;
}
