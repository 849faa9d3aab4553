import type { MarkText } from "@/components/guide/marked-text";
import { ElementResources, ElementTips, Fold } from "@/components/tool/element-help";
import { LiveCount } from "@/components/tool/progress-text";
import { SectionNav } from "@/components/tool/section-nav";
import type { Answers } from "@/lib/tools/answers";
import type { ElementId } from "@/lib/tools/definition";
import { countProgress } from "@/lib/tools/item-readers";
import type { ToolPart } from "@/lib/tools/tool-parts";

interface ToolAsideProps {
  element: ElementId;
  parts: readonly ToolPart[];
  /** The answers when nobody can change them here; null to count along. */
  answers: Answers | null;
  createMarker: () => MarkText;
}

/** The way around the tool, with the tips and resources of its element: open beside the items on a wide screen. */
export function ToolAside({ element, parts, answers, createMarker }: ToolAsideProps) {
  return (
    <aside aria-label="Help with this tool" className="tool-aside tool-aside-wide no-print">
      <PartsNav parts={parts} answers={answers} />
      <ElementTips element={element} isOpen mark={createMarker()} />
      <ElementResources element={element} />
    </aside>
  );
}

/** The same folded above the items on a small one: HTML can't fold by width, so both are in the page and one is shown. */
export function FoldedToolAside({ element, parts, answers, createMarker }: ToolAsideProps) {
  return (
    <aside aria-label="Help with this tool" className="tool-aside tool-aside-small no-print">
      {parts.length > 1 ? (
        <Fold title="Parts of this tool">
          <PartsNav parts={parts} answers={answers} />
        </Fold>
      ) : null}
      <ElementTips element={element} mark={createMarker()} />
      <ElementResources element={element} />
    </aside>
  );
}

function PartsNav({ parts, answers }: Pick<ToolAsideProps, "parts" | "answers">) {
  return parts.length > 1 ? <SectionNav parts={parts} drawCount={(part) => drawCount(part, answers)} /> : null;
}

function drawCount({ items }: ToolPart, answers: Answers | null) {
  const printed = items.filter((item) => !item.extension);
  if (printed.length === 0) return null;
  if (!answers) return <LiveCount items={printed.map(({ id, kind }) => ({ id, kind }))} />;
  const { answered, total } = countProgress(printed, answers);
  return `${answered} of ${total}`;
}
