import type { ReactNode } from "react";
import type { OfferedWordsProps } from "@/components/tool/fields/offered-words";
import type { Answers } from "@/lib/domain/answer/answers";
import type { ElementId } from "@/lib/domain/tool/definition";
import type { ItemNotes } from "@/lib/notes/item-notes";

/** What every part of a tool page needs to draw itself. */
export interface ToolView {
  readonly answers: Answers;
  /** True for people who may not write here and for a tool marked complete: answers are shown as text. */
  readonly isReadOnly: boolean;
  /** What lies beside each item, by item id; nothing lies beside the items that are missing. */
  readonly notes: ReadonlyMap<string, ItemNotes>;
  /** What other tools' answers offer for an item, by item id. */
  readonly offers: ReadonlyMap<string, OfferedWordsProps>;
  /** Our plain words for what the tool prints, by an item's id or the text itself; none where a team turned them off. */
  readonly plain: (key: string) => string | undefined;
  /** What tells an item apart from another of the same words; see `placesOfRepeatedItems`. */
  readonly placeOf: (itemId: string) => string | undefined;
  /** Printed text with its tools and addresses as links and its acronyms explained; call it in reading order. */
  readonly mark: (text: string) => ReactNode;
  /** From `createPrinter`. */
  readonly print: (content: ReactNode) => ReactNode;
  /** Within something that is printed as a whole. */
  readonly isPrinted?: boolean;
  /** Practice tips of an element, folded, for areas of a tool that belong to elements of their own. */
  readonly drawTips: (element: ElementId) => ReactNode;
}
