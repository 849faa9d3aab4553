import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { QuietMenu } from "@/components/ui/quiet-menu";
import { Tag } from "@/components/ui/tag";
import type { Progress } from "@/lib/domain/item/item-readers";
import { NextBlank } from "./live/next-blank";
import { LiveProgress, ProgressBar } from "./live/progress-text";
import { SaveStatus } from "./live/save-status";
import { PressedKeys } from "./sections/pressed-keys";

interface ToolBarProps {
  title: string;
  /** The team's home. */
  back: { href: string; label: string };
  /** Whether there is anything to fill in. */
  hasItems: boolean;
  /** Null while the person can answer: then it counts along. */
  progress: Progress | null;
  signInHref: string;
  reviewHref: string | null;
  /** What can be done with the whole tool, as list items. */
  menu: ReactNode;
  /** What is new to the reader; takes a line of its own where there is anything. */
  since: ReactNode;
}

/**
 * The top of a tool, in one bar that stays: back, title, how far it is, whether it is saved, the next blank, one menu. The
 * same order on every tool.
 */
export function ToolBar({ title, back, hasItems, progress, signInHref, reviewHref, menu, since }: ToolBarProps) {
  return (
    <div className="tool-bar">
      <div className="tool-bar-row">
        <nav aria-label="Breadcrumb" className="no-print">
          <Link href={back.href} className="tool-back">
            <Icon name="chevron-left" />
            <span className="sr-only">Back to {back.label}</span>
          </Link>
        </nav>
        <h1>{title}</h1>
        <div className="tool-state">
          {hasItems ? progress ? <ProgressBar {...progress} /> : <LiveProgress /> : null}
          <div data-here-now="" className="no-print" />
          <SaveStatus signInHref={signInHref} isQuietWhenSaved={progress !== null} />
          {progress ? <Tag icon="lock">Read only</Tag> : null}
        </div>
        {hasItems && progress === null ? <NextBlank reviewHref={reviewHref} /> : null}
        <QuietMenu label="More for this tool" className="tool-menu">
          {menu}
        </QuietMenu>
      </div>
      <div className="tool-since">{since}</div>
      <PressedKeys />
    </div>
  );
}
