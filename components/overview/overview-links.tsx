import Link from "next/link";
import { getTool, MAIN_TOOLKIT, toolkitOf } from "@/content/toolkits";
import type { OverviewLead } from "@/lib/domain/toolkit/overview-plan";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { toolName } from "@/lib/domain/tool/items";
import { type ToolKey, toolKey } from "@/lib/domain/tool/tool-ref";

/** Where an overview's links lead, for whoever reads it. */
export interface OverviewPlaces {
  readonly toolkitId: string;
  readonly toolsHref: string;
  /** The only tools that the reader can open; null for all. */
  readonly toolKeys: readonly ToolKey[] | null;
}

interface OverviewLinksProps {
  lead: OverviewLead;
  places: OverviewPlaces;
}

/** Where to read on, and which tools of the main toolkit the same work touches: our mapping. */
export function OverviewLinks({ lead: { chapter: id, part: partId, elements }, places: { toolkitId, toolsHref, toolKeys } }: OverviewLinksProps) {
  const chapter = toolkitOf({ toolkitId, toolId: "" }).guide.chapters.find((one) => one.id === id);
  const part = chapter?.parts.find((one) => one.id === partId);
  return (
    <ul className="grid gap-1 text-[0.9375rem]">
      {chapter && part ? (
        <li>
          Guide, {chapter.title}: <Link href={`/guide/${toolkitId}/${id}#${partId}`}>{part.title}</Link>
        </li>
      ) : null}
      {elements.map((id) => getElement(MAIN_TOOLKIT, id)).map((element) => (
        <li key={element.id}>
          {element.name}: <Link href={`/guide/elements/${element.id}`}>{element.title}</Link>
          {element.tools
            .filter((ref) => toolKeys?.includes(toolKey(ref)) ?? true)
            .map(getTool)
            .map((tool) => (
              <span key={tool.slug}>
                {" "}
                (<Link href={`${toolsHref}/${tool.slug}`}>{toolName(tool)}</Link>)
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}
