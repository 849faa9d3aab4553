"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";

interface DialogProps {
  isOpen: boolean;
  title: string;
  /** Called for Escape and the close button; the caller sets `isOpen` to false. */
  onClose: () => void;
  children: ReactNode;
}

/** The platform's own modal dialog: it keeps the focus inside and gives it back to what opened it. */
export function Dialog({ isOpen, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={(event) => {
        // React lets it bubble: closing a dialog that stands in another would close both.
        event.stopPropagation();
        onClose();
      }}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-6 text-ink shadow-card backdrop:bg-[rgb(23_23_22/0.6)]"
    >
      {isOpen ? (
        <>
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId}>{title}</h2>
            <Button variant="quiet" size="small" onClick={onClose}>
              Close
            </Button>
          </div>
          <div className="mt-4">{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
