import { sectionItemReports } from "@/lib/domain/report/report";
import type { GridReport, ItemReport, SectionReport } from "@/lib/domain/report/report-model";
import type { ToolRole } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { column, type SheetTable, tableOf } from "./sheet-model";
import { eventColumns, type EventWriter } from "./sheet-times";

/** The prompt of an idea's first line is its own name ("Idea #1:"). */
const IDEA_PART = "idea";

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

function ownItems(section: SectionReport): ItemReport[] {
  return sectionItemReports({ ...section, nodes: section.nodes.filter(({ kind }) => kind !== "grid") });
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
  readonly row: GridReport["rows"][number];
}

/** The action steps of every idea; the steps left blank too, as they are printed. Null when the plan is not in the export. */
export function buildPlanStepsSheet(document: ExportDocument, writer: EventWriter): SheetTable | null {
  const ideas = ideaSections(document);
  const grids = ideas.flatMap((idea) => idea.nodes.filter((node) => node.kind === "grid").map((grid) => ({ idea, grid })));
  const [first] = grids;
  if (!first) return null;
  const lastChange = ({ row }: ActionStep) =>
    row.cells.flatMap(({ id }) => document.records[id] ?? []).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  return tableOf<ActionStep>(
    {
      name: "Plan steps",
      title: "Key action steps (Tool 12), one row per step",
      explanation: "The key action steps of each idea on the sheet “Plan”, with who leads them.",
    },
    [
      column("Sheet", "code", ({ idea }) => idea.title),
      column("Idea", "words", ({ idea }) => ownItems(idea).find((item) => partOf(idea, item) === IDEA_PART)?.answer),
      column("Step", "code", ({ row }) => row.number),
      ...first.grid.columns.map(({ label }, index) =>
        column<ActionStep>(label, "words", ({ row }) => row.cells[index]?.answer),
      ),
      ...eventColumns<ActionStep>("Last changed", lastChange, writer),
    ],
    grids.flatMap(({ idea, grid }) => grid.rows.map((row) => ({ idea, row }))),
  );
}

/** The evaluation's table with the toolkit's own column names. Null when it is not in the export. */
export function buildIndicatorsSheet(document: ExportDocument): SheetTable | null {
  const table = sectionsOf(document, "evaluation")
    .flatMap(({ nodes }) => nodes)
    .find((node) => node.kind === "table");
  if (!table) return null;
  return tableOf<{ readonly number: number; readonly cells: readonly string[] }>(
    {
      name: "Indicators",
      title: "Evaluation questions and indicators (Tool 13), one row each",
      explanation: "The evaluation questions with their indicators, data sources and timeframe; the other answers of Tool 13 are on the sheet “Answers”.",
    },
    [
      column("Row", "number", ({ number }) => number),
      ...table.columns.map(({ label }, index) =>
        column<{ readonly number: number; readonly cells: readonly string[] }>(label, "words", ({ cells }) => cells[index]),
      ),
    ],
    table.rows.map((cells, index) => ({ number: index + 1, cells })),
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
