import { ItemView } from "@/components/tool/controls/item-controls";
import { PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import type { RatingArea } from "@/lib/domain/tool/definition";

/** One of Tool 9's areas: what it is about, the tips of its element, and the statements to rate. */
export function RatingAreaView({ node, view }: { node: RatingArea; view: ToolView }) {
  const titleId = `t9-${node.id}-title`;
  const inside = { ...view, isPrinted: true };
  return (
    <section id={`t9-${node.id}`} tabIndex={-1} aria-labelledby={titleId} className="rating-area">
      <PrintedPart view={view} as="div">
        <h3 id={titleId}>{node.title}</h3>
        <p className="measure mt-2">{view.mark(node.description)}</p>
        <PlainWords of={node.id} view={inside} />
        {view.drawTips(node.element)}
        <p className="area-lead mt-5 font-semibold">{view.mark(node.lead)}</p>
      </PrintedPart>
      <div className="mt-1">
        {node.items.map((item) => (
          <ItemView key={item.id} item={item} view={view} />
        ))}
      </div>
    </section>
  );
}
