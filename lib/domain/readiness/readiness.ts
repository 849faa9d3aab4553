import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { AreaId, ElementId, ToolDefinition } from "@/lib/domain/tool/definition";
import { nameOf, type ToolName, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { Element } from "@/lib/domain/toolkit/guide";
import {
  type AnswerRecords,
  elementOf,
  findGap,
  latestEvent,
  listRatedItems,
  listStatedItems,
  type RatedItem,
  type StatedItem,
} from "./assessed-items";
import { type Contradiction, findContradictions } from "./contradictions";
import { type Gap, orderGaps } from "./gaps";
import { type Band, RULES_VERSION } from "./rules";
import {
  type AreaScore,
  type ChecklistScore,
  countAreasInPlace,
  type Headline,
  scoreArea,
  scoreChecklist,
  scoreSection,
  type SectionScore,
} from "./scoring";
import { listSharedItems, type SharedItem } from "./shared-items";

export interface ReadinessArea {
  readonly id: AreaId;
  /** On the assessment's page. */
  readonly anchor: string;
  readonly element: ElementId;
  /** As printed in the assessment. */
  readonly title: string;
  readonly score: AreaScore;
  readonly lastAnswered: ReportEvent | null;
}

export interface ReadinessSection {
  readonly id: string;
  readonly title: string;
  readonly score: SectionScore;
}

export interface ReadinessChecklist {
  readonly tool: ToolName;
  readonly element: ElementId;
  readonly score: ChecklistScore;
  readonly lastAnswered: ReportEvent | null;
}

/** One element with its area of Tool 9 and, where the toolkit has one, its checklist. */
export interface ReadinessElement {
  readonly id: ElementId;
  readonly title: string;
  /** The tools made for this element. */
  readonly tools: readonly ToolRef[];
  readonly area: ReadinessArea;
  readonly checklist: ReadinessChecklist | null;
  readonly contradictions: readonly Contradiction[];
}

/** What screen and PDF print: plain JSON, made once, so their numbers can't disagree. */
export interface ReadinessReport {
  readonly rulesVersion: number;
  /** The tool whose ratings the areas are. */
  readonly assessment: ToolName;
  readonly headline: Headline;
  /** In printed order, as are sections, checklists and elements. */
  readonly areas: readonly ReadinessArea[];
  readonly sections: readonly ReadinessSection[];
  readonly checklists: readonly ReadinessChecklist[];
  readonly elements: readonly ReadinessElement[];
  /** In the order to work through them. */
  readonly gaps: readonly Gap[];
  readonly sharedItems: readonly SharedItem[];
  /** Ratings and checklist statements with an answer, and the newest of them. */
  readonly answered: number;
  readonly total: number;
  readonly lastAnswered: ReportEvent | null;
}

export interface ReadinessInput {
  /** In printed order. */
  readonly tools: readonly ToolDefinition[];
  readonly elements: readonly Pick<Element, "id" | "title" | "tools">[];
  readonly answers: AnswerRecords;
  /** Items on which views differ far as people rated them alone, and that the team has not decided on. */
  readonly flagged: ReadonlySet<string>;
  /** Of a community partner: the tools shared with them. What the report says then rests on these alone. */
  readonly isOpen?: (tool: ToolRef) => boolean;
}

interface Area {
  readonly items: readonly RatedItem[];
  readonly report: ReadinessArea;
}

interface Checklist {
  readonly items: readonly StatedItem[];
  readonly report: ReadinessChecklist;
}

function buildAreas(tool: ToolDefinition, answers: AnswerRecords, flagged: ReadonlySet<string>): Area[] {
  return tool.sections
    .flatMap((section) => section.nodes)
    .filter((node) => node.kind === "ratings")
    .map((definition) => {
      const items = listRatedItems(tool, [definition], answers);
      return {
        items,
        report: {
          id: definition.id,
          anchor: definition.anchor,
          element: definition.element,
          title: definition.title,
          score: scoreArea(items.map(({ value }) => value), items.filter(({ item }) => flagged.has(item.id)).length),
          lastAnswered: latestEvent(items),
        },
      };
    });
}

function buildSections(tool: ToolDefinition, answers: AnswerRecords): ReadinessSection[] {
  return tool.sections.map((section) => ({
    id: section.id,
    title: section.title ?? tool.title,
    score: scoreSection(listRatedItems(tool, section.nodes, answers).map(({ value }) => value)),
  }));
}

function buildChecklist(tool: ToolDefinition, answers: AnswerRecords): Checklist {
  const items = listStatedItems(tool, answers);
  return {
    items,
    report: {
      tool: nameOf(tool),
      element: elementOf(tool),
      score: scoreChecklist(items.map(({ value }) => value)),
      lastAnswered: latestEvent(items),
    },
  };
}

/** Joins an element's area and its checklist; an element that Tool 9 doesn't rate has no entry. */
function buildElement(
  element: ReadinessInput["elements"][number],
  areas: readonly Area[],
  checklists: readonly Checklist[],
): ReadinessElement[] {
  const area = areas.find(({ report }) => report.element === element.id);
  if (!area) return [];
  const checklist = checklists.find(({ report }) => report.element === element.id) ?? null;
  return [
    {
      id: element.id,
      title: element.title,
      tools: element.tools,
      area: area.report,
      checklist: checklist?.report ?? null,
      contradictions: checklist
        ? findContradictions(checklist.report.score, area.report.score, area.items)
        : [],
    },
  ];
}

function bandByElement(areas: readonly Area[]): ReadonlyMap<ElementId, Band> {
  return new Map(
    areas.flatMap(({ report: { element, score } }) =>
      score.status === "scored" ? [[element, score.band] as const] : [],
    ),
  );
}

/** The readiness and gap report of one team (rules: `rules.ts`; source of each answer: `answers`). */
export function buildReadiness({ tools, elements, answers, flagged, isOpen = () => true }: ReadinessInput): ReadinessReport {
  const assessment = tools.find(({ role }) => role === "assessment");
  const assessments = tools.filter(({ role, ref }) => role === "assessment" && isOpen(ref));
  if (!assessment) throw new RangeError("readiness rests on the toolkit’s assessment, and there is none");
  const areas = assessments.flatMap((tool) => buildAreas(tool, answers, flagged));
  const checklists = tools
    .filter((tool) => tool.kind === "checklist" && isOpen(tool.ref))
    .map((tool) => buildChecklist(tool, answers));
  const items = [...checklists, ...areas].flatMap((part): readonly (RatedItem | StatedItem)[] => part.items);
  const bands = bandByElement(areas);
  const areaReports = areas.map(({ report }) => report);
  return {
    rulesVersion: RULES_VERSION,
    assessment: nameOf(assessment),
    headline: countAreasInPlace(areaReports.map(({ score }) => score)),
    areas: areaReports,
    sections: assessments.flatMap((tool) => buildSections(tool, answers)),
    checklists: checklists.map(({ report }) => report),
    elements: elements.flatMap((element) => buildElement({ ...element, tools: element.tools.filter(isOpen) }, areas, checklists)),
    gaps: orderGaps(items.flatMap((item) => findGap(item, bands.get(item.element) ?? null) ?? [])),
    sharedItems: listSharedItems(areas.map(({ report, items: rated }) => ({ title: report.title, items: rated }))),
    answered: items.filter(({ value }) => value !== null).length,
    total: items.length,
    lastAnswered: latestEvent(items),
  };
}
