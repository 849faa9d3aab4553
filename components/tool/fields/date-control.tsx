"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { DateInput } from "./date-input";

/** A calendar date. */
export function DateControl({ id }: { id: string }) {
  const store = useResponseStore();
  const date = useAnswer({ id, kind: "date" }) ?? "";
  return (
    <div className="date-box">
      <DateInput id={id} value={date} onDate={(typed) => store.setValue(id, typed || null)} />
    </div>
  );
}
