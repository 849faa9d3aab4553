import type { ReactNode } from "react";
import { blankView } from "@/components/tool/views/blank-view";
import { markedTool } from "@/components/tool/views/marking";
import { SectionView } from "@/components/tool/views/section-view";
import type { Section, ToolDefinition } from "@/lib/domain/tool/definition";
import { ABOUT_PART } from "@/lib/domain/toolkit/mark-texts";
import { Blocks } from "./reference-blocks";
import type { ContentsEntry } from "./table-of-contents";

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
  const { completion, parts } = markedTool(tool);
  const view = blankView(parts, ABOUT_PART);
  return (
    <div className="grid gap-10">
      <Part id="purpose" title="Purpose">
        <Blocks blocks={tool.purpose} view={view} />
      </Part>
      <Part id="completion" title="Who completes it">
        <Blocks blocks={[completion]} view={view} />
      </Part>
      <Part id="directions" title="Directions">
        <Blocks blocks={tool.directions} view={view} />
      </Part>
      <Part id="tool" title="The tool">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          {printedSections(tool).map((section) => (
            <SectionView key={section.id} section={section} view={view} />
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
