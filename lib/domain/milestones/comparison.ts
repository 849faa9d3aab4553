import { formatHeadline } from "@/lib/domain/readiness/scoring";
import type { AreaScore, ChecklistScore } from "@/lib/domain/readiness/scoring";
import { type ComparedArea, compareAreas } from "./compare-areas";
import { type ComparedItem, compareItems, countMoves, type MoveCounts } from "./compare-items";
import { type ComparedIdea, comparePlans } from "./compare-plan";
import type { Digest } from "./milestone-digest";

/** One day that is compared: a milestone, or now. */
export interface ComparedDay {
  /** Null for now. */
  readonly id: string | null;
  readonly name: string;
  readonly onDay: string;
}

/** A day's scores among the others, for the areas over time. */
export interface SeriesDay extends ComparedDay {
  readonly areas: readonly { readonly id: string; readonly score: AreaScore }[];
}

export interface ComparedChecklist {
  readonly tool: string;
  readonly name: string;
  readonly then: ChecklistScore | null;
  readonly now: ChecklistScore;
  readonly counts: MoveCounts;
}

/** What changed from one day to another: plain data, the same for page, PDF, Word, Excel and CSV. */
export interface Comparison {
  readonly then: ComparedDay;
  readonly now: ComparedDay;
  readonly headlineThen: string;
  readonly headlineNow: string;
  readonly rulesVersion: string;
  /** Of the assessment. */
  readonly ratings: readonly ComparedItem[];
  readonly counts: MoveCounts;
  readonly statements: readonly ComparedItem[];
  readonly checklists: readonly ComparedChecklist[];
  /** Statements that one day alone asks, or in other words. */
  readonly onlyThen: number;
  readonly onlyNow: number;
  /** Tools whose version differs: "Tool 9". */
  readonly changedTools: readonly string[];
  readonly areas: readonly ComparedArea[];
  /** Days from the first to the last that are shown, in order of time. */
  readonly series: readonly SeriesDay[];
  readonly ideas: readonly ComparedIdea[];
}

export interface CompareInput {
  readonly then: ComparedDay & { readonly digest: Digest };
  readonly now: ComparedDay & { readonly digest: Digest };
  readonly series: readonly SeriesDay[];
  readonly rulesVersion: string;
}

const dayOf = ({ id, name, onDay }: ComparedDay): ComparedDay => ({ id, name, onDay });

/** Compares two days by the scoring rules ("Change between milestones"). */
export function compareDays({ then, now, series, rulesVersion }: CompareInput): Comparison {
  const { items, onlyThen, onlyNow } = compareItems(then.digest.items, now.digest.items);
  const ratings = items.filter(({ kind }) => kind === "rating");
  const statements = items.filter(({ kind }) => kind === "status");
  const areas = compareAreas(then.digest, now.digest);
  const versions = new Map(then.digest.toolVersions.map(({ tool, version }) => [tool, version]));
  return {
    then: dayOf(then),
    now: dayOf(now),
    headlineThen: formatHeadline(then.digest.headline),
    headlineNow: formatHeadline(now.digest.headline),
    rulesVersion,
    ratings,
    counts: countMoves(ratings),
    statements,
    checklists: now.digest.checklists.map(({ tool, name, score }) => ({
      tool,
      name,
      then: then.digest.checklists.find((one) => one.tool === tool)?.score ?? null,
      now: score,
      counts: countMoves(statements.filter((item) => item.tool === tool)),
    })),
    onlyThen,
    onlyNow,
    changedTools: now.digest.toolVersions.filter(({ tool, version }) => versions.has(tool) && versions.get(tool) !== version).map(({ label }) => label),
    areas,
    series,
    ideas: comparePlans(then.digest.ideas, now.digest.ideas, areas, now.onDay),
  };
}

export const STANDING_LABELS: Record<ComparedIdea["standing"], string> = { kept: "In the plan on both days", new: "New since", gone: "Not in the plan any more" };

/** The counts in lines: they add up to all statements that were compared. */
export function formatCompared({ counts }: Pick<Comparison, "counts">): string[] {
  const { carried, total } = counts;
  const lines: readonly (readonly [number, string])[] = [
    [counts.higher, "rated higher"],
    [counts.resolved, "D/K resolved"],
    [counts.same, carried > 0 ? `the same; ${carried} of all are carried forward and not looked at yet` : "the same"],
    [counts.lower, "rated lower"],
    [counts["still-unknown"], "still D/K"],
    [counts.unknown, "D/K now"],
    [counts["first-answer"], "rated for the first time"],
    [counts["answer-gone"], "not rated any more"],
    [counts.blank, "not rated on either day"],
  ];
  return [`${total} ratings were compared.`, ...lines.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)];
}

/** What has to be known to read it. */
export function describeCompared({ rulesVersion, changedTools, onlyThen, onlyNow, counts }: Comparison): string[] {
  const changed = new Intl.ListFormat("en-US").format(changedTools);
  return [
    `A summary of the team’s own ratings, not a validated score. By the scoring rules, version ${rulesVersion}: an area that moves by less than 0.5 reads “no clear change”.`,
    ...(counts.carried > 0 ? ["Answers carried forward count as the same, and in no score, until somebody looks at them."] : []),
    ...(changedTools.length > 0 ? [`${changed} ${changedTools.length === 1 ? "was" : "were"} changed between the two days.`] : []),
    ...(onlyThen + onlyNow > 0 ? [`Statements that only one day asks, or asks in other words, are compared with nothing: ${onlyThen} of the earlier day, ${onlyNow} of the later.`] : []),
  ];
}
