import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ChartData } from "./chart-data";

/** The readiness and gap chapter as it is printed: numbers are rounded and worded already. */
export interface ReadinessReportModel {
  /** "4 of 10 areas in place" */
  readonly headline: string;
  /** Sentences under the headline: what was counted and what was left out. */
  readonly summary: readonly string[];
  readonly rulesVersion: string;
  /** How the numbers come about, for readers who were not in the room. */
  readonly explanation: readonly RuleExplanation[];
  readonly areas: readonly AreaReadiness[];
  /** Tool 9's two sections. */
  readonly sections: readonly SectionReadiness[];
  readonly checklists: readonly ChecklistReadiness[];
  /** Elements in the order of the gap report; an element without entries may be left out. */
  readonly gaps: readonly ElementGaps[];
  readonly charts: readonly ReportChart[];
}

export interface RuleExplanation {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
}

export type BandName = "Priority" | "Discuss" | "Strength" | "Not enough ratings";

export interface AreaReadiness {
  /** "IE1" */
  readonly element: string;
  readonly title: string;
  readonly band: BandName;
  /** Rounded once, "3.5"; null when too little is rated. */
  readonly score: string | null;
  readonly rated: number;
  readonly total: number;
  readonly dontKnow: number;
}

export interface SectionReadiness {
  readonly title: string;
  readonly score: string | null;
  readonly rated: number;
  readonly total: number;
}

export interface ChecklistReadiness {
  /** "Tool 2: Safe and Secure Environment Checklist" */
  readonly toolName: string;
  readonly element: string;
  readonly yes: number;
  readonly inProgress: number;
  readonly no: number;
  readonly blank: number;
  readonly total: number;
  /** "65%"; null when too little is answered. */
  readonly inPlace: string | null;
}

export type GapKind = "Gap" | "Partly there" | "Unknown" | "Not yet rated";

export interface ElementGaps {
  readonly element: string;
  readonly title: string;
  readonly band: BandName | null;
  /** Where the checklist and the ratings of the element disagree. */
  readonly contradiction?: string;
  readonly entries: readonly GapEntry[];
}

export interface GapEntry {
  readonly kind: GapKind;
  readonly prompt: string;
  /** The answer in words; empty when not yet rated. */
  readonly answer: string;
  /** "Tool 9, item 4" or the tool's name: where the item stands. */
  readonly where: string;
  readonly lastAnswer: ReportEvent | null;
}

/** A server-rendered drawing. Its numbers must also stand in a table of the same chapter. */
export interface ReportChart {
  /** Complete SVG; text in it is set in Public Sans. */
  readonly svg: string;
  /** What the drawing shows, in words. */
  readonly alternative: string;
  readonly caption: string;
  /** The same numbers, for programs that draw charts themselves. */
  readonly data?: ChartData;
}
