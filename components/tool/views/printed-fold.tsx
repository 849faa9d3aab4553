import type { ReactNode } from "react";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";

export type PrintedView = Pick<ToolView, "print" | "isPrinted">;

interface PrintedFoldProps {
  view: PrintedView;
  title: ReactNode;
  children: ReactNode;
}

/** Text to open when it is wanted; works without script. */
export function PrintedFold({ view, title, children }: PrintedFoldProps) {
  return (
    <PrintedPart view={view} as="details" className="fold no-print">
      <summary>{title}</summary>
      <div className="tool-fold-inside">{children}</div>
    </PrintedPart>
  );
}
