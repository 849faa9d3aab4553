"use client";

import type { ReactNode } from "react";
import { useClosingMenu } from "./use-closing-menu";

interface QuietMenuProps {
  /** What the three dots mean here. */
  label: string;
  className?: string;
  /** List items. */
  children: ReactNode;
}

/** Three dots that open a list. Opens without script; with it, closes on Escape and on a click elsewhere. */
export function QuietMenu({ label, className = "", children }: QuietMenuProps) {
  const menu = useClosingMenu();
  return (
    <details ref={menu} className={`quiet-menu no-print ${className}`}>
      <summary className="dots">
        <span className="sr-only">{label}</span>
      </summary>
      <ul className="quiet-menu-list">{children}</ul>
    </details>
  );
}
