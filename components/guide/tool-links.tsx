import Link from "next/link";
import { getTool } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";

/** The blank tools an element leads to. */
export function ToolLinks({ tools }: { tools: readonly ToolRef[] }) {
  return (
    <ul className="grid gap-1">
      {tools.map(getTool).map((tool) => (
        <li key={toolKey(tool.ref)}>
          <Link href={`/guide/tools/${tool.slug}`}>{toolName(tool)}</Link>
        </li>
      ))}
    </ul>
  );
}
