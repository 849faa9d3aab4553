"use client";

import { type ReactNode, useState } from "react";

interface ToolFoldProps {
  title: ReactNode;
  /** Counts when the page comes; afterwards the person opens and closes it. */
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** One of the folds in the line above a tool's items. Works without script. */
export function ToolFold({ title, isOpen = false, className = "", children }: ToolFoldProps) {
  // A page that is drawn again, as after a teammate's change, must not fold what somebody reads.
  const [opens] = useState(isOpen);
  return (
    <details open={opens} className={`fold ${className}`}>
      <summary>{title}</summary>
      <div className="tool-fold-inside">{children}</div>
    </details>
  );
}
