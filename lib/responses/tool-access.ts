import "server-only";
import type { z } from "zod";
import { findTool } from "@/content/toolkits";
import type { Answer } from "@/lib/domain/answer/answers";
import { draftSchemaOf } from "@/lib/domain/item/item-schemas";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemsById } from "@/lib/domain/tool/items";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";

/** The tool, when the person may open it; a partner's other tools look like tools that do not exist. */
export function findOpenTool(context: TeamContext, toolRef: ToolRef): ToolDefinition | null {
  const tool = findTool(toolRef);
  if (!tool || (context.toolKeys && !context.toolKeys.includes(toolKey(toolRef)))) return null;
  return tool;
}

/** The same for somebody who was let in to it. @throws RangeError for a tool they may not open. */
export function requireOpenTool(context: TeamContext, toolRef: ToolRef): ToolDefinition {
  const tool = findOpenTool(context, toolRef);
  if (!tool) throw new RangeError(`${toolKey(toolRef)} is not open to this person`);
  return tool;
}

/** The keys of those of these tools that the person may open; all that they may open for null, and null when that is all. */
export function openKeysOf({ toolKeys }: TeamContext, refs: readonly ToolRef[] | null): readonly ToolKey[] | null {
  if (!refs) return toolKeys;
  const keys = refs.map(toolKey);
  return toolKeys ? keys.filter((key) => toolKeys.includes(key)) : keys;
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
