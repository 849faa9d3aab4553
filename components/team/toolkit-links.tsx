import Link from "next/link";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import { openPlan } from "@/lib/domain/toolkit/overview-plan";
import type { Toolkit } from "@/lib/domain/toolkit/toolkit";

interface ToolkitLinksProps {
  teamId: string;
  toolkit: Toolkit;
  /** The only tools that the reader can open; null for all. */
  toolKeys: readonly ToolKey[] | null;
}

/** What belongs to an added toolkit beside its worksheets. */
export function ToolkitLinks({ teamId, toolkit, toolKeys }: ToolkitLinksProps) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {toolkit.overview && openPlan(toolkit.overview, toolKeys) ? (
        <li>
          <Link href={`/teams/${teamId}/overview/${toolkit.id}`}>{toolkit.overview.title}</Link>
        </li>
      ) : null}
      {toolkit.personal.map(({ slug, title }) => (
        <li key={slug}>
          <Link href={`/teams/${teamId}/personal/${slug}`}>{title}</Link> (private)
        </li>
      ))}
      <li>
        <Link href={`/guide/${toolkit.id}`}>Read its guide</Link>
      </li>
    </ul>
  );
}
