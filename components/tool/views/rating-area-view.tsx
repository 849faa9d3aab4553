import { ItemView } from "@/components/tool/controls/item-controls";
import { PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { SCORE_LABELS, SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { RatingArea } from "@/lib/domain/tool/definition";

/** What the numbers of the scale mean, as the toolkit prints it. */
const SCALE_KEY = SCORE_VALUES.map((score) => `${score} ${SCORE_LABELS[score]}`).join(", ");

/** One of Tool 9's areas: what it is about, the tips of its element, and the statements to rate. */
export function RatingAreaView({ node, view }: { node: RatingArea; view: ToolView }) {
  const titleId = `t9-${node.id}-title`;
  const inside = { ...view, isPrinted: true };
  return (
    <section id={`t9-${node.id}`} tabIndex={-1} aria-labelledby={titleId} className="rating-area">
      <PrintedPart view={view} as="div">
        <h3 id={titleId}>{node.title}</h3>
        <p className="measure area-note">{view.mark(node.description)}</p>
        <PlainWords of={node.id} view={inside} />
        {view.drawTips(node.element)}
        <p className="area-lead">{view.mark(node.lead)}</p>
        <p className="scale-key">{SCALE_KEY}</p>
      </PrintedPart>
      <div>
        {node.items.map((item) => (
          <ItemView key={item.id} item={item} view={view} />
        ))}
      </div>
    </section>
  );
}
