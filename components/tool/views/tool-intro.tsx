import type { ReactNode } from "react";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { NodeView } from "./node-views";

/** What the tool is for, who completes it and how. */
export function ToolIntro({ tool, view }: { tool: ToolDefinition; view: ToolView }) {
  const inside = { ...view, isPrinted: true };
  return (
    <PrintedPart view={view} as="div" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <IntroPart title="Purpose">
        {tool.purpose.map((block, index) => (
          <NodeView key={index} node={block} view={inside} />
        ))}
      </IntroPart>
      <IntroPart title="Who completes it">
        <NodeView node={{ kind: "paragraph", text: tool.completion }} view={inside} />
      </IntroPart>
      <IntroPart title="Directions">
        {tool.directions.map((block, index) => (
          <NodeView key={index} node={block} view={inside} />
        ))}
      </IntroPart>
    </PrintedPart>
  );
}

function IntroPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 text-[1.125rem]">{title}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">{children}</div>
    </section>
  );
}
