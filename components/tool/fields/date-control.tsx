"use client";

import { useRef } from "react";
import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { DateInput } from "./date-input";

/** A calendar date; `name` says which one, for the button that clears it. */
export function DateControl({ id, name }: { id: string; name: string }) {
  const store = useResponseStore();
  const date = useAnswer({ id, kind: "date" }) ?? "";
  const input = useRef<HTMLInputElement>(null);

  function clear() {
    store.setValue(id, null);
    input.current?.focus();
  }

  return (
    <div className="date-box">
      <DateInput id={id} value={date} onDate={(typed) => store.setValue(id, typed || null)} inputRef={input} />
      {date ? (
        <button type="button" className="clear-button" onClick={clear}>
          Clear<span className="sr-only"> date: {name}</span>
        </button>
      ) : null}
    </div>
  );
}
