import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** Where a form of a goal's page belongs: which sheet, table and row. */
export interface GoalRowPlace {
  readonly teamId: string;
  /** The sheet's part of an address: "1". */
  readonly sheet: string;
  readonly toolRef: ToolRef;
  readonly toolSlug: string;
  readonly itemId: string;
  readonly rowId: string;
}

/** What a goal's page was asked to show of one row. */
export interface AskedOfGoal {
  readonly row?: string;
  /** "add", "settings", or a value's id: that part of the row is open. */
  readonly open?: string;
  /** What was just done there. */
  readonly done?: "saved" | "removed" | "restored";
  /** The value it was done to. */
  readonly value?: string;
  /** "1": the library is open. */
  readonly library?: string;
  /** What a form held that was refused, sealed. */
  readonly back?: string;
}

/** Of a row, for links to it. */
export function rowAnchor(rowId: string): string {
  return `row-${rowId}`;
}

/** A goal's page, as it was asked for. */
export function goalHref({ teamId, sheet }: Pick<GoalRowPlace, "teamId" | "sheet">, asked: AskedOfGoal = {}): string {
  const parameters = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined)).toString();
  const anchor = asked.row === undefined ? (asked.library ? "#library" : "") : `#${encodeURIComponent(rowAnchor(asked.row))}`;
  return `/teams/${teamId}/goals/${sheet}${parameters ? `?${parameters}` : ""}${anchor}`;
}

/** Where the page's forms go without a script. */
export function indicatorFormsHref({ teamId, toolSlug }: Pick<GoalRowPlace, "teamId" | "toolSlug">): string {
  return `/api/teams/${teamId}/tools/${toolSlug}/indicators`;
}

/** What each of these forms does. */
export const INDICATOR_INTENTS = ["settings", "add", "correct", "remove", "restore", "library"] as const;
export type IndicatorIntent = (typeof INDICATOR_INTENTS)[number];
