import type { ToolRef } from "@/lib/tools/tool-ref";

/** What every part of the comments tab needs. */
export interface Conversation {
  readonly teamId: string;
  readonly toolRef: ToolRef;
  readonly userId: string;
  readonly mayComment: boolean;
  /** Names that can be mentioned. */
  readonly people: readonly string[];
  readonly sendsMail: boolean;
  /** Words sent before turned out to have arrived: shows them. */
  readonly onArrived: () => void;
  /** After a change that was saved: shows it, and says so. */
  readonly onSaved: (message: string) => void;
}
