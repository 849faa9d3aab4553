import Link from "next/link";
import type { Toolkit } from "@/lib/domain/toolkit/toolkit";

interface ToolkitLinksProps {
  teamId: string;
  toolkit: Toolkit;
}

/** What belongs to an added toolkit beside its worksheets. */
export function ToolkitLinks({ teamId, toolkit }: ToolkitLinksProps) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {toolkit.overview ? (
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
