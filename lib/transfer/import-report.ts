import type { ToolNumber } from "@/lib/tools/definition";

/** Largest file that can be brought in, in bytes. A team's answers are far smaller; a long history may not be. */
export const IMPORT_MAX_BYTES = 32 * 1024 * 1024;

/** Most problems that are listed; the rest are counted. */
export const MOST_LISTED = 50;

/** What was found in a file, for the person who chose it. */
export interface ImportReport {
  /** "done": its answers are in. */
  readonly state: "refused" | "ready" | "done";
  /** What the file says of itself; empty where it says nothing. */
  readonly source: { readonly agency: string; readonly team: string; /** ISO 8601 */ readonly at: string };
  readonly tools: readonly ImportedTool[];
  /** What is in the file and stays there. */
  readonly leftBehind: { readonly conversations: number; readonly changes: number; readonly files: number };
  /** Answers that have no place here any more, named. */
  readonly leftOut: readonly string[];
  /** Why the whole file is refused, in words; empty unless it is. */
  readonly problems: readonly string[];
}

export interface ImportedTool {
  readonly number: ToolNumber;
  /** How many answers come in. */
  readonly answers: number;
  /** It was complete in the file. */
  readonly isComplete: boolean;
}

/** A report that only says why there is nothing to bring in. */
export function refusedReport(...problems: readonly string[]): ImportReport {
  return {
    state: "refused",
    source: { agency: "", team: "", at: "" },
    tools: [],
    leftBehind: { conversations: 0, changes: 0, files: 0 },
    leftOut: [],
    problems,
  };
}
