"use client";

import { useRef } from "react";
import { useAnswer, useResponseStore } from "./use-response";

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
      <input
        ref={input}
        id={id}
        type="date"
        max="9999-12-31"
        autoComplete="off"
        value={date}
        onChange={(event) => store.setValue(id, event.target.value || null)}
        className="control"
      />
      {date ? (
        <button type="button" className="clear-button" onClick={clear}>
          Clear<span className="sr-only"> date: {name}</span>
        </button>
      ) : null}
    </div>
  );
}
