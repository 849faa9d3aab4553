import type { PersonRef } from "@/lib/domain/people/person";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { shorten } from "@/lib/domain/text/shorten";

/** What every part of the comments tab needs. */
export interface Conversation {
  readonly teamId: string;
  readonly toolRef: ToolRef;
  readonly userId: string;
  /** Who the writer is shown as. */
  readonly personId: string;
  readonly mayComment: boolean;
  /** Who can be mentioned. */
  readonly mentionable: readonly PersonRef[];
  readonly sendsMail: boolean;
  /** Words sent before turned out to have arrived: shows them. */
  readonly onArrived: () => void;
  /** After a change that was saved: shows it, and says so. */
  readonly onSaved: (message: string) => void;
}

/** So many letters of a comment say which one a button is for. */
const NAMED_LENGTH = 40;

/** The first words of a comment, for the names of its buttons. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${shorten(line, NAMED_LENGTH)}”`;
}
