"use client";

import { useEffect, useRef, useState } from "react";
import { findItemId } from "./item-of-element";

interface ReadOnlyChangeProps {
  canEdit: boolean;
  itemIds: ReadonlySet<string>;
}

/** Says when the open page becomes read-only or can be edited again, and keeps the place of whoever was typing. */
export function ReadOnlyChange({ canEdit, itemIds }: ReadOnlyChangeProps) {
  const [before, setBefore] = useState(canEdit);
  const [words, setWords] = useState("");
  const place = useRef<string | null>(null);
  if (before !== canEdit) {
    setBefore(canEdit);
    setWords(
      canEdit ? "This tool can be edited again." : "This tool was just made read-only. Your answers are shown as text.",
    );
  }

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      place.current = target instanceof Element ? findItemId(target, itemIds) : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [itemIds]);

  useEffect(() => {
    // The control that had the focus is gone; the item that takes its place has the same id.
    if (place.current && document.activeElement === document.body) {
      document.getElementById(place.current)?.focus({ preventScroll: true });
    }
  }, [canEdit]);

  return (
    <p role="status" className="live-words sr-only">
      {words}
    </p>
  );
}
