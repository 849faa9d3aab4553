import "server-only";
import { gapsByIdea, loadTrace, type PathAnswers } from "@/lib/links/load-trace";
import type { TeamContext } from "@/lib/platform/auth/context";

/** A gap that an idea comes from. */
export interface PlanWhy {
  /** The area of the gap, by which a plan can be filtered: its name. */
  readonly areaId: string;
  /** "Component 4" */
  readonly areaName: string;
  /** The gap, in the words of its item. */
  readonly text: string;
  readonly href: string;
}

/** Of each idea, by its section, the gaps it comes from; ideas without any are left out. */
export type PlanReasons = ReadonlyMap<string, readonly PlanWhy[]>;

/** Why each idea is in the plan, as far as the reader's tools tell it. @param answers as `loadTrace` */
export async function loadPlanReasons(context: TeamContext, answers?: PathAnswers): Promise<PlanReasons> {
  const gaps = gapsByIdea(context, await loadTrace(context, answers));
  return new Map(
    [...gaps].map(([section, own]) => [
      section,
      own.map(({ itemId, words, area }) => ({ areaId: area, areaName: area, text: words, href: `/teams/${context.teamId}/readiness/gaps/${itemId}` })),
    ]),
  );
}
