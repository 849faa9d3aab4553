import { Fragment, type ReactNode } from "react";
import type { Node, NodeKind, NodeOf, ReferenceBlock, Section, ToolDefinition } from "@/lib/domain/tool/definition";
import { createTextMarker } from "../marked-text";
import type { ContentsEntry } from "../table-of-contents";
import type { BlankContext } from "./blank-context";
import {
  answerHint,
  checklistView,
  choiceView,
  dateView,
  ratingsView,
  ratingView,
  statusView,
  textView,
} from "./blank-items";
import { headingView, listView, paragraphView, stepView } from "./blank-references";
import { gridView, referenceTableView, tableView } from "./blank-tables";

// Plain functions, not components: acronyms are marked in the order they are called.
const nodeViews: { [K in NodeKind]: (node: NodeOf<K>, context: BlankContext) => ReactNode } = {
  paragraph: paragraphView,
  heading: headingView,
  list: listView,
  step: stepView,
  "reference-table": referenceTableView,
  text: textView,
  date: dateView,
  choice: choiceView,
  status: statusView,
  rating: ratingView,
  table: tableView,
  checklist: checklistView,
  ratings: ratingsView,
  grid: gridView,
};

function nodeView<K extends NodeKind>(node: NodeOf<K>, context: BlankContext): ReactNode {
  return (nodeViews[node.kind as K] as (node: NodeOf<K>, context: BlankContext) => ReactNode)(node, context);
}

/** What the toolkit prints: items of our own are left out. */
function printedSections(tool: ToolDefinition): readonly Section[] {
  return tool.sections.filter((section) => !section.extension);
}

/** The anchors of `BlankTool`, in order. */
export function blankToolContents(tool: ToolDefinition): ContentsEntry[] {
  const titled = printedSections(tool).flatMap(({ id, title }) => (title === undefined ? [] : [{ id, title }]));
  return [
    { id: "purpose", title: "Purpose" },
    { id: "completion", title: "Who completes it" },
    { id: "directions", title: "Directions" },
    { id: "tool", title: "The tool" },
    ...titled,
  ];
}

/** A tool as printed, with nothing filled in and nothing to fill in. */
export function BlankTool({ tool }: { tool: ToolDefinition }) {
  return (
    <div className="grid gap-10">
      <Part id="purpose" title="Purpose">
        <ReferenceBlocks blocks={tool.purpose} />
      </Part>
      <Part id="completion" title="Who completes it">
        <ReferenceBlocks blocks={[{ kind: "paragraph", text: tool.completion }]} />
      </Part>
      <Part id="directions" title="Directions">
        <ReferenceBlocks blocks={tool.directions} />
      </Part>
      <Part id="tool" title="The tool">
        <div className="grid gap-10">
          {printedSections(tool).map((section) => (
            <BlankSection key={section.id} section={section} />
          ))}
        </div>
      </Part>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="mt-3">{children}</div>
    </section>
  );
}

/** Printed text that stands by itself: a purpose, directions. */
export function ReferenceBlocks({ blocks }: { blocks: readonly ReferenceBlock[] }) {
  return <Nodes nodes={blocks} title={undefined} />;
}

function BlankSection({ section }: { section: Section }) {
  const hint = answerHint(section);
  const body = (
    <>
      {hint === null ? null : <p className="measure mb-3 text-muted">{hint}</p>}
      <Nodes nodes={section.nodes} title={section.title} />
    </>
  );
  if (section.title === undefined) return <div>{body}</div>;
  return (
    <section aria-labelledby={section.id}>
      <h3 id={section.id} className="mb-4 border-b-2 border-line-strong pb-1.5 text-[1.3125rem]">
        {section.title}
      </h3>
      {body}
    </section>
  );
}

function Nodes({ nodes, title }: { nodes: readonly Node[]; title: string | undefined }) {
  const context: BlankContext = { mark: createTextMarker(), heading: title === undefined ? "h3" : "h4" };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {nodes.map((node, index) => (
        <Fragment key={index}>{nodeView(node, context)}</Fragment>
      ))}
    </div>
  );
}
