import type { ToolView } from "@/components/tool/controls/tool-view";
import { ElementResources, ElementTips, Fold } from "@/components/tool/views/element-help";
import type { Answers } from "@/lib/domain/answer/answers";
import { countProgress } from "@/lib/domain/item/item-readers";
import type { ElementId } from "@/lib/domain/tool/definition";
import type { ToolPart } from "@/lib/domain/tool/tool-parts";
import { type NavPart, SectionNav } from "./section-nav";

interface ToolAsideProps {
  element: ElementId;
  /** From `navParts`, once for both: then they are sent once. */
  parts: readonly NavPart[];
  drawView: () => Pick<ToolView, "mark" | "print">;
}

/** The way around the tool, with the tips and resources of its element: open beside the items on a wide screen. */
export function ToolAside({ element, parts, drawView }: ToolAsideProps) {
  const view = drawView();
  return (
    <aside aria-label="Help with this tool" className="tool-aside tool-aside-wide no-print">
      {parts.length > 1 ? <SectionNav parts={parts} /> : null}
      <ElementTips element={element} isOpen view={view} />
      <ElementResources element={element} view={view} />
    </aside>
  );
}

/** The same folded above the items on a small one: HTML can't fold by width, so both are in the page and one is shown. */
export function FoldedToolAside({ element, parts, drawView }: ToolAsideProps) {
  const view = drawView();
  return (
    <aside aria-label="Help with this tool" className="tool-aside tool-aside-small no-print">
      {parts.length > 1 ? (
        <Fold title="Parts of this tool">
          <SectionNav parts={parts} />
        </Fold>
      ) : null}
      <ElementTips element={element} view={view} />
      <ElementResources element={element} view={view} />
    </aside>
  );
}

/** @param answers The answers when nobody can change them here; null to count along. */
export function navParts(parts: readonly ToolPart[], answers: Answers | null): NavPart[] {
  return parts.map(({ id, title, isArea, items }) => {
    const printed = items.filter((item) => !item.extension);
    const { answered, total } = countProgress(printed, answers ?? {});
    const count = answers && total > 0 ? `${answered} of ${total}` : null;
    return { id, title, isArea, count, itemIds: answers ? [] : printed.map((item) => item.id) };
  });
}
