import { shorten } from "@/lib/domain/text/shorten";
import { findStartWith, formatPickReason, type StartPick } from "./first-picks";
import { formatGapStatement } from "./gaps";
import type { ReadinessArea, ReadinessReport } from "./readiness";

/** What a team wrote for its brief; an empty text leaves that part as it would be without. */
export interface BriefWords {
  readonly title: string;
  /** In the team's order: which statement, and why it comes first. */
  readonly priorities: readonly { readonly itemId: string; readonly why: string }[];
  readonly planned: string;
  /** What community partners ask, in their own words. Nothing is put here by the workbook. */
  readonly asks: string;
}

export const NO_BRIEF_WORDS: BriefWords = { title: "", priorities: [], planned: "", asks: "" };

/** How much room there is on one page. */
export const BRIEF_LIMITS = { title: 200, why: 240, planned: 600, asks: 600, priorities: 3 } as const;

export interface BriefPriority {
  readonly itemId: string;
  readonly statement: string;
  readonly why: string;
}

/** One page for a wall or a council, as screen and paper print it. */
export interface Brief {
  readonly agencyName: string;
  readonly teamName: string;
  /** The team's own sentence; its name when there is none. */
  readonly title: string;
  /** Whose sentence it is, printed under it; empty for a plain name. */
  readonly titleNote: string;
  /** Strongest first; those without a score last. */
  readonly areas: readonly ReadinessArea[];
  readonly report: ReadinessReport;
  readonly priorities: readonly BriefPriority[];
  readonly planned: readonly string[];
  readonly asks: readonly string[];
}

export interface BriefSource {
  readonly report: ReadinessReport;
  readonly words: BriefWords | null;
  readonly agencyName: string;
  readonly teamName: string;
  /** As the team answered them in its tools, word for word; empty where it did not. */
  readonly vision: string;
  readonly goals: readonly string[];
}

const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);

const isScored = ({ score }: ReadinessArea) => score.status === "scored";

function strongestFirst(areas: readonly ReadinessArea[]): ReadinessArea[] {
  const meanOf = ({ score }: ReadinessArea) => (score.status === "scored" ? score.mean : 0);
  return areas.toSorted((a, b) => Number(isScored(b)) - Number(isScored(a)) || meanOf(b) - meanOf(a));
}

/** What the team is to start with, and why in terms of its own answers. */
function usualPriorities(report: ReadinessReport): BriefPriority[] {
  const start = findStartWith(report);
  const picks: readonly StartPick[] = start.kind === "picks" ? start.picks : start.kind === "first-step" ? [start.pick] : [];
  return picks.map((pick) => {
    const checklist = report.elements.find(({ id }) => id === pick.area.element)?.checklist?.tool.label ?? "";
    return { itemId: pick.gap.itemId, statement: formatGapStatement(pick.gap), why: formatPickReason(pick, checklist) };
  });
}

function choosePriorities(report: ReadinessReport, words: BriefWords | null): BriefPriority[] {
  const usual = usualPriorities(report);
  const chosen = (words?.priorities ?? []).flatMap(({ itemId, why }) => {
    const gap = report.gaps.find((one) => one.itemId === itemId);
    if (!gap) return [];
    return [{ itemId, statement: formatGapStatement(gap), why: why || (usual.find((one) => one.itemId === itemId)?.why ?? answerGiven(gap.answerText)) }];
  });
  return chosen.length > 0 ? chosen : usual;
}

function answerGiven(text: string): string {
  return text ? `The team’s answer: ${text}.` : "";
}

/** The brief of a team from its answers and the words it chose. Nothing is paraphrased: what it has no words for, it leaves out. */
export function buildBrief({ report, words, agencyName, teamName, vision, goals }: BriefSource): Brief {
  const own = words?.title.trim() ?? "";
  const title = own || shorten(vision.trim(), BRIEF_LIMITS.title);
  const planned = words?.planned.trim() ? linesOf(words.planned) : goals.map((goal) => goal.trim()).filter(Boolean);
  return {
    agencyName,
    teamName,
    title: title || teamName,
    titleNote: own ? teamName : title ? `The vision of ${teamName}` : "",
    areas: strongestFirst(report.areas),
    report,
    priorities: choosePriorities(report, words),
    planned: planned.slice(0, 3).map((line) => shorten(line, BRIEF_LIMITS.planned / 2)),
    asks: linesOf(words?.asks ?? ""),
  };
}
