"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { DateInput } from "./date-input";

interface DateControlProps {
  id: string;
  describedBy?: string | undefined;
}

/** A calendar date. */
export function DateControl({ id, describedBy }: DateControlProps) {
  const store = useResponseStore();
  const date = useAnswer({ id, kind: "date" }) ?? "";
  return (
    <div className="date-box">
      <DateInput id={id} value={date} onDate={(typed) => store.setValue(id, typed || null)} describedBy={describedBy} />
    </div>
  );
}
