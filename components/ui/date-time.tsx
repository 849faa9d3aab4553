"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each format is made once: a hundred dates of a page would take a tenth of its time to make theirs. */
function formatFor(dateOnly: boolean, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${dateOnly} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", ...(dateOnly ? {} : { timeStyle: "short" }), timeZone });
  formats.set(key, made);
  return made;
}

function print(iso: string, dateOnly: boolean, timeZone: string | undefined): string {
  return formatFor(dateOnly, timeZone).format(new Date(iso));
}

/** An instant (ISO 8601) in the reader's own time zone; in UTC, and saying so, until the page has come alive. */
export function DateTime({ iso, dateOnly = false }: { iso: string; dateOnly?: boolean }) {
  const text = useSyncExternalStore(
    never,
    () => print(iso, dateOnly, undefined),
    () => `${print(iso, dateOnly, "UTC")}${dateOnly ? "" : " UTC"}`,
  );
  // On to the next line as a whole, not in the middle of a date.
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {text}
    </time>
  );
}
