"use client";

import type { ReactNode } from "react";
import { useAnswer, useHasAnswer } from "@/components/tool/live/use-response";

interface OnlyForItemProps {
  id: string;
  /** The choice beside it, and the option that it belongs to. */
  choice: string;
  option: string;
  /** Whether comments, files or somebody's work stand at it. */
  hasNotes: boolean;
  className?: string;
  children: ReactNode;
}

/** A cell that matters for one option of the choice beside it: away until that is chosen, unless something stands in it. */
export function OnlyForItem({ id, choice, option, hasNotes, className, children }: OnlyForItemProps) {
  const isChosen = useAnswer({ id: choice, kind: "choice" })?.option === option;
  const hasAnswer = useHasAnswer(id);
  return (
    <div className={className} hidden={!isChosen && !hasAnswer && !hasNotes}>
      {children}
    </div>
  );
}
