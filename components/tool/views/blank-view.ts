import type { BlankView, Mark } from "@/components/tool/controls/tool-view";
import { markedAt, type MarkedParts } from "@/lib/domain/toolkit/mark-texts";
import { drawMarked } from "./marked-text";

/** Draws what is printed, for everybody: nothing of a team, nothing that lives in the browser. Begins with this part. */
export function blankView(parts: MarkedParts, part: string): BlankView {
  const markIn = (part: string): Mark => (owner, field) => drawMarked(markedAt(parts, part, owner, field));
  return {
    state: "blank",
    level: 3,
    plain: () => undefined,
    placeOf: () => undefined,
    mark: markIn(part),
    markIn,
    print: (content) => content,
    isPrinted: true,
    // The guide has a page for each element.
    drawTips: () => null,
  };
}
