"use client";

import { useCallback, useEffect, useState } from "react";
import { dismiss, isDismissed } from "./dismissed-hints";
import { FieldHints } from "./field-hints";
import { findHints, type Hint, hintKey } from "./find-hints";

/** How long nobody types before a text is read, in milliseconds. */
const PAUSE = 600;

type Field = HTMLTextAreaElement;

/**
 * Notes below the page's text boxes: what may point to one person, and terms with a better word. Each box is read in
 * the browser when it gets the focus and when typing pauses. Nothing is held back and nothing of it is sent.
 */
export function WritingHints() {
  const [hintsOf, setHintsOf] = useState<ReadonlyMap<Field, readonly Hint[]>>(new Map());

  const check = useCallback((field: Field) => {
    const hints = field.isConnected ? findHints(field.value).filter((hint) => !isDismissed(field, hint)) : [];
    setHintsOf((before) => {
      const isGone = [...before.keys()].some((known) => !known.isConnected);
      if (!isGone && keysOf(hints) === keysOf(before.get(field) ?? [])) return before;
      const after = new Map([...before].filter(([known]) => known !== field && known.isConnected));
      return hints.length > 0 ? after.set(field, hints) : after;
    });
  }, []);

  useEffect(() => {
    const timers = new Map<Field, number>();
    const readSoon = (field: EventTarget | null, pause: number) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      window.clearTimeout(timers.get(field));
      timers.set(field, window.setTimeout(() => check(field), pause));
    };
    const onInput = ({ target }: Event) => readSoon(target, PAUSE);
    const onFocus = ({ target }: Event) => readSoon(target, 0);
    document.addEventListener("input", onInput);
    document.addEventListener("focusin", onFocus);
    // The box that made these notes load.
    readSoon(document.activeElement, 0);
    return () => {
      document.removeEventListener("input", onInput);
      document.removeEventListener("focusin", onFocus);
      for (const timer of timers.values()) window.clearTimeout(timer);
    };
  }, [check]);

  return [...hintsOf].map(([field, hints], index) => (
    <FieldHints
      key={field.id || index}
      field={field}
      hints={hints}
      onDismiss={() => {
        dismiss(field, hints);
        check(field);
        field.focus();
      }}
    />
  ));
}

function keysOf(hints: readonly Hint[]): string {
  return hints.map(hintKey).join("\n");
}
