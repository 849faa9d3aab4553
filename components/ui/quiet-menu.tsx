"use client";

import { type ReactNode, useEffect, useRef } from "react";

interface QuietMenuProps {
  /** What the three dots mean here. */
  label: string;
  className?: string;
  /** List items. */
  children: ReactNode;
}

/** Three dots that open a list. Opens without script; with it, closes on Escape and on a click elsewhere. */
export function QuietMenu({ label, className = "", children }: QuietMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const details = menu.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.querySelector("summary")?.focus();
      } else if (details.contains(event.target as Node)) return;
      details.open = false;
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);

  return (
    <details ref={menu} className={`quiet-menu no-print ${className}`}>
      <summary className="dots">
        <span className="sr-only">{label}</span>
      </summary>
      <ul className="quiet-menu-list">{children}</ul>
    </details>
  );
}
