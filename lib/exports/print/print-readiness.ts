import { type MarkTone, type PrintBlock, type PrintCell, type PrintChapter, textCell } from "./print-blocks";
import { type EventPrinter, formatEvent } from "./print-dates";
import type {
  AreaReadiness,
  BandName,
  ChecklistReadiness,
  ElementGaps,
  GapEntry,
  GapKind,
  ReadinessReportModel,
  RuleExplanation,
} from "./readiness-print-model";

const BAND_TONES: Record<BandName, MarkTone> = {
  Priority: "negative",
  Discuss: "partial",
  Strength: "positive",
  "Not enough ratings": "neutral",
};

const GAP_TONES: Record<GapKind, MarkTone> = {
  Gap: "negative",
  "Partly there": "partial",
  Unknown: "neutral",
  "Not yet rated": "neutral",
};

function heading(text: string, level: 2 | 3 = 2): PrintBlock {
  return { block: "heading", level, text, isOutlined: true };
}

function paragraph(text: string, tone: "body" | "lead" | "note" = "body"): PrintBlock {
  return { block: "paragraph", text, tone };
}

function areaRow(area: AreaReadiness): PrintCell[] {
  return [
    textCell(`${area.title} (${area.element})`),
    { cell: "tag", text: area.band, tone: BAND_TONES[area.band] },
    textCell(area.score ?? "–"),
    textCell(`${area.rated} of ${area.total}`),
    textCell(area.dontKnow),
  ];
}

/** A share never stands without the number of answers it comes from. */
function inPlaceOf({ inPlace, blank, total }: ChecklistReadiness): string {
  const answered = `${total - blank} of ${total} answered`;
  return inPlace ? `${inPlace} (${answered})` : answered;
}

function gapRow(entry: GapEntry, printer: EventPrinter): PrintCell[] {
  return [
    { cell: "tag", text: entry.kind, tone: GAP_TONES[entry.kind] },
    textCell(entry.prompt),
    textCell(entry.answer || "–"),
    textCell(entry.where),
    textCell(formatEvent(entry.lastAnswer, printer) || "–"),
  ];
}

function printElementGaps(gaps: ElementGaps, printer: EventPrinter): PrintBlock[] {
  const band = gaps.band ? ` (${gaps.band})` : "";
  return [
    heading(`${gaps.element}. ${gaps.title}${band}`, 3),
    ...(gaps.contradiction ? [paragraph(gaps.contradiction, "note")] : []),
    {
      block: "table",
      caption: "",
      columns: [
        { label: "Kind", points: 68 },
        { label: "Item", share: 1 },
        { label: "Answer", points: 58 },
        { label: "Where", points: 74 },
        { label: "Last answered", points: 94 },
      ],
      rows: gaps.entries.map((entry) => gapRow(entry, printer)),
    },
  ];
}

function printExplanation({ title, paragraphs, points }: RuleExplanation): PrintBlock[] {
  return [
    { block: "heading", level: 3, text: title, isOutlined: false },
    ...paragraphs.map((text) => paragraph(text)),
    ...(points.length > 0 ? [{ block: "list", lead: "", isOrdered: false, items: points } as const] : []),
  ];
}

/** The readiness and gap report as a chapter. Numbers come worded and rounded; nothing is computed here. */
export function printReadiness(report: ReadinessReportModel, printer: EventPrinter): PrintChapter {
  const gaps = report.gaps.filter((element) => element.entries.length > 0);
  return {
    eyebrow: "Summary",
    title: "Readiness and gap report",
    blocks: [
      paragraph(report.headline, "lead"),
      ...report.summary.map((text) => paragraph(text)),
      heading("The ten areas of Tool 9"),
      {
        block: "table",
        caption: "",
        columns: [
          { label: "Area", share: 1 },
          { label: "Band", points: 84 },
          { label: "Score", note: "1 to 5", points: 48 },
          { label: "Rated", points: 52 },
          { label: "D/K", points: 36 },
        ],
        rows: report.areas.map(areaRow),
      },
      ...report.charts.map((chart): PrintBlock => ({ block: "chart", ...chart })),
      heading("The two sections of Tool 9"),
      {
        block: "table",
        caption: "",
        columns: [{ label: "Section" }, { label: "Score", note: "1 to 5", points: 60 }, { label: "Rated", points: 70 }],
        rows: report.sections.map((section) => [
          textCell(section.title),
          textCell(section.score ?? "Not enough ratings"),
          textCell(`${section.rated} of ${section.total}`),
        ]),
      },
      heading("The four checklists"),
      {
        block: "table",
        caption: "",
        columns: [
          { label: "Checklist", share: 1 },
          { label: "Yes", points: 40 },
          { label: "In Progress", points: 58 },
          { label: "No", points: 40 },
          { label: "Blank", points: 42 },
          { label: "In place", points: 128 },
        ],
        rows: report.checklists.map((checklist) => [
          textCell(`${checklist.toolName} (${checklist.element})`),
          textCell(checklist.yes),
          textCell(checklist.inProgress),
          textCell(checklist.no),
          textCell(checklist.blank),
          textCell(inPlaceOf(checklist)),
        ]),
      },
      heading("Gaps by element"),
      ...(gaps.length === 0
        ? [paragraph("No gaps, unknowns or blanks were found in what the team has answered.")]
        : gaps.flatMap((element) => printElementGaps(element, printer))),
      heading(`How these numbers come about (rules, version ${report.rulesVersion})`),
      ...report.explanation.flatMap(printExplanation),
    ],
  };
}
