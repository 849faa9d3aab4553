import { PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import { type ToolView, within } from "@/components/tool/controls/tool-view";
import { SCORE_LABELS, SCORE_VALUES } from "@/lib/domain/answer/answers";
import type { RatingArea } from "@/lib/domain/tool/definition";
import { ItemView } from "./item-view";

/** What the numbers of the scale mean, as the toolkit prints it; a number stays with its word. */
const SCALE_KEY = SCORE_VALUES.map((score) => `${score}\u00A0${SCORE_LABELS[score]}`).join(", ");

/** An area of an assessment: what it is about, the tips of its element, and the statements to rate. */
export function RatingAreaView({ node, view }: { node: RatingArea; view: ToolView }) {
  const titleId = `${node.anchor}-title`;
  const Heading = `h${view.level}` as const;
  return (
    <section id={node.anchor} tabIndex={-1} aria-labelledby={titleId} className="rating-area">
      <PrintedPart view={view} as="div">
        <Heading id={titleId}>{node.title}</Heading>
        <p className="measure area-note">{view.mark(node, "description")}</p>
        <PlainWords of={node.id} view={within(view, { isPrinted: true })} />
        {view.drawTips(node.element)}
        <p className="area-lead">{view.mark(node, "lead")}</p>
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
