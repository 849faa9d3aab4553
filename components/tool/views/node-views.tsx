import type { ReactNode } from "react";
import type { ToolView } from "@/components/tool/controls/tool-view";
import type { Item, Node, NodeKind, NodeOf } from "@/lib/domain/tool/definition";
import { ChecklistView } from "./checklist-view";
import { GridView } from "./grid-view";
import { ItemView } from "./item-view";
import { RatingAreaView } from "./rating-area-view";
import { HeadingView, ListView, ParagraphView, ReferenceTableView, StepView } from "./reference-views";

type NodeViewOf<K extends NodeKind> = (props: { node: NodeOf<K>; view: ToolView }) => ReactNode;

const drawItem = ({ node, view }: { node: Item; view: ToolView }) => <ItemView item={node} view={view} />;

/** How each kind of node is drawn. A new kind doesn't compile until it stands here. */
const nodeViews = {
  paragraph: ParagraphView,
  heading: HeadingView,
  list: ListView,
  step: StepView,
  "reference-table": ReferenceTableView,
  checklist: ChecklistView,
  ratings: RatingAreaView,
  grid: GridView,
  text: drawItem,
  date: drawItem,
  choice: drawItem,
  status: drawItem,
  rating: drawItem,
  person: drawItem,
  table: drawItem,
} satisfies { [K in NodeKind]: NodeViewOf<K> };

/** Any node of a tool: printed text or something to answer. */
export function NodeView({ node, view }: { node: Node; view: ToolView }) {
  const View = nodeViews[node.kind] as unknown as NodeViewOf<NodeKind>;
  return <View node={node as never} view={view} />;
}
