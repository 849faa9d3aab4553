import {
  DONT_KNOW_LABELS,
  type RatingValue,
  SCORE_LABELS,
  SCORE_VALUES,
  type StatusValue,
} from "@/lib/domain/answer/answers";
import { isDontKnow } from "@/lib/domain/item/item-readers";
import type { ItemReportOf, NodeReport, NodeReportOf } from "@/lib/domain/report/report-model";
import type { CellKind, NodeKind } from "@/lib/domain/tool/definition";
import { isAdded } from "@/lib/domain/tool/items";
import { answerCell, type MarkTone, type PrintBlock, type PrintCell, type PrintColumn, textCell } from "./print-blocks";

const STATUS_TONES: Record<StatusValue, MarkTone> = {
  yes: "positive",
  "in-progress": "partial",
  no: "negative",
};

/** Stands over what we add within a printed section. */
export const ADDED_NOTE = "Added by this workbook, not printed in the toolkit:";

const OTHER_LABEL = "If other, please write what";

/** Width of a column for answers, beside 1 for the printed text of its row. */
const ANSWER_SHARE = 1.25;

/** Under a section's heading (level 2), or straight under the tool's own (level 1). */
export type HeadingLevel = 2 | 3;

/** How a tool's nodes are printed. */
export interface NodeSetting {
  readonly level: HeadingLevel;
  /** To be filled in by hand. */
  readonly isBlankForm: boolean;
  /** Rows printed where a team has written none. */
  readonly blankRows: number;
  /** What is printed beneath an item, by its id. */
  readonly beneath?: ReadonlyMap<string, readonly PrintBlock[]>;
}

type NodePrinter<K extends NodeKind> = (node: NodeReportOf<K>, setting: NodeSetting) => readonly PrintBlock[];

function field(item: ItemReportOf<"text" | "date" | "person">, room: "line" | "box"): PrintBlock[] {
  return [{ block: "field", number: item.number ?? "", prompt: item.prompt, answer: item.answer, room }];
}

function numberedCell(number: string | undefined, text: string, bullets: readonly string[] = []): PrintCell {
  const shown = number ? `${number.replace(/\.$/, "")}. ${text}` : text;
  return { cell: "text", text: shown, ...(bullets.length > 0 ? { bullets } : {}) };
}

function statusRow(item: ItemReportOf<"status">): PrintCell[] {
  return [
    numberedCell(item.number, item.prompt, item.bullets),
    ...item.options.map(
      (option): PrintCell =>
        option.isChosen
          ? { cell: "chosen", text: option.label, tone: STATUS_TONES[option.value] }
          : { cell: "open" },
    ),
  ];
}

function ratingRow(item: ItemReportOf<"rating">): PrintCell[] {
  const mark = (value: RatingValue, isChosen: boolean): PrintCell =>
    isChosen ? { cell: "chosen", text: item.answer, tone: "neutral" } : { cell: "open" };
  return [
    numberedCell(item.number, item.prompt),
    ...SCORE_VALUES.map((score) => mark(score, item.value === score)),
    mark("dk", item.value !== null && isDontKnow(item.value)),
  ];
}

/** A date needs little width; words get the rest. */
function answerColumn(column: { label: string; kind: CellKind }): PrintColumn {
  return column.kind === "date"
    ? { label: column.label, points: 88 }
    : { label: column.label, share: ANSWER_SHARE };
}

const STATUS_COLUMNS: readonly PrintColumn[] = [
  { label: "Yes", points: 62, isCentred: true },
  { label: "In Progress", points: 74, isCentred: true },
  { label: "No", points: 62, isCentred: true },
];

const RATING_COLUMNS: readonly PrintColumn[] = [
  ...SCORE_VALUES.map((score) => ({
    label: String(score),
    note: SCORE_LABELS[score],
    points: 46,
    isCentred: true as const,
  })),
  { label: DONT_KNOW_LABELS.dk, points: 54, isCentred: true },
];

/**
 * What we add to the lines of a printed table, as a table of its own below it: only lines that somebody used. The printed
 * one stays as the toolkit has it.
 */
function addedTo(node: NodeReportOf<"grid">): PrintBlock[] {
  const added = node.columns.map((column, index) => ({ column, index })).filter(({ column }) => isAdded(node, column));
  const used = node.rows.filter(({ cells }) => added.some(({ index }) => cells[index]?.isAnswered));
  if (used.length === 0) return [];
  return [
    { block: "paragraph", tone: "note", text: ADDED_NOTE },
    {
      block: "table",
      caption: "",
      columns: [{ label: "No.", points: 30 }, ...added.map(({ column }) => answerColumn(column))],
      rows: used.map(({ number, text, cells }) => [textCell(number ?? text ?? ""), ...added.map(({ index }) => answerCell(cells[index]?.answer ?? ""))]),
    },
  ];
}

/** Prints every kind of node; a new kind does not compile until it stands here. */
const nodePrinters = {
  paragraph: (node) => [{ block: "paragraph", text: node.text, tone: "body" }],
  heading: (node, { level }) => [{ block: "heading", level, text: node.text, isOutlined: false }],
  list: (node) => [
    { block: "list", lead: node.lead ?? "", isOrdered: node.ordered === true, items: node.items },
  ],
  step: (node, { level }) => [{ block: "step", level, number: node.number, text: node.text, note: node.note ?? "" }],
  "reference-table": (node) => [
    {
      block: "table",
      caption: node.caption,
      columns: node.columns.map((column) => ({
        label: column.label,
        ...(column.description ? { note: column.description } : {}),
      })),
      rows: node.rows.map((row) =>
        row.map((cell, index): PrintCell => {
          if (typeof cell !== "string") return { cell: "text", text: "", bullets: cell };
          const isStrong = node.rowHeaders && index === 0;
          return { cell: "text", text: cell, ...(isStrong ? { isStrong } : {}) };
        }),
      ),
    },
  ],
  text: (item) => field(item, item.length === "long" ? "box" : "line"),
  date: (item) => field(item, "line"),
  person: (item) => field(item, "line"),
  choice: (item, { isBlankForm }) => [
    {
      block: "options",
      number: item.number ?? "",
      prompt: item.prompt,
      bullets: [],
      options: item.options,
      other: item.other,
    },
    ...(isBlankForm && item.hasOther ? ([{ block: "write-in", labels: [OTHER_LABEL] }] as const) : []),
  ],
  status: (item) => [
    {
      block: "options",
      number: item.number ?? "",
      prompt: item.prompt,
      bullets: item.bullets,
      options: item.options,
      other: "",
    },
  ],
  rating: (item) => [
    {
      block: "table",
      caption: "",
      columns: [{ label: "Statement" }, ...RATING_COLUMNS],
      rows: [ratingRow(item)],
    },
  ],
  table: (item, { blankRows }) => [
    {
      block: "table",
      caption: item.prompt,
      rowName: item.rowName,
      columns: item.columns.map((column) => ({
        ...answerColumn(column),
        ...(column.question ? { note: column.question } : {}),
        ...(column.example ? { example: column.example } : {}),
      })),
      rows: (item.isAnswered
        ? item.rows
        : Array.from({ length: blankRows }, () => item.columns.map(() => ""))
      ).map((row) => row.map(answerCell)),
    },
  ],
  checklist: (node) => [
    {
      block: "table",
      caption: node.subLead ?? "",
      columns: [{ label: node.lead ?? "Statement" }, ...STATUS_COLUMNS],
      rows: node.items.map(statusRow),
    },
  ],
  ratings: (node, { level }) => [
    { block: "heading", level, text: node.title, isOutlined: true },
    { block: "paragraph", text: node.description, tone: "body" },
    {
      block: "table",
      caption: "",
      columns: [{ label: node.lead }, ...RATING_COLUMNS],
      rows: node.items.map(ratingRow),
    },
  ],
  grid: (node) => {
    const hasRowTexts = node.rows.some((row) => row.text !== undefined);
    const hasNumbersOnly = !hasRowTexts && node.rows.some((row) => row.number !== undefined);
    const hasBullets = node.rows.some((row) => (row.bullets ?? []).length > 0);
    const printed = node.columns.map((column, index) => ({ column, index })).filter(({ column }) => !isAdded(node, column));
    return [
      {
        block: "table",
        caption: node.caption,
        columns: [
          ...(hasRowTexts ? [{ label: node.rowHeader ?? "" }] : []),
          ...(hasNumbersOnly ? [{ label: "No.", points: 30 }] : []),
          ...(hasBullets ? [{ label: node.bulletsHeader ?? "", share: 2.2 }] : []),
          ...printed.map(({ column }) => answerColumn(column)),
        ],
        rows: node.rows.map((row) => [
          ...(hasRowTexts ? [numberedCell(row.number, row.text ?? "")] : []),
          ...(hasNumbersOnly ? [textCell(row.number ?? "")] : []),
          ...(hasBullets ? [{ cell: "text" as const, text: "", bullets: row.bullets ?? [] }] : []),
          ...printed.map(({ index }) => answerCell(row.cells[index]?.answer ?? "")),
        ]),
      },
      ...addedTo(node),
    ];
  },
} satisfies { [K in NodeKind]: NodePrinter<K> };

/** The blocks that print one node of a tool, with its answers in place. */
export function printNode(node: NodeReport, setting: NodeSetting): readonly PrintBlock[] {
  const print = nodePrinters[node.kind] as NodePrinter<NodeKind>;
  const beneath = "id" in node ? (setting.beneath?.get(node.id) ?? []) : [];
  return [...print(node as NodeReportOf<NodeKind>, setting), ...beneath];
}
