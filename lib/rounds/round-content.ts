import "server-only";
import { getTool } from "@/content/toolkits";
import { placeOfItem } from "@/lib/domain/rounds/item-place";
import { ratableItems, type RoundFacts } from "@/lib/domain/rounds/round";
import type { RoundTextItem } from "@/lib/domain/rounds/round-text";
import { scaleOf } from "@/lib/domain/rounds/round-values";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listLaterDecisions, readDecisions } from "./decide";
import { loadShownRound } from "./shown-round";

/** What a round shows and what was decided, item by item as printed: for its download and the archive. Empty before the reveal. */
export async function loadRoundContent(context: TeamContext, round: RoundFacts): Promise<readonly RoundTextItem[]> {
  const shown = await loadShownRound(context, round);
  if (!shown) return [];
  const [decisions, later] = await Promise.all([readDecisions(context, round.id), listLaterDecisions(context, round)]);
  const tool = getTool(round.tool);
  return ratableItems(tool).flatMap(({ id, kind, prompt }): RoundTextItem[] => {
    const scale = scaleOf(kind);
    const item = shown.items.get(id);
    if (!scale || !item) return [];
    return [{ id, prompt, place: placeOfItem(tool, id), scale, shown: item, notes: shown.notes.get(id) ?? [], decision: decisions.get(id) ?? null, later: later.get(id) ?? null }];
  });
}
