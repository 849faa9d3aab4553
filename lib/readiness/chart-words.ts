import { STATUS_LABELS, STATUS_VALUES, type StatusValue } from "@/lib/domain/answer/answers";
import type { ChecklistScore } from "@/lib/domain/readiness/scoring";

export const AREA_CHART_CAPTION = "Average rating of each area, from 1 (Strongly Disagree) to 5 (Strongly Agree)";
export const CHECKLIST_CHART_CAPTION = "Statements answered Yes, In Progress and No on each checklist";

/** What a statement of a checklist can be, in the order it is drawn. */
export type ChecklistPart = StatusValue | "blank";

export const CHECKLIST_PARTS: readonly ChecklistPart[] = [...STATUS_VALUES, "blank"];
export const CHECKLIST_PART_LABELS: Record<ChecklistPart, string> = { ...STATUS_LABELS, blank: "Blank" };

export function countPart(score: ChecklistScore, part: ChecklistPart): number {
  return part === "in-progress" ? score.inProgress : score[part];
}
