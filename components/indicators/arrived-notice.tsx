"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";

/** Says on a page that was loaded anew what was done on the one before, and takes the focus there, if nobody works on already. */
export function ArrivedNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches("a, button, input, select, summary, textarea")) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="no-print">
      <Alert tone="success">{children}</Alert>
    </div>
  );
}
