import Link from "next/link";
import { getTool, MAIN_TOOLKIT, toolkitOf } from "@/content/toolkits";
import type { OverviewLead } from "@/lib/domain/toolkit/overview-plan";
import { getElement } from "@/lib/domain/toolkit/toolkit";
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
      {elements.map((id) => getElement(MAIN_TOOLKIT, id)).map((element) => (
        <li key={element.id}>
          {element.name}: <Link href={`/guide/elements/${element.id}`}>{element.title}</Link>
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
