import { formatContradiction } from "@/lib/domain/readiness/contradictions";
import { formatGapStatement, type Gap, GAP_KIND_LABELS, type GapKind } from "@/lib/domain/readiness/gaps";
import type { ReadinessArea, ReadinessChecklist, ReadinessElement, ReadinessReport } from "@/lib/domain/readiness/readiness";
import { type Band, BAND_LABELS, IN_PLACE_STATEMENT, NOT_ENOUGH_RATINGS, ruleExplanations, SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline, formatInPlace, formatScore, formatUnscored } from "@/lib/domain/readiness/scoring";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { toolName } from "@/lib/domain/tool/items";
import type { GuideSection } from "@/lib/domain/toolkit/guide";
import { type MarkTone, type PrintBlock, type PrintCell, type PrintChapter, textCell } from "./print-blocks";
import { type EventPrinter, formatEvent } from "./print-dates";
import { printReadinessCharts } from "./readiness-charts";

const BAND_TONES: Record<Band, MarkTone> = { priority: "negative", discuss: "partial", strength: "positive" };

const GAP_TONES: Record<GapKind, MarkTone> = {
  gap: "negative",
  "partly-there": "partial",
  unknown: "neutral",
  "not-yet-rated": "neutral",
};

function heading(text: string, level: 2 | 3 = 2): PrintBlock {
  return { block: "heading", level, text, isOutlined: true };
}

function paragraph(text: string, tone: "body" | "lead" | "note" = "body"): PrintBlock {
  return { block: "paragraph", text, tone };
}

function bandName({ score }: ReadinessArea): string {
  return score.status === "scored" ? BAND_LABELS[score.band] : NOT_ENOUGH_RATINGS;
}

function areaRow(area: ReadinessArea): PrintCell[] {
  const { title, element, score } = area;
  const isScored = score.status === "scored";
  return [
    textCell(`${title} (${element})`),
    { cell: "tag", text: bandName(area), tone: isScored ? BAND_TONES[score.band] : "neutral" },
    textCell(isScored ? formatScore(score) : "–"),
    textCell(`${score.rated} of ${score.total}`),
    textCell(score.dontKnow.total),
  ];
}

/** A share never stands without the number of answers it comes from. */
function inPlaceOf({ score }: ReadinessChecklist): string {
  const answered = `${score.answered} of ${score.total} answered`;
  return score.status === "scored" ? `${formatInPlace(score)} (${answered})` : answered;
}

function checklistRow(checklist: ReadinessChecklist): PrintCell[] {
  const { tool, element, score } = checklist;
  return [
    textCell(`${toolName(tool)} (${element})`),
    textCell(score.yes),
    textCell(score.inProgress),
    textCell(score.no),
    textCell(score.blank),
    textCell(inPlaceOf(checklist)),
  ];
}

function gapRow(gap: Gap, printer: EventPrinter): PrintCell[] {
  return [
    { cell: "tag", text: GAP_KIND_LABELS[gap.kind], tone: GAP_TONES[gap.kind] },
    textCell(formatGapStatement(gap)),
    textCell(gap.answerText || "–"),
    textCell(gap.source),
    textCell(formatEvent(gap.lastAnswered, printer) || "–"),
  ];
}

function contradictionOf({ checklist, contradictions }: ReadinessElement, { assessment }: ReadinessReport): string {
  if (!checklist) return "";
  return contradictions.map((one) => formatContradiction(one, checklist.tool.label, assessment.label)).join(" ");
}

function printElementGaps(element: ReadinessElement, report: ReadinessReport, printer: EventPrinter): PrintBlock[] {
  const contradiction = contradictionOf(element, report);
  return [
    heading(`${element.id}. ${element.title} (${bandName(element.area)})`, 3),
    ...(contradiction ? [paragraph(contradiction, "note")] : []),
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
      rows: report.gaps.filter((gap) => gap.element === element.id).map((gap) => gapRow(gap, printer)),
    },
  ];
}

/** Elements with gaps, in the order in which the gap list first names them. */
function elementsWithGaps({ elements, gaps }: ReadinessReport): ReadinessElement[] {
  const order = [...new Set(gaps.map(({ element }) => element))];
  return order.flatMap((id) => elements.find((element) => element.id === id) ?? []);
}

function printExplanation({ title, paragraphs, points = [] }: GuideSection): PrintBlock[] {
  const items = points.map(({ term, text }) => (term ? `${term}: ${text}` : text));
  return [
    { block: "heading", level: 3, text: title, isOutlined: false },
    ...paragraphs.map((text) => paragraph(text)),
    ...(items.length > 0 ? [{ block: "list", lead: "", isOrdered: false, items } as const] : []),
  ];
}

/** The readiness and gap report as a chapter: its numbers are rounded and worded, and nothing is computed. */
export function printReadiness(report: ReadinessReport, printer: EventPrinter, isLargePrint = false): PrintChapter {
  const elements = elementsWithGaps(report);
  const summary = [SELF_RATING_STATEMENT, IN_PLACE_STATEMENT, formatUnscored(report.headline), ...report.sharedItems.map(formatSharedItem)];
  return {
    eyebrow: "Summary",
    title: "Readiness and gap report",
    blocks: [
      paragraph(formatHeadline(report.headline), "lead"),
      ...summary.filter(Boolean).map((text) => paragraph(text)),
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
      ...printReadinessCharts(report, isLargePrint),
      heading("The two sections of Tool 9"),
      {
        block: "table",
        caption: "",
        columns: [{ label: "Section" }, { label: "Score", note: "1 to 5", points: 60 }, { label: "Rated", points: 70 }],
        rows: report.sections.map(({ title, score }) => [
          textCell(title),
          textCell(score.status === "scored" ? formatScore(score) : NOT_ENOUGH_RATINGS),
          textCell(`${score.rated} of ${score.total}`),
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
        rows: report.checklists.map(checklistRow),
      },
      heading("Gaps by element"),
      ...(elements.length === 0
        ? [paragraph("No gaps, unknowns or blanks were found in what the team has answered.")]
        : elements.flatMap((element) => printElementGaps(element, report, printer))),
      heading(`How these numbers come about (rules, version ${report.rulesVersion})`),
      ...ruleExplanations.flatMap(printExplanation),
    ],
  };
}
