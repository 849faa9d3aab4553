import type { Metadata } from "next";
import Link from "next/link";
import { GroupedList } from "@/components/guide/grouped-list";
import { ReferenceBlocks } from "@/components/guide/reference-blocks";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import { countInWords, getElement, toolsOfGroup } from "@/lib/domain/toolkit/toolkit";

const TITLE = `The ${countInWords(MAIN_TOOLKIT)} tools`;

export const metadata: Metadata = {
  title: TITLE,
  description: `What each of the ${countInWords(MAIN_TOOLKIT)} PS-COPE tools is for, who completes it, and what it asks.`,
};

export default function ToolsPage() {
  return (
    <GroupedList
      part="tools"
      title={TITLE}
      lead="What each tool is for and who completes it. Open one to read all that it asks."
      drawEntries={(group) =>
        toolsOfGroup(MAIN_TOOLKIT, group).map((tool) => (
          <li key={tool.slug} className="rounded-card border border-line bg-surface p-5 sm:p-6">
            <h3>
              <Link href={`/guide/tools/${tool.slug}`}>{toolName(tool)}</Link>
            </h3>
            {tool.element === undefined ? null : (
              <p className="mt-1 text-[0.9375rem] text-muted">
                {getElement(MAIN_TOOLKIT, tool.element).name}:{" "}
                <Link href={`/guide/elements/${tool.element}`}>{getElement(MAIN_TOOLKIT, tool.element).title}</Link>
              </p>
            )}
            <div className="mt-3">
              <ReferenceBlocks blocks={[...tool.purpose, { kind: "paragraph", text: tool.completion }]} part={tool.ref.toolId} />
            </div>
          </li>
        ))
      }
    />
  );
}
