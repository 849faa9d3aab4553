import type { RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import type { Progress } from "@/lib/domain/item/item-readers";
import type { PersonRef } from "@/lib/domain/people/person";
import type {
  AreaId,
  ElementId,
  GridColumn,
  ItemKind,
  NodeKind,
  ReferenceBlock,
  TableColumn,
  ToolKind,
  ToolRole,
} from "@/lib/domain/tool/definition";
import type { ToolName } from "@/lib/domain/tool/tool-ref";

/**
 * One tool with one team's answers, ready to print: plain JSON, every answer already formatted.
 * PDF, Word, CSV and JSON all print this model, so they cannot disagree.
 */
export interface ToolReport extends ToolName, ToolReportMeta {
  readonly role: ToolRole | null;
  readonly version: number;
  readonly kind: ToolKind;
  readonly element: ElementId | null;
  /** "Tool 9: Organizational Assessment" */
  readonly name: string;
  readonly purpose: readonly ReferenceBlock[];
  readonly completion: string;
  readonly directions: readonly ReferenceBlock[];
  readonly sections: readonly SectionReport[];
  readonly progress: Progress;
}

export type ReportStatus = "not-started" | "in-progress" | "complete";

export const REPORT_STATUS_LABELS: Record<ReportStatus, string> = {
  "not-started": "Not started",
  "in-progress": "In progress",
  complete: "Complete",
};

/** Who did something, and when (ISO 8601 instant). */
export interface ReportEvent {
  readonly by: PersonRef;
  readonly at: string;
}

/** What is known about the response beside its answers. */
export interface ToolReportMeta {
  readonly status: ReportStatus;
  readonly completed: ReportEvent | null;
  /** Only what is complete can be locked. */
  readonly locked: ReportEvent | null;
  readonly lastChange: ReportEvent | null;
  /** Who has marked a reference tool (Tool 7) as read. */
  readonly reviews?: readonly ReportEvent[];
}

export interface SectionReport {
  readonly id: string;
  readonly title?: string;
  readonly layout?: "sheet";
  readonly extension?: true;
  /** False where what the team chose elsewhere in the tool makes it say nothing to them. */
  readonly isAsked: boolean;
  /** Whether nobody has chosen yet what decides that. */
  readonly isUndecided: boolean;
  readonly progress: Progress;
  readonly nodes: readonly NodeReport[];
}

export interface ItemReportBase {
  readonly id: string;
  readonly number?: string;
  readonly prompt: string;
  /** The question a bare prompt ("Notes:") belongs to; printed above it already. */
  readonly context?: string;
  readonly source: string;
  readonly extension?: true;
  readonly isAnswered: boolean;
  /** The answer in words; empty when blank. */
  readonly answer: string;
}

/** One of the printed possibilities, and whether the team chose it. */
export interface ReportOption<Value> {
  readonly value: Value;
  readonly label: string;
  readonly isChosen: boolean;
}

interface ItemReportByKind {
  text: ItemReportBase & { readonly kind: "text"; readonly length: "short" | "long" };
  date: ItemReportBase & { readonly kind: "date" };
  choice: ItemReportBase & {
    readonly kind: "choice";
    readonly options: readonly ReportOption<string>[];
    /** Whether one option asks for words of the team's own. */
    readonly hasOther: boolean;
    /** The words given with "Other"; empty without them. */
    readonly other: string;
  };
  status: ItemReportBase & {
    readonly kind: "status";
    readonly bullets: readonly string[];
    readonly options: readonly ReportOption<StatusValue>[];
  };
  person: ItemReportBase & { readonly kind: "person" };
  rating: ItemReportBase & { readonly kind: "rating"; readonly value: RatingValue | null };
  table: ItemReportBase & {
    readonly kind: "table";
    readonly rowName: string;
    readonly columns: readonly TableColumn[];
    /** Formatted cells in column order. */
    readonly rows: readonly (readonly string[])[];
  };
}

export type ItemReportOf<K extends ItemKind> = ItemReportByKind[K];
export type ItemReport = ItemReportOf<ItemKind>;

export interface ChecklistReport {
  readonly kind: "checklist";
  readonly id: string;
  readonly lead?: string;
  readonly subLead?: string;
  readonly items: readonly ItemReportOf<"status">[];
}

export interface RatingAreaReport {
  readonly kind: "ratings";
  readonly id: AreaId;
  readonly element: ElementId;
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly items: readonly ItemReportOf<"rating">[];
}

export type GridCellReport = ItemReportOf<"text" | "date" | "choice" | "person">;

export interface GridReport {
  readonly kind: "grid";
  readonly id: string;
  readonly caption: string;
  readonly rowHeader?: string;
  readonly bulletsHeader?: string;
  readonly columns: readonly Pick<GridColumn, "id" | "label" | "kind" | "extension">[];
  readonly rows: readonly {
    readonly id: string;
    readonly number?: string;
    readonly text?: string;
    readonly bullets?: readonly string[];
    /** One answer per column. */
    readonly cells: readonly GridCellReport[];
  }[];
}

interface CompositeReportByKind {
  checklist: ChecklistReport;
  ratings: RatingAreaReport;
  grid: GridReport;
}

export type NodeReportOf<K extends NodeKind> = K extends keyof CompositeReportByKind
  ? CompositeReportByKind[K]
  : K extends ItemKind
    ? ItemReportOf<K>
    : Extract<ReferenceBlock, { kind: K }>;
export type NodeReport = { [K in NodeKind]: NodeReportOf<K> }[NodeKind];
