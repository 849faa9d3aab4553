import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { getTool } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** What became of the reader's answers in one tool. */
export interface OwnPartView {
  readonly toolRef: ToolRef;
  readonly standing: number;
  /** Of those, how many the report lists as gaps. */
  readonly gaps: number;
  readonly changedSince: number;
  readonly completedAt: string | null;
}

/** For a community partner: what came of their part in the tools shared with them. */
export function OwnParts({ parts, toolsHref }: { parts: readonly OwnPartView[]; toolsHref: string }) {
  return (
    <section aria-labelledby="own-part" className="grid gap-4">
      <h2 id="own-part">What came of your part</h2>
      <p className="measure text-muted">Only you see this. It counts your answers as they are now.</p>
      <ul className="grid gap-4">
        {parts.map(({ toolRef, completedAt, ...part }) => {
          const tool = getTool(toolRef);
          return (
            <li key={tool.slug} className="border-t border-line pt-3">
              <h3>
                <Link href={`${toolsHref}/${tool.slug}`} prefetch={false}>
                  {toolName(tool)}
                </Link>
              </h3>
              <p className="mt-1">{inWords(part)}</p>
              {completedAt ? (
                <p className="text-muted">
                  The team marked this tool complete on <DateTime iso={completedAt} dateOnly />.
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** "12 answers of yours stand. 3 of them are on the team's list of gaps. 1 was changed since by somebody else." */
function inWords({ standing, gaps, changedSince }: Omit<OwnPartView, "toolRef" | "completedAt">): string {
  if (standing + changedSince === 0) return "You have not answered anything here yet.";
  const words = [standing === 1 ? "1 answer of yours stands." : `${standing} answers of yours stand.`];
  if (gaps > 0) words.push(gaps === 1 ? "1 of them is on the list of gaps below." : `${gaps} of them are on the list of gaps below.`);
  if (changedSince > 0) {
    words.push(changedSince === 1 ? "1 other was changed since by somebody else." : `${changedSince} others were changed since by somebody else.`);
  }
  return words.join(" ");
}
