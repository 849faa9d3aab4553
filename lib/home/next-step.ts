import type { MyAssignment } from "@/lib/assignments/assignment";
import type { Progress } from "@/lib/domain/item/item-readers";
import type { PathStep } from "@/lib/domain/plan/path-step";
import type { AskedRound } from "@/lib/domain/rounds/asked-round";
import type { StartPick, StartWith } from "@/lib/domain/readiness/first-picks";
import type { ReportStatus } from "@/lib/domain/report/report-model";
import type { ToolKind } from "@/lib/domain/tool/definition";
import type { ToolName } from "@/lib/domain/tool/tool-ref";

/** Where a tool stands, as far as it matters for what is next. */
export interface ToolStanding {
  readonly tool: ToolName & { readonly kind: ToolKind };
  readonly status: ReportStatus;
  readonly progress: Progress;
}

export type NextStep =
  | { readonly kind: "round"; readonly round: AskedRound }
  | { readonly kind: "mine"; readonly assignment: MyAssignment }
  | { readonly kind: "path"; readonly step: PathStep; /** What the team is to start with, where priorities are to be chosen. */ readonly pick: StartPick | null }
  | { readonly kind: "gap"; readonly pick: StartPick; /** That gaps are many, and this is one to begin with. */ readonly isFirstStep: boolean }
  | { readonly kind: "tool"; readonly tool: ToolName; readonly progress: Progress; readonly isStarted: boolean }
  | { readonly kind: "all-complete" };

interface Situation {
  /** Of tools that are not complete, by the day they are due; those without a day last. */
  readonly mine: readonly MyAssignment[];
  /** That wait for the person's ratings, the first due first. */
  readonly rounds: readonly AskedRound[];
  /** Null for those who may not see readiness. */
  readonly start: StartWith | null;
  /** Whether every area has a score, or the assessment is complete: before that a gap is no more than a first impression. */
  readonly isAssessed: boolean;
  /** What is next from gaps to goals; null when nothing waits there, or the person can't change it. */
  readonly path: PathStep | null;
  /** Whether a gap is a priority already. */
  readonly isPriority: (itemId: string) => boolean;
  /** In printed order. */
  readonly tools: readonly ToolStanding[];
}

export function isFilledIn({ progress: { answered, total } }: MyAssignment): boolean {
  return total > 0 && answered === total;
}

/**
 * The one thing to do next, for somebody who fills in tools:
 * 1. what is assigned to them and not filled in, and rounds that wait for their ratings, the first due first; of one day, or without
 *    any, a round, as others wait for it too;
 * 2. once the team is assessed, the next stop on the way from its gaps to goals;
 * 3. what the team is to start with, if that is no priority yet;
 * 4. the tool that was begun and has the fewest blanks;
 * 5. the next tool that nobody has begun.
 * Tools that are there to be read come after those to be filled in.
 */
export function findNextStep({ mine, rounds: [round], start, isAssessed, path, isPriority, tools }: Situation): NextStep {
  const assignment = mine.find((one) => !one.handedBack && !isFilledIn(one));
  const isFirst = assignment?.dueOn && (!round?.untilOn || assignment.dueOn < round.untilOn);
  if (round && !isFirst) return { kind: "round", round };
  if (assignment) return { kind: "mine", assignment };
  const pick = findPick(start, isPriority);
  if (isAssessed && path) return { kind: "path", step: path, pick: path.kind === "choose-priorities" ? pick : null };
  if (isAssessed && pick) return { kind: "gap", pick, isFirstStep: start?.kind === "first-step" };
  const [next] = tools.filter(({ status }) => status !== "complete").sort((a, b) => rank(a) - rank(b) || leftIn(a) - leftIn(b));
  if (!next) return { kind: "all-complete" };
  return { kind: "tool", tool: next.tool, progress: next.progress, isStarted: next.status === "in-progress" };
}

function findPick(start: StartWith | null, isPriority: Situation["isPriority"]): StartPick | null {
  const picks = start?.kind === "picks" ? start.picks : start?.kind === "first-step" ? [start.pick] : [];
  return picks.find(({ gap }) => !isPriority(gap.itemId)) ?? null;
}

function rank({ tool, status }: ToolStanding): number {
  return (tool.kind === "reference" ? 2 : 0) + (status === "in-progress" ? 0 : 1);
}

/** Of what nobody has begun the printed order counts. */
function leftIn({ status, progress: { answered, total } }: ToolStanding): number {
  return status === "in-progress" ? total - answered : 0;
}
