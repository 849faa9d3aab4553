import "server-only";
import { findTool } from "@/content/toolkits";
import type { AgendaEntry } from "@/lib/domain/meetings/agenda";
import { itemName } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { readDecisionsOf } from "@/lib/rounds/decide";
import { listRounds } from "@/lib/rounds/read-rounds";
import { loadShownRound } from "@/lib/rounds/shown-round";

/** An item that the team's work offers for a meeting, and why. */
export interface OfferedItem {
  readonly tool: ToolRef;
  readonly itemId: string;
  readonly name: string;
  readonly why: string;
}

const WHY: Partial<Record<AgendaEntry["part"], string>> = { gaps: "New gap since the last meeting", decide: "To decide" };

/** Statements on which people differed when they rated alone, and which wait for a decision; then what the agenda brings. Each once. */
export async function listOfferedItems(context: TeamContext, agenda: readonly AgendaEntry[]): Promise<readonly OfferedItem[]> {
  const offered = new Map<string, OfferedItem>();
  const offer = (tool: ToolRef, itemId: string, why: string) => {
    const found = findOpenTool(context, tool) && findTool(tool);
    const item = found && itemIndexOf(found).get(itemId);
    if (item && !offered.has(itemId)) offered.set(itemId, { tool, itemId, name: itemName(item), why });
  };
  const rounds = (await listRounds(context)).filter(({ state }) => state === "revealed" || state === "closed");
  const decisions = await readDecisionsOf(context, rounds.map(({ id }) => id));
  for (const round of rounds) {
    const shown = await loadShownRound(context, round);
    for (const [itemId, { agreement }] of shown?.items ?? []) {
      if (agreement?.isFlagged && (decisions.get(round.id)?.get(itemId)?.value ?? null) === null) offer(round.tool, itemId, `Views differ in round ${round.number}`);
    }
  }
  for (const { part, tool, itemId } of agenda) {
    const why = WHY[part];
    if (why && itemId) offer(tool, itemId, why);
  }
  return [...offered.values()];
}
