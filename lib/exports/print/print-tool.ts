import { sectionItemReports } from "@/lib/domain/report/report";
import { type NodeReport, REPORT_STATUS_LABELS, type ReportStatus, type SectionReport, type ToolReport } from "@/lib/domain/report/report-model";
import type { ReferenceBlock, ToolKind } from "@/lib/domain/tool/definition";
import { goesOn } from "@/lib/domain/tool/items";
import { type MarkTone, type PrintBlock, type PrintCell, type PrintChapter, textCell } from "./print-blocks";
import { type EventPrinter, formatEvent } from "./print-dates";
import { ADDED_NOTE, type HeadingLevel, type NodeSetting, printNode } from "./print-nodes";

const STATUS_TONES: Record<ReportStatus, MarkTone> = {
  "not-started": "neutral",
  "in-progress": "partial",
  complete: "positive",
};

const KIND_WORDS: Record<ToolKind, string> = {
  worksheet: "Worksheet",
  checklist: "Checklist",
  assessment: "Assessment",
  reference: "Reference",
  template: "Template",
};

export interface ToolSetting extends Omit<NodeSetting, "level"> {
  /** Where the tool stands in its toolkit, above its title. */
  readonly place: string;
  /** Where what stands in a section or a table came from, in words; nothing for most. */
  readonly comesFrom?: (placeId: string) => readonly string[];
}

/** "18 of 36 answered"; Tool 7 asks for no answers. */
function progressWords(tool: ToolReport): string {
  const { answered, total } = tool.progress;
  return total === 0 ? "For reading" : `${answered} of ${total} answered`;
}

/** "Completed by Jordan Lee, March 31, 2026; locked by Sam Park, April 2, 2026"; empty while it is open. */
function completion({ completed, locked }: ToolReport, printer: EventPrinter): string {
  if (!completed) return "";
  return `Completed by ${formatEvent(completed, printer)}${locked ? `; locked by ${formatEvent(locked, printer)}` : ""}`;
}

function standing(tool: ToolReport, printer: EventPrinter): PrintBlock {
  const completed = completion(tool, printer);
  const lastChange = formatEvent(tool.lastChange, printer);
  const reviews = (tool.reviews ?? []).map((review) => formatEvent(review, printer));
  return {
    block: "panel",
    title: `${REPORT_STATUS_LABELS[tool.status]} · ${progressWords(tool)}`,
    lines: [
      ...(completed ? [completed] : []),
      ...(reviews.length > 0 ? [`Reviewed by ${reviews.join("; ")}`] : []),
      ...(lastChange ? [`Last change by ${lastChange}`] : []),
    ],
  };
}

/** Who filled in a form on paper, and when. */
const WRITE_IN: PrintBlock = { block: "write-in", labels: ["Agency", "Team", "Date", "Completed by"] };

function introduction(title: string, blocks: readonly ReferenceBlock[], setting: ToolSetting): PrintBlock[] {
  return [
    { block: "heading", level: 2, text: title, isOutlined: false },
    ...blocks.flatMap((block) => printNode(block, { ...setting, level: 3 })),
  ];
}

/**
 * A section of our own is printed only when someone used it: a blank one is no part of the toolkit. So is one that the
 * team is not asked; a blank form is for any team.
 */
function isPrinted(section: SectionReport, { isBlankForm }: ToolSetting): boolean {
  const isWanted = !section.extension && (section.isAsked || isBlankForm);
  return isWanted || sectionItemReports(section).some((item) => item.isAnswered);
}

/** Ours, beside the printed text. */
function printOrigins(lines: readonly string[]): PrintBlock[] {
  return lines.map((text) => ({ block: "paragraph", tone: "note", text }));
}

function printSection(section: SectionReport, { comesFrom = () => [], place: _, ...setting }: ToolSetting): PrintBlock[] {
  const level: HeadingLevel = section.title ? 3 : 2;
  return [
    ...(section.layout === "sheet" ? [{ block: "page-break" } as const] : []),
    ...(section.title
      ? [{ block: "heading", level: 2, text: section.title, isOutlined: true } as const]
      : []),
    ...printOrigins(comesFrom(section.id)),
    ...section.nodes.flatMap((node) => [...printNodeOf(section, node, { ...setting, level }), ...(node.kind === "table" ? printOrigins(comesFrom(node.id)) : [])]),
  ];
}

/** What we add within a printed section is printed only where somebody used it, and says so; a section of ours says it as a whole. */
function printNodeOf(section: SectionReport, node: NodeReport, setting: NodeSetting): readonly PrintBlock[] {
  const isOurs = "extension" in node && node.extension === true;
  const isOnDemand = !section.extension || (node.kind === "table" && section.nodes.some((other) => other.kind === "grid" && goesOn(node, other)));
  if (isOurs && isOnDemand && "isAnswered" in node && !node.isAnswered) return [];
  return [...(isOurs && !section.extension ? [{ block: "paragraph", tone: "note", text: ADDED_NOTE } as const] : []), ...printNode(node, setting)];
}

/** A part that nobody has chosen or left out yet: not the same as one that is not the team's, which is left out silently. */
function printUndecided({ title, isUndecided }: SectionReport): PrintBlock[] {
  if (!isUndecided || title === undefined) return [];
  return [
    { block: "heading", level: 2, text: title, isOutlined: true },
    { block: "paragraph", tone: "note", text: "Not said yet: nobody has answered above whether this part is the team’s." },
  ];
}

/** One tool as a chapter: what the toolkit prints, in its order, with the answers in place. */
export function printTool(tool: ToolReport, printer: EventPrinter, setting: ToolSetting): PrintChapter {
  const isAsked = tool.progress.total > 0;
  return {
    eyebrow: `${setting.place} · ${KIND_WORDS[tool.kind]}`,
    title: tool.name,
    blocks: [
      ...(setting.isBlankForm ? (isAsked ? [WRITE_IN] : []) : [standing(tool, printer)]),
      ...introduction("Tool Purpose", tool.purpose, setting),
      ...introduction("Tool Completion", [{ kind: "paragraph", text: tool.completion }], setting),
      ...introduction("Tool Directions", tool.directions, setting),
      ...tool.sections.flatMap((section) => (isPrinted(section, setting) ? printSection(section, setting) : printUndecided(section))),
    ],
  };
}

function completionCell({ completed, locked }: ToolReport, printer: EventPrinter): string {
  return [formatEvent(completed, printer) || "–", ...(locked ? [`locked by ${formatEvent(locked, printer)}`] : [])].join("; ");
}

/** Who completed and locked what, and when. */
export function printCompletionRecord(tools: readonly ToolReport[], printer: EventPrinter): PrintChapter {
  return {
    eyebrow: "Summary",
    title: "Completion record",
    blocks: [
      {
        block: "paragraph",
        tone: "body",
        text: "This table shows how far the team has come with each tool, who marked it complete or locked it, and who changed it last.",
      },
      {
        block: "table",
        caption: "",
        columns: [
          { label: "Tool", share: 2.2 },
          { label: "Status", points: 72 },
          { label: "Answered", points: 62 },
          { label: "Completed by", share: 1.3 },
          { label: "Last change by", share: 1.3 },
        ],
        rows: tools.map((tool): PrintCell[] => [
          textCell(tool.name),
          { cell: "tag", text: REPORT_STATUS_LABELS[tool.status], tone: STATUS_TONES[tool.status] },
          textCell(tool.progress.total === 0 ? "–" : `${tool.progress.answered} of ${tool.progress.total}`),
          textCell(completionCell(tool, printer)),
          textCell(formatEvent(tool.lastChange, printer) || "–"),
        ]),
      },
    ],
  };
}
