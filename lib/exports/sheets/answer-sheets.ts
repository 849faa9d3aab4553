import type { Answer } from "@/lib/domain/answer/answers";
import { showPerson } from "@/lib/domain/people/person";
import { sectionItemReports } from "@/lib/domain/report/report";
import {
  type ItemReport,
  type ItemReportOf,
  type NodeReport,
  REPORT_STATUS_LABELS,
  type SectionReport,
  type ToolReport,
} from "@/lib/domain/report/report-model";
import type { ItemKind } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { column, type SheetTable, tableOf } from "./sheet-model";
import { eventColumns, type EventWriter } from "./sheet-times";

/** One item where it stands. */
interface PlacedItem {
  readonly tool: ToolReport;
  readonly section: SectionReport;
  /** The words that its prompt completes ("Our program:"); empty without them. */
  readonly lead: string;
  readonly item: ItemReport;
}

const KIND_WORDS: Record<ItemKind, string> = {
  text: "Text",
  date: "Date",
  choice: "Choice",
  status: "Checklist",
  rating: "Rating",
  table: "Table",
  person: "Person",
};

function leadOf(node: NodeReport): string {
  if (node.kind === "ratings") return node.lead;
  return node.kind === "checklist" ? (node.subLead ?? node.lead ?? "") : "";
}

/** Every item in printed order; our own additions to the toolkit only where someone used them. */
function listItems(tools: readonly ToolReport[]): PlacedItem[] {
  return tools.flatMap((tool) =>
    tool.sections.flatMap((section) =>
      section.nodes.flatMap((node) =>
        sectionItemReports({ ...section, nodes: [node] })
          .filter((item) => !item.extension || item.isAnswered)
          .map((item) => ({ tool, section, lead: leadOf(node), item })),
      ),
    ),
  );
}

/** A statement in one line: the words it completes, its own, its bullets. */
export function statementOf(lead: string | null, prompt: string, bullets: readonly string[] = []): string {
  return [lead, prompt, bullets.join("; ")].filter(Boolean).join(" ");
}

function questionOf({ lead, item }: PlacedItem): string {
  return statementOf(lead, itemName(item), item.kind === "status" ? item.bullets : []);
}

/** A table's rows have a sheet of their own. */
function answerOf(item: ItemReport): string {
  if (item.kind !== "table" || !item.isAnswered) return item.answer;
  const count = item.rows.length;
  return `${count === 1 ? "1 row" : `${count} rows`}, on the sheet “Table rows”`;
}

/** What the workbook stores for an answer that is chosen from a list. */
function codeOf(item: ItemReport): string {
  if (item.kind === "rating") return typeof item.value === "string" ? item.value : "";
  if (item.kind === "choice" || item.kind === "status") return item.options.find(({ isChosen }) => isChosen)?.value ?? "";
  return "";
}

/** Where the team stands with each tool. */
export function buildToolsSheet({ tools }: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<ToolReport>(
    {
      name: "Tools",
      title: "Tools, one row each",
      explanation: "How far the team has come with each tool, and who completed, locked or changed it last.",
    },
    [
      column("Tool", "number", ({ number }) => number),
      column("Toolkit", "code", ({ ref }) => ref.toolkitId),
      column("Title", "text", ({ title }) => title),
      column("Status", "code", ({ status }) => REPORT_STATUS_LABELS[status]),
      column("Answered", "number", ({ progress }) => progress.answered),
      column("Total", "number", ({ progress }) => progress.total),
      ...eventColumns<ToolReport>("Completed", ({ completed }) => completed, writer),
      ...eventColumns<ToolReport>("Locked", ({ locked }) => locked, writer),
      ...eventColumns<ToolReport>("Last changed", ({ lastChange }) => lastChange, writer),
      column("Read by", "words", ({ reviews }) => (reviews ?? []).map(({ by, at }) => `${showPerson(writer.people, by)}, ${writer.localTime(at)}`).join("\n")),
    ],
    tools,
  );
}

/** Every item of the export's tools, answered or not. */
export function buildAnswersSheet({ tools, records }: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<PlacedItem>(
    {
      name: "Answers",
      title: "Answers, one row per question",
      explanation:
        "Every question of the tools in this export with its answer in words; ratings, dates and chosen options stand again in columns of their own for counting.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Toolkit", "code", ({ tool }) => tool.ref.toolkitId),
      column("Tool title", "text", ({ tool }) => tool.title),
      column("Section", "text", ({ section }) => section.title),
      column("Item id", "code", ({ item }) => item.id),
      column("Number", "code", ({ item }) => item.number),
      column("Question", "words", questionOf),
      column("Kind", "code", ({ item }) => KIND_WORDS[item.kind]),
      column("Answer", "words", ({ item }) => answerOf(item)),
      column("Rating", "number", ({ item }) => (item.kind === "rating" && typeof item.value === "number" ? item.value : null)),
      column("Date", "date", ({ item }) => (item.kind === "date" ? (records[item.id]?.answer as string | undefined) : null)),
      column("Code", "code", ({ item }) => codeOf(item)),
      ...eventColumns<PlacedItem>("Last changed", ({ item }) => records[item.id], writer),
      column("Where in the toolkit", "text", ({ item }) => item.source),
    ],
    listItems(tools),
  );
}

interface TableCell extends PlacedItem {
  readonly item: ItemReportOf<"table">;
  readonly row: number;
  readonly column: number;
}

function storedCell(answer: Answer | undefined, { row, column: index, item }: TableCell): string {
  const rows = Array.isArray(answer) ? answer : [];
  const id = item.columns[index]?.id ?? "";
  return (rows[row] as { cells: Record<string, string> } | undefined)?.cells[id] ?? "";
}

function listTableCells(tools: readonly ToolReport[]): TableCell[] {
  return listItems(tools).flatMap(({ item, ...place }) =>
    item.kind === "table"
      ? item.rows.flatMap((cells, row) => cells.map((_, index): TableCell => ({ ...place, item, row, column: index })))
      : [],
  );
}

/** The rows that teams add themselves: one row here per cell there, so that tables with other columns fit in one sheet. */
export function buildTableRowsSheet({ tools, records }: ExportDocument, writer: EventWriter): SheetTable {
  const columnOf = ({ item, column: index }: TableCell) => item.columns[index];
  return tableOf<TableCell>(
    {
      name: "Table rows",
      title: "Tables that the team fills row by row, one row per cell",
      explanation: "Each cell of the tables to which the team adds rows, with the row it stands in and the head of its column.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Toolkit", "code", ({ tool }) => tool.ref.toolkitId),
      column("Item id", "code", ({ item }) => item.id),
      column("Table", "words", questionOf),
      column("Row", "number", ({ row }) => row + 1),
      column("Column id", "code", (cell) => columnOf(cell)?.id),
      column("Column", "text", (cell) => columnOf(cell)?.label),
      column("Answer", "words", ({ item, row, column: index }) => item.rows[row]?.[index]),
      column("Date", "date", (cell) =>
        columnOf(cell)?.kind === "date" ? storedCell(records[cell.item.id]?.answer, cell) : null,
      ),
      ...eventColumns<TableCell>("Table last changed", ({ item }) => records[item.id], writer),
    ],
    listTableCells(tools),
  );
}
