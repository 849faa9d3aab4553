import type { ReactNode } from "react";
import type { Item, ToolDefinition } from "@/lib/tools/definition";
import { nodeItems, sectionItems } from "@/lib/tools/items";

export interface ToolPart {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** Areas within a section stand one step in. */
  readonly isArea: boolean;
}

/** The titled parts of a tool: its sections and, in Tool 9, their areas. */
export function listToolParts(tool: ToolDefinition): readonly ToolPart[] {
  return tool.sections.flatMap((section) => {
    const areas = section.nodes
      .filter((node) => node.kind === "ratings")
      .map((area) => ({ id: `t9-${area.id}`, title: area.title, items: nodeItems(area), isArea: true }));
    if (!section.title) return areas;
    return [{ id: section.id, title: section.title, items: sectionItems(section), isArea: false }, ...areas];
  });
}

interface SectionNavProps {
  parts: readonly ToolPart[];
  /** How far a part is filled in; nothing for parts without items. */
  drawCount: (part: ToolPart) => ReactNode;
}

/** Links to the parts of the tool, each with how far it is filled in. */
export function SectionNav({ parts, drawCount }: SectionNavProps) {
  return (
    <nav aria-label="Parts of this tool">
      <ul className="grid gap-0.5 text-[0.9375rem]">
        {parts.map((part) => (
          <li key={part.id} className={part.isArea ? "pl-3" : undefined}>
            <a
              href={`#${part.id}`}
              className="flex items-baseline justify-between gap-3 rounded-control px-2 py-1.5 leading-snug no-underline hover:bg-primary-soft hover:underline"
            >
              <span>{part.title}</span>
              <span className="flex-none text-[0.8125rem] text-muted">{drawCount(part)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
