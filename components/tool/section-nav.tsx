import type { ReactNode } from "react";
import type { ToolPart } from "@/lib/tools/tool-parts";

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
