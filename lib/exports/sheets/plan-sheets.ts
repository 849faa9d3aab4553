import type { TableRow } from "@/lib/domain/answer/answers";
import { sectionItemReports } from "@/lib/domain/report/report";
import type { GridReport, ItemReport, ItemReportOf, SectionReport } from "@/lib/domain/report/report-model";
import type { ToolRole } from "@/lib/domain/tool/definition";
import { goesOn, itemName } from "@/lib/domain/tool/items";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { column, type SheetTable, tableOf } from "./sheet-model";
import { eventColumns, type EventWriter } from "./sheet-times";

/** The prompt of an idea's first line is its own name ("Idea #1:"). */
const IDEA_PART = "idea";
/** The printed sheet of the evaluation has no head; those that a team adds are the second to fourth. */
const PRINTED_SHEET = "Sheet 1";

function sectionsOf({ tools }: ExportDocument, wanted: ToolRole): readonly SectionReport[] {
  return tools.find(({ role }) => role === wanted)?.sections ?? [];
}

/** The plan's sheets, one per idea; our fourth only when someone used it. */
function ideaSections(document: ExportDocument): SectionReport[] {
  return sectionsOf(document, "plan").filter(
    (section) =>
      section.layout === "sheet" &&
      (!section.extension || sectionItemReports(section).some(({ isAnswered }) => isAnswered)),
  );
}

/** What an item is within its idea, the same in each: "goal" for "t12-sheet-2-goal". */
function partOf(section: SectionReport, item: ItemReport): string {
  return item.id.slice(section.id.length + 1);
}

/** Action steps, printed and added, have a sheet of their own. */
function ownItems(section: SectionReport): ItemReport[] {
  return sectionItemReports({ ...section, nodes: section.nodes.filter(({ kind }) => kind !== "grid" && kind !== "table") });
}

function headOf(part: string, item: ItemReport): string {
  return part === IDEA_PART ? "Idea" : itemName(item).replace(/:$/, "");
}

/** The ideas of the operational plan with the toolkit's own column names. Null when the plan is not in the export. */
export function buildPlanSheet(document: ExportDocument): SheetTable | null {
  const ideas = ideaSections(document);
  const [first] = ideas;
  if (!first) return null;
  return tableOf<SectionReport>(
    {
      name: "Plan",
      title: "Operational plan (Tool 12), one row per idea",
      explanation: "Each idea of the operational plan with its goal, timeframe, partners, outcomes and resources; its action steps are on the sheet “Plan steps”.",
    },
    [
      column("Sheet", "code", ({ title }) => title),
      ...ownItems(first).map((model) => {
        const part = partOf(first, model);
        return column<SectionReport>(headOf(part, model), "words", (section) =>
          ownItems(section).find((item) => partOf(section, item) === part)?.answer,
        );
      }),
    ],
    ideas,
  );
}

interface ActionStep {
  readonly idea: SectionReport;
  readonly number: string;
  /** The team's own, beyond the printed ones. */
  readonly isAdded: boolean;
  /** By column id: in words, and as it is stored. */
  readonly cells: ReadonlyMap<string, { readonly text: string; readonly stored: unknown }>;
  /** The items that it is stored in. */
  readonly itemIds: readonly string[];
}

function printedSteps(idea: SectionReport, grid: GridReport, { records }: ExportDocument): ActionStep[] {
  return grid.rows.map((row) => ({
    idea,
    number: row.number ?? "",
    isAdded: false,
    cells: new Map(grid.columns.map(({ id }, index) => [id, { text: row.cells[index]?.answer ?? "", stored: records[row.cells[index]?.id ?? ""]?.answer }])),
    itemIds: row.cells.map(({ id }) => id),
  }));
}

/** The rows of the idea's table that has the same columns as its printed lines. */
function addedSteps(idea: SectionReport, grid: GridReport, { records }: ExportDocument): ActionStep[] {
  const table = idea.nodes.find((node): node is ItemReportOf<"table"> => node.kind === "table" && goesOn(node, grid));
  if (!table?.isAnswered) return [];
  const rows = (records[table.id]?.answer ?? []) as readonly TableRow[];
  return table.rows.map((cells, index) => ({
    idea,
    number: String(grid.rows.length + index + 1),
    isAdded: true,
    cells: new Map(table.columns.map(({ id }, at) => [id, { text: cells[at] ?? "", stored: rows[index]?.cells[id] }])),
    itemIds: [table.id],
  }));
}

/** The action steps of every idea; the printed ones left blank too, as they are printed. Null when the plan is not in the export. */
export function buildPlanStepsSheet(document: ExportDocument, writer: EventWriter): SheetTable | null {
  const grids = ideaSections(document).flatMap((idea) => idea.nodes.filter((node) => node.kind === "grid").map((grid) => ({ idea, grid })));
  const [first] = grids;
  if (!first) return null;
  const lastChange = ({ itemIds }: ActionStep) =>
    itemIds.flatMap((id) => document.records[id] ?? []).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  return tableOf<ActionStep>(
    {
      name: "Plan steps",
      title: "Key action steps (Tool 12), one row per step",
      explanation:
        "The key action steps of each idea on the sheet “Plan”, with who leads them. Owner, due date, status and the steps beyond the printed four were added by this workbook; they are not in the toolkit.",
    },
    [
      column("Sheet", "code", ({ idea }) => idea.title),
      column("Idea", "words", ({ idea }) => ownItems(idea).find((item) => partOf(idea, item) === IDEA_PART)?.answer),
      column("Step", "code", ({ number }) => number),
      column("Line", "code", ({ isAdded }) => (isAdded ? "Added" : "Printed")),
      ...first.grid.columns.map(({ id, label, kind }) =>
        kind === "date"
          ? column<ActionStep>(label, "date", ({ cells }) => (cells.get(id)?.stored as string | undefined) || null)
          : column<ActionStep>(label, "words", ({ cells }) => cells.get(id)?.text),
      ),
      ...eventColumns<ActionStep>("Last changed", lastChange, writer),
    ],
    grids.flatMap(({ idea, grid }) => [...printedSteps(idea, grid, document), ...addedSteps(idea, grid, document)]),
  );
}

interface EvaluationQuestion {
  readonly sheet: string;
  readonly number: number;
  readonly cells: readonly string[];
}

/** The evaluation's tables, of all its sheets, with the toolkit's own column names. Null when it is not in the export. */
export function buildIndicatorsSheet(document: ExportDocument): SheetTable | null {
  const tables = sectionsOf(document, "evaluation").flatMap(({ title, nodes }) =>
    nodes.filter((node) => node.kind === "table").map((table) => ({ sheet: title ?? PRINTED_SHEET, table })),
  );
  const [first] = tables;
  if (!first) return null;
  return tableOf<EvaluationQuestion>(
    {
      name: "Indicators",
      title: "Evaluation questions and indicators (Tool 13), one row each",
      explanation: "The evaluation questions with their indicators, data sources and timeframe; values over time are on the sheet “Indicator values”, the other answers of Tool 13 on the sheet “Answers”.",
    },
    [
      column("Sheet", "code", ({ sheet }) => sheet),
      column("Row", "number", ({ number }) => number),
      ...first.table.columns.map(({ label }, index) => column<EvaluationQuestion>(label, "words", ({ cells }) => cells[index])),
    ],
    tables.flatMap(({ sheet, table }) => table.rows.map((cells, index) => ({ sheet, number: index + 1, cells }))),
  );
}

type Link = ExportDocument["links"][number];

const LINK_WORDS: Record<Link["kind"], string> = {
  "gap-priority": "Gap to priority",
  "priority-idea": "Priority to idea",
  "idea-goal": "Idea to goal",
};

/** What became of what, with the words at both ends. */
export function buildLinksSheet({ links }: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<Link>(
    {
      name: "Links",
      title: "From gaps to goals, one row for each link",
      explanation: "What became of gaps, priorities and ideas: each row says where something came from. Links are the workbook’s own and not printed in the toolkit.",
    },
    [
      column("Kind", "code", ({ kind }) => LINK_WORDS[kind]),
      column("From tool", "number", ({ from }) => from.tool.number),
      column("From toolkit", "code", ({ from }) => from.tool.ref.toolkitId),
      column("From id", "code", ({ from }) => from.target),
      column("From", "words", ({ from }) => from.words),
      column("To tool", "number", ({ to }) => to.tool.number),
      column("To id", "code", ({ to }) => to.target),
      column("To", "words", ({ to }) => to.words),
      ...eventColumns<Link>("Linked", ({ made }) => made, writer),
      ...eventColumns<Link>("Decided", ({ decided }) => decided, writer),
    ],
    links,
  );
}
