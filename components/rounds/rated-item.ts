import { toolkitOf } from "@/content/toolkits";
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
  /** Our plain words beside it, where there are any. */
  readonly plain?: string;
  readonly own: OwnRating;
}

const NOTHING: OwnRating = { value: null, note: "", isNoteShown: false, isLate: false };

/** The items of a round for its rater, in printed order. @param hasPlainWords the team's choice for its tools */
export function listRatedItems(tool: ToolDefinition, itemIds: readonly string[], own: ReadonlyMap<string, OwnRating>, hasPlainWords: boolean): readonly RatedItem[] {
  const { plainWords } = toolkitOf(tool.ref);
  return ratableItems(tool).flatMap((item) => {
    if (!itemIds.includes(item.id) || (item.kind !== "rating" && item.kind !== "status")) return [];
    const plain = hasPlainWords ? plainWords.get(item.id) : undefined;
    return [{
      id: item.id,
      kind: item.kind,
      place: placeOfItem(tool, item.id),
      prompt: item.prompt,
      bullets: item.kind === "status" ? (item.bullets ?? []) : [],
      ...(plain === undefined ? {} : { plain }),
      own: own.get(item.id) ?? NOTHING,
    }];
  });
}
