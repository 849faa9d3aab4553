"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { GrowingText } from "./growing-text";

interface TextControlProps {
  id: string;
  length: "short" | "long";
  /** In a table, where even long answers start with one line. */
  isCell?: boolean;
}

export function TextControl({ id, length, isCell = false }: TextControlProps) {
  const store = useResponseStore();
  return (
    <GrowingText
      id={id}
      value={useAnswer({ id, kind: "text" }) ?? ""}
      isTall={length === "long" && !isCell}
      onText={(text) => store.setText(id, text)}
    />
  );
}
