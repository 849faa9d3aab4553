import type { Metadata } from "next";
import Link from "next/link";
import { GroupedList } from "@/components/guide/grouped-list";
import { ToolLinks } from "@/components/guide/tool-links";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { elementsOfGroup } from "@/lib/domain/toolkit/toolkit";

export const metadata: Metadata = {
  title: "The eighteen elements",
  description: "The five infrastructure elements, five core components and eight integration steps of PS-COPE.",
};

export default function ElementsPage() {
  return (
    <GroupedList
      part="elements"
      title="The eighteen elements"
      lead="Three kinds of elements put the principles to work. Each has a page of its own with practice tips, its tools, and resources."
      isSummarized
      listClassName="xl:grid-cols-2"
      drawEntries={(group) =>
        elementsOfGroup(MAIN_TOOLKIT, group).map((element) => (
          <li key={element.id} className="rounded-card border border-line bg-surface p-5">
            <p className="text-[0.9375rem] text-muted">{element.name}</p>
            <h3 className="mt-0.5">
              <Link href={`/guide/elements/${element.id}`}>{element.title}</Link>
            </h3>
            <p className="mt-2">{element.summary}</p>
            {element.tools.length > 0 ? (
              <div className="mt-3 text-[0.9375rem]">
                <ToolLinks tools={element.tools} />
              </div>
            ) : null}
          </li>
        ))
      }
    />
  );
}
