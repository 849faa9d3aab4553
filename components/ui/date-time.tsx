"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

function print(iso: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(iso));
}

/** An instant in the reader's own time zone; in UTC, and saying so, until the page has come alive. */
export function DateTime({ iso }: { iso: string }) {
  const text = useSyncExternalStore(
    never,
    () => print(iso, undefined),
    () => `${print(iso, "UTC")} UTC`,
  );
  return <time dateTime={iso}>{text}</time>;
}
