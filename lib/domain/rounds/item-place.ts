import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import { findListedItem } from "@/lib/domain/tool/listed-items";
import { leadOf, partTitleOf, ratableItems } from "./round";
import { scaleOf } from "./round-values";

/** "Component 4, item 2"; in a tool that is not divided "item 2"; empty where neither is printed. */
function partAndNumber(tool: ToolDefinition, itemId: string): string {
  const title = partTitleOf(tool, itemId);
  const part = title === tool.title ? "" : (title.split(":")[0] ?? "");
  const number = ratableItems(tool).find(({ id }) => id === itemId)?.number;
  return [part, number ? `item ${number.replace(/[.)]$/, "")}` : ""].filter(Boolean).join(", ");
}

function withLead(tool: ToolDefinition, itemId: string, place: string): string {
  const lead = leadOf(tool, itemId).replace(/[:…\s]+$/, "");
  return [place, lead].filter(Boolean).join(" · ");
}

/** "Component 4, item 2 · The program", "Item 1 · Our organization": the place of an item that can be rated, where its tool is known. */
export function placeOfItem(tool: ToolDefinition, itemId: string): string {
  const place = withLead(tool, itemId, partAndNumber(tool, itemId));
  return place.charAt(0).toUpperCase() + place.slice(1);
}

/** The same in a sentence, with its tool: "Tool 9, Component 4, item 2", "Tool 4, item 1". */
export function shortPlaceInTool(tool: ToolDefinition, itemId: string): string {
  return [tool.label, partAndNumber(tool, itemId)].filter(Boolean).join(", ");
}

/**
 * Where any item stands, its tool first: "Tool 9. Component 4, item 2 · The program", "Tool 4, item 1 · Our organization". Of an item
 * that is not rated the title it stands under, and which of several it is that ask the same: "Tool 12. Idea #2".
 */
export function placeInTool(tool: ToolDefinition, item: Item): string {
  if (scaleOf(item.kind)) {
    const isDivided = partTitleOf(tool, item.id) !== tool.title;
    return isDivided ? `${tool.label}. ${placeOfItem(tool, item.id)}` : withLead(tool, item.id, shortPlaceInTool(tool, item.id));
  }
  const listed = findListedItem(tool, item.id);
  const which = listed && listed.name !== itemName(item) ? (/, (\d+ of \d+)$/.exec(listed.name)?.[1] ?? "") : "";
  const group = listed && listed.group !== tool.title ? listed.group : "";
  return [`${tool.label}${group ? `. ${group}` : ""}`, which].filter(Boolean).join(", ");
}
