"use client";

import { type ComponentType, useEffect, useState } from "react";

/** Fetches the notes beside text boxes when the first of them is used; until then this is all there is of them. */
export function WritingHintsLoader() {
  const [Hints, setHints] = useState<ComponentType>();
  useEffect(() => {
    const load = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      // Offline, the next box tries again.
      import("./writing-hints").then((module) => setHints(() => module.WritingHints), () => undefined);
    };
    if (!Hints) document.addEventListener("focusin", load);
    return () => document.removeEventListener("focusin", load);
  }, [Hints]);
  return Hints ? <Hints /> : null;
}
