import type { ReactNode } from "react";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { ToolFold } from "@/components/tool/sections/tool-fold";
import { type StepRef, WholeToolLink } from "@/components/tool/sections/step-links";
import { ChapterHelp } from "@/components/tool/views/chapter-help";
import { ElementResources, ElementTips } from "@/components/tool/views/element-help";
import { ToolIntro } from "@/components/tool/views/tool-intro";
import { toolkitOf } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { type NavPart, SectionNav } from "./section-nav";

interface ToolFoldsProps {
  tool: ToolDefinition;
  steps: readonly StepRef[];
  parts: readonly NavPart[];
  /** Purpose and directions are open then, and folded from the second visit on. */
  isFirstVisit: boolean;
  hasPlainWords: boolean;
  view: ToolView;
  /** Who works on this. */
  children: ReactNode;
}

/** What is needed now and then, in one line above the items: directions, tips, resources, who works on it. */
export function ToolFolds({ tool, steps, parts, isFirstVisit, hasPlainWords, view, children }: ToolFoldsProps) {
  return (
    <div className="tool-folds">
      {parts.length > 1 ? (
        <ToolFold className="small-screen no-print" title="Parts of this tool">
          <SectionNav parts={parts} label="Parts of this tool, in short" />
          <WholeToolLink steps={steps} className="quiet-link" />
        </ToolFold>
      ) : null}
      <ToolFold className="tool-directions" isOpen={isFirstVisit} title="Purpose and directions">
        <ToolIntro tool={tool} view={view} hasPlainWords={hasPlainWords} />
      </ToolFold>
      <ToolHelp tool={tool} view={view} />
      {children}
    </div>
  );
}

/** What the guide has for the tool: its element's tips and resources, or the chapter it is made from. */
function ToolHelp({ tool: { ref, element: id, chapter }, view }: Pick<ToolFoldsProps, "tool" | "view">) {
  if (id === undefined) return chapter === undefined ? null : <ChapterHelp toolkitId={ref.toolkitId} chapter={chapter} view={view} />;
  const toolkit = toolkitOf(ref);
  const element = getElement(toolkit, id);
  return (
    <>
      <ElementTips element={element} view={view} />
      <ElementResources element={element} toolkit={toolkit} view={view} />
    </>
  );
}

interface ToolRailProps {
  steps: readonly StepRef[];
  /** From `navParts`, once for both: then they are sent once. */
  parts: readonly NavPart[];
}

/** The way around the tool, beside the items on a wide screen. HTML can't fold by width, so it is in the page twice. */
export function ToolRail({ steps, parts }: ToolRailProps) {
  if (parts.length < 2) return null;
  return (
    <div className="tool-rail no-print">
      <SectionNav parts={parts} label="Parts of this tool" />
      <WholeToolLink steps={steps} className="quiet-link" />
    </div>
  );
}
