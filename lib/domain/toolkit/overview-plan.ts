import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** Where a gap leads: a chapter of the toolkit's own guide, and what of the main toolkit it touches. The mapping is ours. */
export interface OverviewLead {
  readonly chapter: string;
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
  readonly matrix: OverviewMatrix;
}
