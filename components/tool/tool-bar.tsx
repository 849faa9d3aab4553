import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import type { Progress } from "@/lib/domain/item/item-readers";
import { LiveProgress, ProgressBar } from "./live/progress-text";
import { SaveStatus } from "./live/save-status";
import type { ConditionalItems } from "./live/use-response";

interface ToolBarProps {
  /** The items that count: those that the toolkit prints. */
  itemIds: readonly string[];
  /** Those that count only while a choice makes them the team's. */
  conditions: readonly ConditionalItems[];
  /** Null while the person can answer: then it counts along. */
  progress: Progress | null;
  signInHref: string;
  /** What is new to the reader; takes a line of its own where there is anything. */
  since: ReactNode;
}

/** How far the tool is filled in and whether it is saved; stays in view while scrolling. */
export function ToolBar({ itemIds, conditions, progress, signInHref, since }: ToolBarProps) {
  const hasItems = itemIds.length > 0;
  if (progress) {
    return (
      <Bar>
        {hasItems ? <ProgressBar {...progress} /> : <span />}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <HereNow />
          <SaveStatus signInHref={signInHref} isQuietWhenSaved />
          <Tag icon="lock">Read only</Tag>
        </div>
        {since}
      </Bar>
    );
  }
  return (
    <Bar>
      {hasItems ? <LiveProgress itemIds={itemIds} conditions={conditions} /> : <span />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <HereNow />
        <SaveStatus signInHref={signInHref} />
      </div>
      {since}
    </Bar>
  );
}

/** The live layer puts there who else has the tool open. */
function HereNow() {
  return <div data-here-now="" className="no-print" />;
}

function Bar({ children }: { children: ReactNode }) {
  return <div className="tool-bar">{children}</div>;
}
