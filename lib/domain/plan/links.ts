import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { PriorityList } from "./plan-flow";

/** The steps of the way from a gap to a goal. Each end goes to one place; a place may have come from several. */
export const LINK_KINDS = ["gap-priority", "priority-idea", "idea-goal"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** One end of a link: an item, a row of a table ("table/row") or a section of a tool. All these ids are permanent. */
export interface LinkEnd {
  readonly tool: ToolRef;
  readonly target: string;
}

/** That one thing became another. Removing the link, or the text at either end, leaves the other as it is. */
export interface PlanLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** The source's words as they were when somebody last took them over or kept their own; null while nobody has decided. */
  readonly words: string | null;
  readonly made: ReportEvent;
  readonly decided: ReportEvent | null;
  readonly removed: ReportEvent | null;
}

/** How a link names a row of the table of priorities. */
export function priorityTarget({ table }: Pick<PriorityList, "table">, rowId: string): string {
  return `${table}/${rowId}`;
}

/** The row that a link's end names; null for an end that is no row. */
export function rowOfTarget(target: string): string | null {
  const at = target.indexOf("/");
  return at < 0 ? null : target.slice(at + 1);
}
