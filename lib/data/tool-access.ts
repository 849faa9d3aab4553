import "server-only";
import type { z } from "zod";
import { findTool } from "@/content/tools";
import type { TeamContext } from "@/lib/auth/context";
import type { Answer } from "@/lib/tools/answers";
import type { Item, ToolDefinition } from "@/lib/tools/definition";
import { itemsById } from "@/lib/tools/items";
import { draftSchemaOf } from "@/lib/tools/item-schemas";

/** The tool, when the person may open it; a partner's other tools look like tools that do not exist. */
export function findOpenTool(context: TeamContext, toolNumber: number): ToolDefinition | null {
  const tool = findTool(toolNumber);
  if (!tool || (context.toolNumbers && !context.toolNumbers.includes(tool.number))) return null;
  return tool;
}

// Both hold the toolkit's own content, the same for everyone. Building a schema costs more than using it.
const itemIndexes = new WeakMap<ToolDefinition, ReadonlyMap<string, Item>>();
const draftSchemas = new WeakMap<Item, z.ZodType<Answer>>();

/** The tool's items by id; the same objects each time. */
export function itemIndexOf(tool: ToolDefinition): ReadonlyMap<string, Item> {
  const known = itemIndexes.get(tool) ?? itemsById(tool);
  itemIndexes.set(tool, known);
  return known;
}

export function cachedDraftSchemaOf(item: Item): z.ZodType<Answer> {
  const known = draftSchemas.get(item) ?? draftSchemaOf(item);
  draftSchemas.set(item, known);
  return known;
}
