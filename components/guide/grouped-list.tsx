import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { ToolGroup } from "@/lib/domain/toolkit/toolkit";
import { GuidePage } from "./guide-page";
import { TableOfContents } from "./table-of-contents";

interface GroupedListProps {
  part: "elements" | "tools";
  title: string;
  lead: string;
  /** Whether each group says what it is about. */
  isSummarized?: boolean;
  /** How the entries of one group stand. */
  listClassName?: string;
  drawEntries: (group: ToolGroup) => ReactNode;
}

/** A page of the guide that lists everything of one sort, by the toolkit's groups. */
export function GroupedList({ part, title, lead, isSummarized = false, listClassName, drawEntries }: GroupedListProps) {
  return (
    <GuidePage part={part} title={title} lead={lead} contents={<TableOfContents entries={MAIN_TOOLKIT.groups} />}>
      <div className="grid gap-12">
        {MAIN_TOOLKIT.groups.map((group) => (
          <section key={group.id} aria-labelledby={group.id}>
            <h2 id={group.id}>{group.title}</h2>
            {isSummarized ? <p className="measure mt-2 text-muted">{group.summary}</p> : null}
            <ol className={classNames("mt-5 grid gap-4", listClassName)}>{drawEntries(group)}</ol>
          </section>
        ))}
      </div>
    </GuidePage>
  );
}
