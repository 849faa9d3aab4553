import type { ToolView } from "@/components/tool/controls/tool-view";
import { ChapterHelp } from "@/components/tool/views/chapter-help";
import { ElementResources, ElementTips, Fold } from "@/components/tool/views/element-help";
import type { Answers } from "@/lib/domain/answer/answers";
import { countProgress } from "@/lib/domain/item/item-readers";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import type { ToolPart } from "@/lib/domain/tool/tool-parts";
import { type NavPart, SectionNav } from "./section-nav";

interface ToolAsideProps {
  tool: Pick<ToolDefinition, "ref" | "element" | "chapter">;
  /** From `navParts`, once for both: then they are sent once. */
  parts: readonly NavPart[];
  drawView: () => Pick<ToolView, "mark" | "print">;
}

/** The way around the tool, with the tips and resources of its element: open beside the items on a wide screen. */
export function ToolAside({ tool, parts, drawView }: ToolAsideProps) {
  const view = drawView();
  return (
    <aside aria-label="Help with this tool" className="tool-aside tool-aside-wide no-print">
      {parts.length > 1 ? <SectionNav parts={parts} /> : null}
      <ToolHelp tool={tool} isOpen view={view} />
    </aside>
  );
}

/** The same folded above the items on a small one: HTML can't fold by width, so both are in the page and one is shown. */
export function FoldedToolAside({ tool, parts, drawView }: ToolAsideProps) {
  const view = drawView();
  return (
    <aside aria-label="Help with this tool" className="tool-aside tool-aside-small no-print">
      {parts.length > 1 ? (
        <Fold title="Parts of this tool">
          <SectionNav parts={parts} />
        </Fold>
      ) : null}
      <ToolHelp tool={tool} view={view} />
    </aside>
  );
}

interface ToolHelpProps extends Pick<ToolAsideProps, "tool"> {
  isOpen?: boolean;
  view: Pick<ToolView, "mark" | "print">;
}

/** What the guide has for the tool: its element's tips and resources, or the chapter it is made from. */
function ToolHelp({ tool: { ref, element, chapter }, isOpen = false, view }: ToolHelpProps) {
  if (element === undefined) return chapter === undefined ? null : <ChapterHelp toolkitId={ref.toolkitId} chapter={chapter} view={view} />;
  return (
    <>
      <ElementTips element={element} isOpen={isOpen} view={view} />
      <ElementResources element={element} view={view} />
    </>
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
