"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

function print(iso: string, dateOnly: boolean, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    ...(dateOnly ? {} : { timeStyle: "short" }),
    timeZone,
  }).format(new Date(iso));
}

/** An instant (ISO 8601) in the reader's own time zone; in UTC, and saying so, until the page has come alive. */
export function DateTime({ iso, dateOnly = false }: { iso: string; dateOnly?: boolean }) {
  const text = useSyncExternalStore(
    never,
    () => print(iso, dateOnly, undefined),
    () => `${print(iso, dateOnly, "UTC")}${dateOnly ? "" : " UTC"}`,
  );
  return <time dateTime={iso}>{text}</time>;
}
