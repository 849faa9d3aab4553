"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { GrowingText } from "./growing-text";

interface TextControlProps {
  id: string;
  length: "short" | "long";
  /** In a table, where even long answers start with one line. */
  isCell?: boolean;
  describedBy?: string | undefined;
}

export function TextControl({ id, length, isCell = false, describedBy }: TextControlProps) {
  const store = useResponseStore();
  return (
    <GrowingText
      id={id}
      value={useAnswer({ id, kind: "text" }) ?? ""}
      isTall={length === "long" && !isCell}
      describedBy={describedBy}
      onText={(text) => store.setText(id, text)}
    />
  );
}
