import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";

/** A gap that an idea comes from. */
export interface PlanWhy {
  /** The area of the gap, by which a plan can be filtered. */
  readonly areaId: string;
  /** "Component 4" */
  readonly areaName: string;
  /** The gap, in the words of its item. */
  readonly text: string;
  readonly href: string;
}

/** Of each idea, by its section, the gaps it comes from; ideas without any are left out. */
export type PlanReasons = ReadonlyMap<string, readonly PlanWhy[]>;

/**
 * Why each idea is in the plan. No link between gaps and ideas is stored yet: then a page names the idea instead. What
 * reads the links (idea section to gaps) belongs here, and nowhere else.
 */
export function loadPlanReasons(_context: TeamContext): Promise<PlanReasons> {
  return Promise.resolve(new Map());
}
