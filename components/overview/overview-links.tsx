import Link from "next/link";
import { getElement } from "@/content/ps-cope/guide/elements";
import { getTool, toolkitOf } from "@/content/toolkits";
import type { OverviewLead } from "@/lib/domain/toolkit/overview-plan";
import { elementName } from "@/lib/domain/toolkit/guide";
import { toolName } from "@/lib/domain/tool/items";

interface OverviewLinksProps {
  toolkitId: string;
  lead: OverviewLead;
  toolsHref: string;
}

/** Where to read on, and which tools of the main toolkit the same work touches: our mapping. */
export function OverviewLinks({ toolkitId, lead: { chapter: id, elements }, toolsHref }: OverviewLinksProps) {
  const chapter = toolkitOf({ toolkitId, toolId: "" }).guide.chapters.find((one) => one.id === id);
  return (
    <ul className="grid gap-1 text-[0.9375rem]">
      {chapter ? (
        <li>
          Guide: <Link href={`/guide/${toolkitId}/${id}`}>{chapter.title}</Link>
        </li>
      ) : null}
      {elements.map(getElement).map((element) => (
        <li key={element.id}>
          {elementName(element.id)}: <Link href={`/guide/elements/${element.id}`}>{element.title}</Link>
          {element.tools.map(getTool).map((tool) => (
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
