import { formatContradiction } from "@/lib/domain/readiness/contradictions";
import { formatGapStatement, type Gap, GAP_KIND_LABELS } from "@/lib/domain/readiness/gaps";
import type {
  ReadinessArea,
  ReadinessChecklist,
  ReadinessElement,
  ReadinessReport,
} from "@/lib/domain/readiness/readiness";
import {
  BAND_LABELS,
  IN_PLACE_STATEMENT,
  NOT_ENOUGH_RATINGS,
  ruleExplanations,
  SELF_RATING_STATEMENT,
} from "@/lib/domain/readiness/rules";
import { formatHeadline, formatInPlace, formatScore, formatUnscored } from "@/lib/domain/readiness/scoring";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { toolName } from "@/lib/domain/tool/items";
import type { GuideSection } from "@/lib/domain/toolkit/guide";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { areaChartData, checklistChartData } from "./chart-data";
import type {
  AreaReadiness,
  BandName,
  ChecklistReadiness,
  ElementGaps,
  GapEntry,
  GapKind,
  ReadinessReportModel,
  ReportChart,
  RuleExplanation,
} from "./readiness-print-model";

function bandName({ score }: ReadinessArea): BandName {
  return score.status === "scored" ? (BAND_LABELS[score.band] as BandName) : NOT_ENOUGH_RATINGS;
}

function printArea(area: ReadinessArea): AreaReadiness {
  const { score } = area;
  return {
    element: area.element,
    title: area.title,
    band: bandName(area),
    score: score.status === "scored" ? formatScore(score) : null,
    rated: score.rated,
    total: score.total,
    dontKnow: score.dontKnow.total,
  };
}

function printChecklist({ tool, element, score }: ReadinessChecklist): ChecklistReadiness {
  return {
    toolName: toolName(tool),
    element,
    yes: score.yes,
    inProgress: score.inProgress,
    no: score.no,
    blank: score.blank,
    total: score.total,
    inPlace: score.status === "scored" ? formatInPlace(score) : null,
  };
}

function printGap(gap: Gap): GapEntry {
  return {
    kind: GAP_KIND_LABELS[gap.kind] as GapKind,
    prompt: formatGapStatement(gap),
    answer: gap.answerText,
    where: gap.source,
    lastAnswer: gap.lastAnswered,
  };
}

function printElement(element: ReadinessElement, { gaps, assessment }: ReadinessReport): ElementGaps {
  const { checklist, contradictions } = element;
  const contradiction = checklist
    ? contradictions.map((one) => formatContradiction(one, checklist.tool.label, assessment.label)).join(" ")
    : "";
  return {
    element: element.id,
    title: element.title,
    band: bandName(element.area),
    ...(contradiction ? { contradiction } : {}),
    entries: gaps.filter((gap) => gap.element === element.id).map(printGap),
  };
}

/** Elements in the order in which the gap list first names them. */
function printElements(report: ReadinessReport): ElementGaps[] {
  const { elements, gaps } = report;
  const order = [...new Set(gaps.map(({ element }) => element))];
  const rank = ({ id }: ReadinessElement) => (order.includes(id) ? order.indexOf(id) : order.length);
  return elements.toSorted((a, b) => rank(a) - rank(b)).map((element) => printElement(element, report));
}

function explain({ title, paragraphs, points }: GuideSection): RuleExplanation {
  const listed = (points ?? []).map(({ term, text }) => (term ? `${term}: ${text}` : text));
  return { title, paragraphs, points: listed };
}

/** What one drawing has room for: in large print three areas fill most of a page. */
const LARGE_AREAS = 3;

function splitAreas(areas: readonly ReadinessArea[], isLargePrint: boolean): (readonly ReadinessArea[])[] {
  if (!isLargePrint) return [areas];
  const count = Math.ceil(areas.length / LARGE_AREAS);
  return Array.from({ length: count }, (_, part) => areas.slice(part * LARGE_AREAS, (part + 1) * LARGE_AREAS));
}

function printCharts({ areas, checklists, headline }: ReadinessReport, isLargePrint: boolean): ReportChart[] {
  const medium = isLargePrint ? "large-print" : "pdf";
  const areaCharts = splitAreas(areas, isLargePrint).map((part) => ({
    ...buildAreaChart(part, medium),
    data: areaChartData(part),
  }));
  const checklistChart = { ...buildChecklistChart(checklists, medium, "checklists"), data: checklistChartData(checklists) };
  const isAnswered = checklists.some(({ score }) => score.answered > 0);
  return [...(headline.scored > 0 ? areaCharts : []), ...(isAnswered ? [checklistChart] : [])];
}

/** The readiness report as the PDF prints it: every number rounded and worded, every chart drawn. */
export function buildReadinessModel(report: ReadinessReport, isLargePrint = false): ReadinessReportModel {
  return {
    headline: formatHeadline(report.headline),
    summary: [
      SELF_RATING_STATEMENT,
      IN_PLACE_STATEMENT,
      formatUnscored(report.headline),
      ...report.sharedItems.map(formatSharedItem),
    ].filter(Boolean),
    rulesVersion: String(report.rulesVersion),
    explanation: ruleExplanations.map(explain),
    areas: report.areas.map(printArea),
    sections: report.sections.map(({ title, score }) => ({
      title,
      score: score.status === "scored" ? formatScore(score) : null,
      rated: score.rated,
      total: score.total,
    })),
    checklists: report.checklists.map(printChecklist),
    gaps: printElements(report),
    charts: printCharts(report, isLargePrint),
  };
}
