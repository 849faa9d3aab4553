import {
  DONT_KNOW_VALUES,
  type DontKnowValue,
  type RatingValue,
  type ScoreValue,
  type StatusValue,
} from "@/lib/domain/answer/answers";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { AreaId, ElementId } from "@/lib/domain/tool/definition";
import type { ToolName } from "@/lib/domain/tool/tool-ref";
import { type Band, LOW_RATING, MIDDLE_RATING } from "./rules";

export const GAP_KINDS = ["gap", "partly-there", "unknown", "not-yet-rated"] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export const GAP_KIND_LABELS: Record<GapKind, string> = {
  gap: "Gap",
  "partly-there": "Partly there",
  unknown: "Unknown",
  "not-yet-rated": "Not yet rated",
};

/** The next step each meaning of D/K calls for. */
export const DONT_KNOW_NEXT_STEPS: Record<DontKnowValue, string> = {
  dk: "Say which it is: not clear, not known yet, or does not apply.",
  "dk-unclear": "Ask what this item means, then rate it.",
  "dk-unknown": "Find the information, then rate it.",
  "dk-not-applicable": "Check that the team agrees this does not apply, and note why.",
};

/** One rating or checklist statement that is not fully in place. */
export interface Gap {
  readonly itemId: string;
  readonly tool: ToolName;
  readonly element: ElementId;
  /** Tool 9's area, or null for a checklist statement. */
  readonly areaId: AreaId | null;
  /** The band of the element's area; null without enough ratings. */
  readonly band: Band | null;
  readonly kind: GapKind;
  /** 1 is the most severe. */
  readonly severity: number;
  /** The words the prompt completes ("The program:"). */
  readonly lead: string | null;
  readonly number: string | null;
  readonly prompt: string;
  readonly bullets: readonly string[];
  /** Where it stands: "Tool 9, Infrastructure 2, item 1". */
  readonly source: string;
  /** As people read it; empty when blank. */
  readonly answerText: string;
  readonly dontKnow: DontKnowValue | null;
  readonly lastAnswered: ReportEvent | null;
}

export type Classified = { readonly kind: GapKind; readonly severity: number };

const BLANK: Classified = { kind: "not-yet-rated", severity: 6 };

const STATUS_CLASSES: Record<StatusValue, Classified | null> = {
  yes: null,
  "in-progress": { kind: "partly-there", severity: 3 },
  no: { kind: "gap", severity: 1 },
};

function classifyScore(score: ScoreValue): Classified | null {
  if (score <= LOW_RATING) return { kind: "gap", severity: score };
  return score === MIDDLE_RATING ? { kind: "partly-there", severity: 3 } : null;
}

/** What a rating is in the gap list; null when it is in place (4 or 5). */
export function classifyRating(rating: RatingValue | null): Classified | null {
  if (rating === null) return BLANK;
  if (typeof rating === "number") return classifyScore(rating);
  // "Does not apply" calls for less than the other meanings, so it comes last among them.
  return { kind: "unknown", severity: rating === "dk-not-applicable" ? 5 : 4 };
}

/** What a checklist answer is in the gap list; null for Yes. */
export function classifyStatus(status: StatusValue | null): Classified | null {
  return status === null ? BLANK : STATUS_CLASSES[status];
}

/** Areas without a score come before Strengths: nothing is known to be in place there. */
const BAND_ORDER: readonly (Band | null)[] = ["priority", "discuss", null, "strength"];

/** Band of the element's area, then severity, then the order they came in (the printed one). */
export function orderGaps(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted(
    (a, b) => BAND_ORDER.indexOf(a.band) - BAND_ORDER.indexOf(b.band) || a.severity - b.severity,
  );
}

/** What a reader chose to see; an absent part leaves that part open. */
export interface GapFilter {
  /** "answered" is everything but blanks. */
  readonly kind: GapKind | "answered" | "all";
  readonly element: ElementId | null;
  /** The slug of the tool. */
  readonly tool: string | null;
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Filterable {
  readonly tools: readonly Pick<ToolName, "slug">[];
  readonly elements: readonly { readonly id: ElementId }[];
}

/** Reads a filter from an address's parameters. An unknown value is ignored, not an error. */
export function parseGapFilter(parameters: Parameters, { tools, elements }: Filterable): GapFilter {
  const { kind, element, tool } = parameters;
  return {
    kind: (["all", ...GAP_KINDS] as const).find((value) => value === kind) ?? "answered",
    element: elements.find(({ id }) => id === element)?.id ?? null,
    tool: typeof tool === "string" && tools.some(({ slug }) => slug === tool) ? tool : null,
  };
}

function isKind(gap: Gap, kind: GapFilter["kind"]): boolean {
  if (kind === "all") return true;
  return kind === "answered" ? gap.kind !== "not-yet-rated" : gap.kind === kind;
}

/** The entries that fit every part of the filter, in the order given. */
export function filterGaps(gaps: readonly Gap[], filter: GapFilter): Gap[] {
  return gaps.filter(
    (gap) =>
      isKind(gap, filter.kind) &&
      (filter.element === null || gap.element === filter.element) &&
      (filter.tool === null || gap.tool.slug === filter.tool),
  );
}

/** The whole statement in one line: its lead, its words and its bullets. */
export function formatGapStatement({ lead, prompt, bullets }: Gap): string {
  return [lead, prompt, bullets.join("; ")].filter(Boolean).join(" ");
}

/** How many entries there are of each kind. */
export function countGaps(gaps: readonly Gap[]): Record<GapKind, number> {
  const count = (kind: GapKind) => gaps.filter((gap) => gap.kind === kind).length;
  return {
    gap: count("gap"),
    "partly-there": count("partly-there"),
    unknown: count("unknown"),
    "not-yet-rated": count("not-yet-rated"),
  };
}

/** The meaning of a D/K answer, or null for anything else. */
export function dontKnowOf(rating: RatingValue | null): DontKnowValue | null {
  return DONT_KNOW_VALUES.find((value) => value === rating) ?? null;
}
