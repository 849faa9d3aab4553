import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { leadOf, partTitleOf, ratableItems } from "./round";

/** "Component 4, item 2 · The program": as short as it tells the place of an item that can be rated. */
export function placeOfItem(tool: ToolDefinition, itemId: string): string {
  const title = partTitleOf(tool, itemId);
  // A section without a title of its own goes by the tool's, which is long.
  const part = title === tool.title ? tool.label : (title.split(":")[0] ?? "");
  const number = ratableItems(tool).find(({ id }) => id === itemId)?.number;
  const place = [part, number ? `item ${number.replace(/[.)]$/, "")}` : ""].filter(Boolean).join(", ");
  const lead = leadOf(tool, itemId).replace(/[:…\s]+$/, "");
  return [place, lead].filter(Boolean).join(" · ");
}
