import { isScore } from "@/lib/domain/item/item-readers";
import type { RatedItem } from "./assessed-items";
import { LOW_RATING, STRENGTH_FROM } from "./rules";
import { type AreaScore, type ChecklistScore, formatScore, isAtLeast, isEnough, type Mean } from "./scoring";

/** A place where a checklist and the ratings of the same element say different things. */
export type Contradiction =
  | {
      readonly kind: "checklist-yes-rating-low";
      readonly answered: number;
      /** The items rated 1 or 2, in printed order. */
      readonly lowItems: readonly { readonly itemId: string; readonly prompt: string; readonly rating: number }[];
    }
  | (Mean & {
      readonly kind: "checklist-no-ratings-high";
      readonly no: number;
      readonly answered: number;
      readonly mean: number;
    });

/**
 * Two cases, both only once at least half of the checklist is answered, so that one early tick isn't held
 * against a rating:
 * - every answered statement is Yes, and an item of the element's area is rated 1 or 2;
 * - more than half of the answered statements are No, and the area's unrounded mean is 4 or above.
 */
export function findContradictions(
  checklist: ChecklistScore,
  area: AreaScore,
  ratedItems: readonly RatedItem[],
): Contradiction[] {
  if (!isEnough(checklist.answered, checklist.total)) return [];
  const { answered, yes, no } = checklist;
  const lowItems = ratedItems.flatMap(({ item, value }) =>
    value !== null && isScore(value) && value <= LOW_RATING
      ? [{ itemId: item.id, prompt: item.prompt, rating: value }]
      : [],
  );
  if (yes === answered && lowItems.length > 0) {
    return [{ kind: "checklist-yes-rating-low", answered, lowItems }];
  }
  if (no * 2 > answered && area.status === "scored" && isAtLeast(area, STRENGTH_FROM)) {
    return [{ kind: "checklist-no-ratings-high", no, answered, mean: area.mean, sum: area.sum, rated: area.rated }];
  }
  return [];
}

/** The contradiction as a sentence. */
export function formatContradiction(contradiction: Contradiction, checklistName: string, assessmentName: string): string {
  if (contradiction.kind === "checklist-yes-rating-low") {
    const { lowItems, answered } = contradiction;
    const items = lowItems.length === 1 ? "1 item" : `${lowItems.length} items`;
    return `All ${answered} answered statements in ${checklistName} are Yes, but ${assessmentName} has ${items} of this element rated 1 or 2.`;
  }
  const { no, answered } = contradiction;
  return `${no} of ${answered} answered statements in ${checklistName} are No, but ${assessmentName} gives this element a score of ${formatScore(contradiction)}.`;
}
