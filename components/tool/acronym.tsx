"use client";

import { useEffect, useId, useState } from "react";

/** A short word that explains itself on hover and on focus; Escape hides the explanation. */
export function Acronym({ text, meaning }: { text: string; meaning: string }) {
  const id = useId();
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isShown = isHovered || isFocused;

  useEffect(() => {
    if (!isShown) return;
    const hide = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setHovered(false);
      setFocused(false);
    };
    document.addEventListener("keydown", hide);
    return () => document.removeEventListener("keydown", hide);
  }, [isShown]);

  return (
    <abbr
      tabIndex={0}
      aria-describedby={id}
      className="acronym"
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {text}
      <span id={id} role="tooltip" hidden={!isShown} className="acronym-note">
        {meaning}
      </span>
    </abbr>
  );
}
