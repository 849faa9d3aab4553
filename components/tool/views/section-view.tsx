import { PrintedPart } from "@/components/tool/controls/printed-part";
import { inPart, type ToolView, within } from "@/components/tool/controls/tool-view";
import { OursTag } from "@/components/ui/tag";
import type { Node, Section } from "@/lib/domain/tool/definition";
import { sectionItems } from "@/lib/domain/tool/items";
import { answerHint } from "./blank-answer";
import { NodeView } from "./node-views";

/** A section of a tool with everything in it. */
export function SectionView({ section, view: ofPage }: { section: Section; view: ToolView }) {
  const view = inPart(ofPage, section.id);
  const titleId = `${section.id}-title`;
  const attributes = {
    id: section.id,
    tabIndex: -1,
    "aria-labelledby": section.title ? titleId : undefined,
    className: section.layout === "sheet" ? "sheet" : undefined,
  };
  if (sectionItems(section).length > 0) {
    const drawn = (
      <section {...attributes}>
        <SectionInside section={section} titleId={titleId} view={view} />
      </section>
    );
    return section.onDemand && view.state !== "blank" ? view.live.drawOnDemand(section.id, drawn) : drawn;
  }
  return (
    <PrintedPart view={view} as="section" {...attributes}>
      <SectionInside section={section} titleId={titleId} view={within(view, { isPrinted: true })} />
    </PrintedPart>
  );
}

function SectionInside({ section, titleId, view }: { section: Section; titleId: string; view: ToolView }) {
  const Heading = `h${view.level}` as const;
  const hint = view.state === "blank" ? answerHint(section) : null;
  const links = view.state === "blank" ? null : view.drawLinks(section.id);
  const nodes = <SectionNodes section={section} view={view} />;
  return (
    <>
      {section.title ? (
        <Heading id={titleId} className="mb-3">
          {section.title}
        </Heading>
      ) : null}
      {section.extension ? (
        <p className="mb-4">
          <OursTag>Added by this workbook, not printed in the toolkit</OursTag>
        </p>
      ) : null}
      {hint === null ? null : <p className="measure mb-3 text-muted">{hint}</p>}
      {links ? <div className="mb-6">{links}</div> : null}
      {section.when && view.state !== "blank" ? view.live.drawAsked(section.when, nodes) : nodes}
    </>
  );
}

/** An addition within a printed section; a section of ours says so as a whole, and no blank tool holds it. */
function isOurs(node: Node): boolean {
  return "extension" in node && node.extension === true;
}

const ONE_DEEPER = { 2: 3, 3: 4, 4: 4 } as const;

function SectionNodes({ section, view }: { section: Section; view: ToolView }) {
  // Below the section's own heading; where it has none, in its place.
  const inside = within(view, { level: section.title ? ONE_DEEPER[view.level] : view.level });
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
      {section.nodes.map((node, index) => {
        const key = "id" in node ? node.id : `${node.kind}-${index}`;
        const drawn = <NodeView key={key} node={node} view={inside} />;
        // A section of ours says so as a whole.
        if (!isOurs(node) || section.extension) return drawn;
        return view.state === "blank" ? null : (
          <div key={key}>
            <p className="mb-2">
              <OursTag />
            </p>
            {drawn}
          </div>
        );
      })}
    </div>
  );
}
