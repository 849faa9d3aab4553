"use client";

import { useRef } from "react";
import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { DateInput } from "./date-input";

interface DateControlProps {
  id: string;
  /** Which date it is, for the button that clears it. */
  name: string;
  describedBy?: string | undefined;
}

/** A calendar date. */
export function DateControl({ id, name, describedBy }: DateControlProps) {
  const store = useResponseStore();
  const date = useAnswer({ id, kind: "date" }) ?? "";
  const input = useRef<HTMLInputElement>(null);

  function clear() {
    store.setValue(id, null);
    input.current?.focus();
  }

  return (
    <div className="date-box">
      <DateInput id={id} value={date} onDate={(typed) => store.setValue(id, typed || null)} inputRef={input} describedBy={describedBy} />
      {date ? (
        <button type="button" className="clear-button" onClick={clear}>
          Clear<span className="sr-only"> date: {name}</span>
        </button>
      ) : null}
    </div>
  );
}
