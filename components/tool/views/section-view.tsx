import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { AskedSection } from "@/components/tool/fields/asked-section";
import { Tag } from "@/components/ui/tag";
import type { Section } from "@/lib/domain/tool/definition";
import { sectionItems } from "@/lib/domain/tool/items";
import { NodeView } from "./node-views";

/** A section of a tool with everything in it. */
export function SectionView({ section, view }: { section: Section; view: ToolView }) {
  const titleId = `${section.id}-title`;
  const attributes = {
    id: section.id,
    tabIndex: -1,
    "aria-labelledby": section.title ? titleId : undefined,
    className: section.layout === "sheet" ? "sheet" : undefined,
  };
  if (sectionItems(section).length > 0) {
    return (
      <section {...attributes}>
        <SectionInside section={section} titleId={titleId} view={view} />
      </section>
    );
  }
  return (
    <PrintedPart view={view} as="section" {...attributes}>
      <SectionInside section={section} titleId={titleId} view={{ ...view, isPrinted: true }} />
    </PrintedPart>
  );
}

function SectionInside({ section, titleId, view }: { section: Section; titleId: string; view: ToolView }) {
  return (
    <>
      {section.title ? (
        <h2 id={titleId} className="mb-3">
          {section.title}
        </h2>
      ) : null}
      {section.extension ? (
        <p className="mb-4">
          <Tag>Added by this workbook, not printed in the toolkit</Tag>
        </p>
      ) : null}
      {section.when ? (
        <AskedSection when={section.when}>
          <SectionNodes section={section} view={view} />
        </AskedSection>
      ) : (
        <SectionNodes section={section} view={view} />
      )}
    </>
  );
}

function SectionNodes({ section, view }: { section: Section; view: ToolView }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
      {section.nodes.map((node, index) => (
        <NodeView key={"id" in node ? node.id : `${node.kind}-${index}`} node={node} view={view} />
      ))}
    </div>
  );
}
