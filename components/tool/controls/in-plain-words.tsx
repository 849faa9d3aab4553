import { PlainText } from "@/components/printed/plain-text";
import { PrintedPart } from "./printed-part";
import type { ToolView } from "./tool-view";

/** Of the plain words of an item, which describe its controls. */
export function plainId(itemId: string): string {
  return `${itemId}-plain`;
}

interface PlainWordsProps {
  /** An item's id, or a printed text. */
  of: string;
  view: Pick<ToolView, "plain" | "print" | "isPrinted">;
  /** Set where something is described by them. */
  id?: string;
  as?: "p" | "span";
}

/** Our plain words beside what the toolkit prints, where there are any. */
export function PlainWords({ of, view, id, as: Element = "p" }: PlainWordsProps) {
  const text = view.plain(of);
  if (text === undefined) return null;
  return (
    <PrintedPart view={view} as={Element} {...(id !== undefined && { id })} className="plain-words">
      <PlainText text={text} />
    </PrintedPart>
  );
}
