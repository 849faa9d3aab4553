import type { ToolKey, ToolRef } from "@/lib/domain/tool/tool-ref";

/** Something that waits for one person. */
export interface WaitingWork {
  readonly toolRef: ToolRef;
  /** Id of the part or the item, empty for the whole tool; of the action, or of the round. */
  readonly targetId: string;
  readonly name: string;
  /** A day, "2026-12-01". */
  readonly dueOn: string | null;
  /** "handed-back": somebody else gave it back, and it waits for whoever gives out work. */
  readonly kind: "assigned" | "handed-back" | "action" | "round";
}

/** A team at a glance, as one person sees it. */
export interface TeamGlance {
  /** Of tools that somebody has begun. */
  readonly states: ReadonlyMap<ToolKey, "complete" | "started">;
  readonly lastActivity: { readonly toolRef: ToolRef; readonly at: string } | null;
  /** The first due first. */
  readonly waiting: readonly WaitingWork[];
  /** How many wait besides. */
  readonly moreWaiting: number;
}
