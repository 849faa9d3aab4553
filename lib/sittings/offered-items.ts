import "server-only";
import { findTool } from "@/content/toolkits";
import type { AgendaEntry } from "@/lib/domain/meetings/agenda";
import { findListedItem } from "@/lib/domain/tool/listed-items";
import { placeInTool } from "@/lib/domain/rounds/item-place";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { formatDay } from "@/lib/domain/text/due-words";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { listOpenDisagreements } from "@/lib/rounds/open-disagreements";

/** An item that the team's work offers for a meeting, and why. */
export interface OfferedItem {
  readonly tool: ToolRef;
  readonly itemId: string;
  /** With what is printed before it: "Our organization: offers …". */
  readonly name: string;
  /** "Tool 4, item 1" */
  readonly place: string;
  readonly why: string;
}

const WHY: Partial<Record<AgendaEntry["part"], string>> = { gaps: "New gap since the last meeting", decide: "To decide" };

/** Without what is printed before the item, which its name begins with. */
function shortPlace(tool: ToolDefinition, item: Item): string {
  return placeInTool(tool, item).split(" · ")[0] ?? "";
}

/**
 * Statements on which people differed when they rated alone or voted in a meeting, as long as nothing was decided on them since; then
 * what the agenda brings. Each once.
 */
export async function listOfferedItems(context: TeamContext, agenda: readonly AgendaEntry[]): Promise<readonly OfferedItem[]> {
  const offered = new Map<string, OfferedItem>();
  const offer = (tool: ToolRef, itemId: string, why: string) => {
    const found = findOpenTool(context, tool) && findTool(tool);
    const item = found && itemIndexOf(found).get(itemId);
    if (item && !offered.has(itemId)) offered.set(itemId, { tool, itemId, name: findListedItem(found, itemId)?.name ?? item.prompt, place: shortPlace(found, item), why });
  };
  const open = await listOpenDisagreements(context);
  for (const { heldOn, tool, itemId } of open) if (heldOn !== null) offer(tool, itemId, `Views differed in the meeting on ${formatDay(heldOn)}`);
  for (const { sittingId, number, tool, itemId } of open) if (sittingId === null) offer(tool, itemId, `Views differ in round ${number}`);
  for (const { part, tool, itemId } of agenda) {
    const why = WHY[part];
    if (why && itemId) offer(tool, itemId, why);
  }
  return [...offered.values()];
}
