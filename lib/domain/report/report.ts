import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { askedItems, isChosen, isSectionAsked } from "@/lib/domain/item/asked-items";
import { countProgress } from "@/lib/domain/item/item-readers";
import type {
  Grid,
  ItemKind,
  ItemOf,
  Node,
  NodeKind,
  NodeOf,
  Section,
  ToolDefinition,
} from "@/lib/domain/tool/definition";
import { gridCells, sectionItems, toolName } from "@/lib/domain/tool/items";
import { nameOf } from "@/lib/domain/tool/tool-ref";
import { buildItemReport } from "./report-items";
import type {
  GridCellReport,
  GridReport,
  ItemReport,
  ItemReportOf,
  NodeReport,
  NodeReportOf,
  SectionReport,
  ToolReport,
  ToolReportMeta,
} from "./report-model";

type NodeReporter<K extends NodeKind> = (node: NodeOf<K>, answers: Answers) => NodeReportOf<K>;

function reportItem<K extends ItemKind>(item: ItemOf<K>, answers: Answers): ItemReportOf<K> {
  return buildItemReport<K>(item, answerTo(item, answers));
}

function reportGrid(grid: Grid, answers: Answers): GridReport {
  const cells = gridCells(grid).map((cell) =>
    reportItem(cell, answers) as GridCellReport,
  );
  const width = grid.columns.length;
  return {
    ...grid,
    columns: grid.columns.map(({ id, label, kind, extension }) => ({ id, label, kind, ...(extension ? { extension } : {}) })),
    rows: grid.rows.map((row, index) => ({
      ...row,
      cells: cells.slice(index * width, (index + 1) * width),
    })),
  };
}

const printAsIs = <N>(node: N): N => node;

const nodeReporters = {
  paragraph: printAsIs,
  heading: printAsIs,
  list: printAsIs,
  step: printAsIs,
  "reference-table": printAsIs,
  text: reportItem<"text">,
  date: reportItem<"date">,
  choice: reportItem<"choice">,
  status: reportItem<"status">,
  rating: reportItem<"rating">,
  person: reportItem<"person">,
  table: reportItem<"table">,
  checklist: (node, answers) => ({
    ...node,
    items: node.items.map((item) => reportItem<"status">(item, answers)),
  }),
  ratings: (node, answers) => ({
    ...node,
    items: node.items.map((item) => reportItem<"rating">(item, answers)),
  }),
  grid: reportGrid,
} satisfies { [K in NodeKind]: NodeReporter<K> };

function reportNode(node: Node, answers: Answers): NodeReport {
  const report = nodeReporters[node.kind] as NodeReporter<NodeKind>;
  return report(node, answers);
}

/** The items of a section's report, in printed order. */
export function sectionItemReports(section: SectionReport): ItemReport[] {
  return section.nodes.flatMap((node): readonly ItemReport[] => {
    if (node.kind === "grid") return node.rows.flatMap((row) => row.cells);
    if (node.kind === "checklist" || node.kind === "ratings") return node.items;
    return "isAnswered" in node ? [node] : [];
  });
}

function reportSection({ when, ...section }: Section, answers: Answers): SectionReport {
  return {
    ...section,
    isAsked: isSectionAsked(when ? { when } : {}, answers),
    isUndecided: when !== undefined && !isChosen(answers[when.item]),
    progress: countProgress(sectionItems(section), answers),
    nodes: section.nodes.map((node) => reportNode(node, answers)),
  };
}

/**
 * One tool with a team's answers as the model that every export prints.
 * Answers to items the tool does not hold are left out; items without an answer are printed blank.
 */
export function buildToolReport(
  tool: ToolDefinition,
  answers: Answers,
  meta: ToolReportMeta,
): ToolReport {
  return {
    ...nameOf(tool),
    role: tool.role ?? null,
    version: tool.version,
    kind: tool.kind,
    element: tool.element ?? null,
    name: toolName(tool),
    purpose: tool.purpose,
    completion: tool.completion,
    directions: tool.directions,
    sections: tool.sections.map((section) => reportSection(section, answers)),
    progress: countProgress(askedItems(tool, answers), answers),
    ...meta,
  };
}
