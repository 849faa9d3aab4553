import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";

/** Where a gap leads: a passage of the toolkit's own guide, and what of the main toolkit it touches. The mapping is ours. */
export interface OverviewLead {
  readonly chapter: string;
  /** The part of the chapter. */
  readonly part: string;
  /** Elements of the main toolkit. */
  readonly elements: readonly string[];
}

/** Statements of one tool that are counted together, by section of the tool. */
export interface OverviewColumns {
  readonly tool: ToolRef;
  readonly title: string;
  readonly columns: readonly (OverviewLead & { readonly title: string; readonly items: readonly string[] })[];
}

/** Rows by columns, each a cell of one tool's grids: what is done now, and what is wanted. */
export interface OverviewMatrix {
  readonly tool: ToolRef;
  readonly title: string;
  readonly rows: readonly (OverviewLead & { readonly title: string; readonly isOurs: boolean })[];
  readonly columns: readonly {
    readonly title: string;
    /** The choice that says whether the column is the team's at all. */
    readonly choice: string;
    readonly options: readonly string[];
    /** The items of each row in their order: "now" and "want". */
    readonly cells: readonly { readonly now: string; readonly want: string }[];
  }[];
}

/** What a toolkit's overview counts. Plain data. */
export interface OverviewPlan {
  readonly title: string;
  readonly lead: string;
  readonly statements: readonly OverviewColumns[];
  /** Null for somebody who may not open its tool. */
  readonly matrix: OverviewMatrix | null;
}

/** What of the plan is made from tools that somebody may open (null for all); null when nothing is left to show them. */
export function openPlan(plan: OverviewPlan, toolKeys: readonly ToolKey[] | null): OverviewPlan | null {
  const isOpen = ({ tool }: { readonly tool: ToolRef }) => toolKeys?.includes(toolKey(tool)) ?? true;
  const statements = plan.statements.filter(isOpen);
  const matrix = plan.matrix && isOpen(plan.matrix) ? plan.matrix : null;
  return statements.length > 0 || matrix ? { ...plan, statements, matrix } : null;
}
