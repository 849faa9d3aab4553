"use client";

import { useSyncExternalStore } from "react";
import { dayOf, describeDue } from "@/lib/domain/text/due-words";
import { Icon } from "./icon";

const never = () => () => undefined;

/** When something is due ("2026-12-01"), as of the reader's own day; until the page has come alive, as of the day in UTC. */
export function DueDate({ day }: { day: string }) {
  const today = useSyncExternalStore(
    never,
    () => dayOf(new Date()),
    () => new Date().toISOString().slice(0, 10),
  );
  const { text, isOverdue } = describeDue(day, today);
  if (!isOverdue)
    return (
      <time dateTime={day} className="inline-block">
        {text}
      </time>
    );
  return (
    <time dateTime={day} className="inline-block text-warm">
      <Icon name="warning" className="mr-1 size-4 align-[-0.1875em]" />
      {text}
    </time>
  );
}
