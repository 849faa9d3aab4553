"use client";

import { useRef } from "react";
import { GrowingText } from "./growing-text";
import { useEarlyInput } from "./use-early-input";
import { useAnswer, useResponseStore } from "./use-response";

interface TextControlProps {
  id: string;
  length: "short" | "long";
  /** In a table, where even long answers start with one line. */
  isCell?: boolean;
}

export function TextControl({ id, length, isCell = false }: TextControlProps) {
  const store = useResponseStore();
  const text = useAnswer({ id, kind: "text" }) ?? "";
  const box = useRef<HTMLTextAreaElement>(null);
  useEarlyInput(() => {
    const typed = box.current?.value ?? "";
    if (typed !== text) store.setText(id, typed);
  });

  return (
    <GrowingText
      ref={box}
      id={id}
      value={text}
      isTall={length === "long" && !isCell}
      onChange={(event) => store.setText(id, event.target.value)}
    />
  );
}
