import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** Largest file that can be brought in, in bytes. A team's answers are far smaller; a long history may not be. */
export const IMPORT_MAX_BYTES = 32 * 1024 * 1024;

export const FILE_TOO_LARGE =
  "This file is larger than 32 MB. Download it again without comments and history, then choose the new file.";

/** What kept a form from being worked on, whatever it held. */
export const IMPORT_HITCHES = {
  busy: "Several files are being read right now. Please try again in a minute.",
  wait: "You sent many files in the last hour. Please wait an hour, then go on.",
  "cut-off": "The file arrived incomplete. Choose it again.",
  failed: "Something went wrong on our side, and nothing was brought in. Please try again.",
} as const;
export type ImportHitch = keyof typeof IMPORT_HITCHES;

/** Most problems that are listed; the rest are counted. */
export const MOST_LISTED = 50;

/** What was found in a file, for the person who chose it. */
export interface ImportReport {
  /** "done": its answers are in. */
  readonly state: "refused" | "ready" | "done";
  /** What the file says of itself; empty where it says nothing. */
  readonly source: { readonly agency: string; readonly team: string; /** ISO 8601 */ readonly at: string };
  /** How many answers are in the file: each comes in, is left out, or is a problem. Missing in reports of earlier releases. */
  readonly inFile?: number;
  readonly tools: readonly ImportedTool[];
  /** What is in the file and stays there. */
  readonly leftBehind: { readonly conversations: number; readonly changes: number; readonly files: number; /** Missing in reports of earlier releases. */ readonly values?: number; readonly links?: number };
  /** Answers that have no place here, or are blank, named. */
  readonly leftOut: readonly string[];
  /** Why the whole file is refused, in words; empty unless it is. */
  readonly problems: readonly string[];
}

export interface ImportedTool {
  readonly toolRef: ToolRef;
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
