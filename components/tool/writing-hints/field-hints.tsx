"use client";

import { useId, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Hint } from "./find-hints";
import { HintNote } from "./hint-note";

interface FieldHintsProps {
  field: HTMLTextAreaElement;
  hints: readonly Hint[];
  onDismiss: () => void;
}

/** The note of one box, in an element of its own right after it. The box itself stays as it is. */
export function FieldHints({ field, hints, onDismiss }: FieldHintsProps) {
  const id = useId();
  const [host] = useState(() => document.createElement("div"));
  useLayoutEffect(() => {
    (field.closest(".grow-box") ?? field).after(host);
    return () => host.remove();
  }, [field, host]);
  useLayoutEffect(() => {
    // The box may have descriptions of its own, and may change them.
    const others = () => (field.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
    field.setAttribute("aria-describedby", [...others(), id].join(" "));
    return () => {
      if (others().length > 0) field.setAttribute("aria-describedby", others().join(" "));
      else field.removeAttribute("aria-describedby");
    };
  });
  return createPortal(<HintNote id={id} hints={hints} isCell={field.closest("td") !== null} onDismiss={onDismiss} />, host);
}
