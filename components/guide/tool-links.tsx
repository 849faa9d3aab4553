import Link from "next/link";
import { getTool } from "@/content/tools/index";
import type { ToolNumber } from "@/lib/tools/definition";
import { toolName } from "@/lib/tools/items";

/** The blank tools an element leads to. */
export function ToolLinks({ numbers }: { numbers: readonly ToolNumber[] }) {
  return (
    <ul className="grid gap-1">
      {numbers.map((number) => (
        <li key={number}>
          <Link href={`/guide/tools/${number}`}>{toolName(getTool(number))}</Link>
        </li>
      ))}
    </ul>
  );
}
