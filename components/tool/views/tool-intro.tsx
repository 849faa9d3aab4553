import type { ReactNode } from "react";
import { InAppLink } from "@/components/printed/in-app-link";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import { inPart, type ToolView, within } from "@/components/tool/controls/tool-view";
import { Tag } from "@/components/ui/tag";
import { placeOf } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { ABOUT_PART } from "@/lib/domain/toolkit/mark-texts";
import { markedTool } from "./marking";
import { NodeView } from "./node-views";

interface ToolIntroProps {
  tool: ToolDefinition;
  view: ToolView;
  hasPlainWords: boolean;
}

/** What the tool is for, who completes it and how. */
export function ToolIntro({ tool, view, hasPlainWords }: ToolIntroProps) {
  const inside = within(inPart(view, ABOUT_PART), { isPrinted: true, level: 3 });
  return (
    <PrintedPart view={view} as="div" className="tool-intro">
      <p>
        <Tag tone="primary">{placeOf(tool)}</Tag>
      </p>
      <IntroPart title="Purpose">
        {tool.purpose.map((block, index) => (
          <NodeView key={index} node={block} view={inside} />
        ))}
      </IntroPart>
      <IntroPart title="Who completes it">
        <NodeView node={markedTool(tool).completion} view={inside} />
      </IntroPart>
      <IntroPart title="Directions">
        {tool.directions.map((block, index) => (
          <NodeView key={index} node={block} view={inside} />
        ))}
      </IntroPart>
      {hasPlainWords ? (
        <p className="no-print measure text-[0.875rem] text-muted">
          “In plain words” is this workbook’s wording. The words above it are as printed. The{" "}
          <InAppLink href="/guide/glossary">glossary</InAppLink> explains more words.
        </p>
      ) : null}
    </PrintedPart>
  );
}

function IntroPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-[1rem]">{title}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">{children}</div>
    </section>
  );
}
