/**
 * The shape of a tool: plain data, from which screen, validation, progress, scoring, PDF and exports all derive.
 * Wording is the toolkit's own; `source` cites where it stands there.
 */

import type { ToolName, ToolRef } from "./tool-ref";

/** An element of a toolkit's framework, as its guide names it: "IE1". A toolkit's own content knows which there are. */
export type ElementId = string;

/** An area of a toolkit's assessment: "i1". */
export type AreaId = string;

export type ToolKind = "worksheet" | "checklist" | "assessment" | "reference" | "template";

/** What a tool is for, where other parts of the workbook build on it. At most one tool of a toolkit has a role. */
export type ToolRole = "assessment" | "integration" | "plan" | "evaluation";

interface ItemBase {
  /** Permanent and unique among all tools of all toolkits; kebab-case; never reused. */
  readonly id: string;
  /** Word for word from the toolkit. */
  readonly prompt: string;
  /** Where the wording stands, e.g. "Tool 8, Section 1, step 4". */
  readonly source: string;
  /** The printed number or letter before the prompt ("1", "a."). */
  readonly number?: string;
  /**
   * The printed question or head above a prompt that does not say enough alone ("Notes:", "Existing").
   * It is a block of its own on the page; lists away from the page name the item with it (see `itemName`).
   */
  readonly context?: string;
  /** Ours, not printed in the toolkit: kept out of progress totals and content counts. */
  readonly extension?: true;
  /** Answers of other tools that may be taken over here: shown beside the item, never filled in. */
  readonly offers?: readonly Offer[];
}

/** What may be taken over from another tool's answer. */
export interface Offer {
  /** "What Tool 5 says you work with" */
  readonly title: string;
  /** Which answers go where is ours, not the toolkit's: said beside them. */
  readonly isOurMapping?: true;
  /** Ids of statements: those answered so are offered in their words, by default Yes and In Progress. */
  readonly statements?: readonly string[];
  readonly answered?: readonly ("yes" | "in-progress" | "no")[];
  /** Of each row of these tables these columns, or the first of them that says something; with `saying`, of those rows alone in which one of these words stands there, in small letters or capitals. */
  readonly tables?: readonly OfferedTable[];
  /** For a table: the column of a new row that the words go into. */
  readonly into?: string;
  /** For a date: the tool that was marked complete then. */
  readonly completed?: ToolRef;
}

interface OfferedTable {
  readonly item: string;
  readonly columns: readonly string[];
  readonly onlyFirst?: true;
  readonly saying?: readonly string[];
}

export interface TextItem extends ItemBase {
  readonly kind: "text";
  /** "short" is one line; "long" grows as people type. Both hold the same amount. */
  readonly length: "short" | "long";
}

export interface DateItem extends ItemBase {
  readonly kind: "date";
}

export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
}

export interface ChoiceItem extends ItemBase {
  readonly kind: "choice";
  readonly options: readonly ChoiceOption[];
  /** The option that asks for words of the team's own. */
  readonly otherOptionId?: string;
}

/** Yes / In Progress / No. */
export interface StatusItem extends ItemBase {
  readonly kind: "status";
  /** Printed under the statement; one answer covers them all. */
  readonly bullets?: readonly string[];
}

/** 1 to 5 (Strongly Disagree to Strongly Agree) or D/K. */
export interface RatingItem extends ItemBase {
  readonly kind: "rating";
}

/** A member of the team, or somebody who was one. The printed toolkit has none of these: see `extension`. */
export interface PersonItem extends ItemBase {
  readonly kind: "person";
}

/** What a cell of a table or a grid holds. A "choice" has `options`; the stored cell of a table is the option's id. */
export type CellKind = "text" | "date" | "choice" | "person";

/** A cell that only matters while another cell of its row holds this option: shown then, and where it holds words. */
export interface OnlyFor {
  readonly column: string;
  readonly option: string;
}

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly options?: readonly ChoiceOption[];
  /** The question printed under the column head. */
  readonly question?: string;
  /** The printed example, shown as a hint. */
  readonly example?: string;
  /** What may be taken over into this cell of each row. */
  readonly offers?: readonly Offer[];
  readonly onlyFor?: OnlyFor;
}

/** Rows can be added, removed and reordered. */
export interface TableItem extends ItemBase {
  readonly kind: "table";
  /** What one row is, for buttons and announcements: "partner", "team member". Ours. */
  readonly rowName: string;
  readonly columns: readonly TableColumn[];
}

export type Item = TextItem | DateItem | ChoiceItem | StatusItem | RatingItem | TableItem | PersonItem;
export type ItemKind = Item["kind"];
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;

/** Printed text without an answer of its own. */
export type ReferenceBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "list";
      readonly lead?: string;
      readonly ordered?: true;
      readonly items: readonly string[];
    }
  | {
      /** A numbered step of Tool 8; `text` is the step, `note` what is printed under it. */
      readonly kind: "step";
      readonly number: string;
      readonly text: string;
      readonly note?: string;
    }
  | {
      readonly kind: "reference-table";
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly description?: string }[];
      /** A cell is a text or a list of bullets. */
      readonly rows: readonly (readonly (string | readonly string[])[])[];
      /** The first cell of each row heads it. */
      readonly rowHeaders?: true;
    };

export interface Checklist {
  readonly kind: "checklist";
  readonly id: string;
  /** Printed above the statements ("Our program:"); absent in Tool 3. */
  readonly lead?: string;
  /** A line that introduces these statements only ("Our program trains public safety staff to:"). */
  readonly subLead?: string;
  readonly items: readonly StatusItem[];
}

export interface RatingArea {
  readonly kind: "ratings";
  readonly id: AreaId;
  /** Where it stands on its tool's page; permanent, as addresses hold it, and no item's id. */
  readonly anchor: string;
  readonly element: ElementId;
  /** "Infrastructure 1: Use information systems to support data-based decision-making." */
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly items: readonly RatingItem[];
}

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly length?: "short" | "long";
  readonly options?: readonly ChoiceOption[];
  readonly offers?: readonly Offer[];
  /** Ours, beside the printed columns. */
  readonly extension?: true;
  readonly onlyFor?: OnlyFor;
}

export interface GridRow {
  readonly id: string;
  readonly number?: string;
  readonly text?: string;
  readonly bullets?: readonly string[];
}

/** A printed table with fixed rows and columns: every cell is an item of its own (see `gridCells`). */
export interface Grid {
  readonly kind: "grid";
  readonly id: string;
  readonly caption: string;
  readonly source: string;
  /** Head of the column that holds the row texts. */
  readonly rowHeader?: string;
  /** Head of the column that holds the rows' bullets. */
  readonly bulletsHeader?: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly extension?: true;
}

export type Node = Item | ReferenceBlock | Checklist | RatingArea | Grid;
export type NodeKind = Node["kind"];
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;

export interface SectionCondition {
  /** Id of a choice item of the same tool. */
  readonly item: string;
  readonly options: readonly string[];
  /** Said where the section would stand. */
  readonly otherwise: string;
}

export interface Section {
  readonly id: string;
  /** Printed section head; absent where the tool has none. */
  readonly title?: string;
  readonly nodes: readonly Node[];
  /** "sheet" draws the section as a sheet of its own (Tool 12's ideas). */
  readonly layout?: "sheet";
  /** Only for teams that chose one of these options of a choice above; otherwise it asks nothing and counts nowhere. */
  readonly when?: SectionCondition;
  readonly extension?: true;
  /** Ours, for teams that need another one: hidden until somebody opens it, and printed only with answers. */
  readonly onDemand?: true;
}

/** What became of a tool's items from one version to the next: plain data beside the definition. */
export interface ToolUpgrade {
  /** Items of the older version that are gone or changed, as they were, so that what was answered can still be read. */
  readonly was: readonly Item[];
  /** Items whose answer another item takes: the older id, and the newer one. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Options with another id, by the older id of their item: the option's older id, and the newer one. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `ref` is what a stored response refers to. */
export interface ToolDefinition extends ToolName {
  readonly role?: ToolRole;
  /** Goes up when items change; `upgrades` brings older answers along. */
  readonly version: number;
  /** One for each version before this one, in order; absent in a first version. */
  readonly upgrades?: readonly ToolUpgrade[];
  readonly kind: ToolKind;
  /** Absent where a toolkit has no framework of elements; then `chapter` says where the guide speaks of it. */
  readonly element?: ElementId;
  /** The chapter of its toolkit's guide that it is made from. */
  readonly chapter?: string;
  readonly purpose: readonly ReferenceBlock[];
  readonly completion: string;
  readonly directions: readonly ReferenceBlock[];
  readonly sections: readonly Section[];
}

/** Types a tool by its own literal content. */
export function defineTool<const T extends ToolDefinition>(tool: T): T {
  return tool;
}
