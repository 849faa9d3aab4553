import { placeOfItem } from "@/lib/domain/rounds/item-place";
import { type OwnRating, ratableItems } from "@/lib/domain/rounds/round";
import type { ToolDefinition } from "@/lib/domain/tool/definition";

/** One item as a rater's page draws it. */
export interface RatedItem {
  readonly id: string;
  readonly kind: "rating" | "status";
  /** What it stands under: "Component 4 · The program" */
  readonly place: string;
  readonly prompt: string;
  readonly bullets: readonly string[];
  readonly own: OwnRating;
}

const NOTHING: OwnRating = { value: null, note: "", isNoteShown: false, isLate: false };

/** The items of a round for its rater, in printed order. */
export function listRatedItems(tool: ToolDefinition, itemIds: readonly string[], own: ReadonlyMap<string, OwnRating>): readonly RatedItem[] {
  return ratableItems(tool).flatMap((item) => {
    if (!itemIds.includes(item.id) || (item.kind !== "rating" && item.kind !== "status")) return [];
    return [{
      id: item.id,
      kind: item.kind,
      place: placeOfItem(tool, item.id),
      prompt: item.prompt,
      bullets: item.kind === "status" ? (item.bullets ?? []) : [],
      own: own.get(item.id) ?? NOTHING,
    }];
  });
}
