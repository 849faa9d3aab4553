import type { EventKind } from "@/lib/events/response-event";
import type { Answer } from "@/lib/domain/answer/answers";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** What others did to one item since the person looked at it. Never who: see the item's history. */
export interface ItemNews {
  readonly itemId: string;
  /** The answer as it was when they looked; null when it did not change. */
  readonly answer: { readonly wasBlank: boolean; readonly isBlank: boolean; /** Read for a tool's own page alone. */ readonly before: Answer | null } | null;
  readonly comments: number;
  readonly files: number;
  /** The newest of it. */
  readonly at: string;
}

/** What happens to a whole tool that people want to hear of. */
export const TOLD_KINDS = ["completed", "reopened", "locked", "unlocked", "imported"] as const satisfies readonly EventKind[];
export type ToldKind = (typeof TOLD_KINDS)[number];

/** What is new in one tool, for one person. */
export interface ToolNews {
  readonly toolRef: ToolRef;
  /** Newest first. */
  readonly items: readonly ItemNews[];
  /** Newest first, each once. */
  readonly events: readonly ToldKind[];
  readonly at: string;
}

/** As many items of a tool are told apart; the history has all. */
export const ITEMS_TOLD = 200;

export function countNews({ items, events }: ToolNews): number {
  return items.length + events.length;
}

const EVENT_WORDS: Record<ToldKind, string> = {
  completed: "Marked complete",
  reopened: "Reopened",
  locked: "Locked",
  unlocked: "Unlocked",
  imported: "Answers were brought in from a file",
};

export function describeEvent(kind: ToldKind): string {
  return EVENT_WORDS[kind];
}

const count = (number: number, one: string) => (number === 1 ? `1 new ${one}` : `${number} new ${one}s`);

/** "Changed, 2 new comments" */
export function describeNews({ answer, comments, files }: ItemNews): string {
  const parts: string[] = [];
  if (answer) parts.push(answer.isBlank ? "Cleared" : answer.wasBlank ? "Answered" : "Changed");
  if (comments > 0) parts.push(count(comments, "comment"));
  if (files > 0) parts.push(count(files, "file"));
  const [first = "", ...rest] = parts;
  return [first.startsWith("1 new") ? first.replace("1 new", "New") : first, ...rest].join(", ");
}
