import type { Item, ItemKind, ItemOf, NodeKind, NodeOf, ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";

/** The nodes of one kind, in printed order. */
export function nodesOf<K extends NodeKind>(tool: ToolDefinition, kind: K): NodeOf<K>[] {
  return tool.sections
    .flatMap((section) => section.nodes)
    .filter((node): node is NodeOf<K> => node.kind === kind);
}

/** The items that the toolkit prints: without our extensions. */
export function printedItems(tool: ToolDefinition): Item[] {
  return toolItems(tool).filter((item) => !item.extension);
}

export function isKind<K extends ItemKind>(kind: K): (item: Item) => item is ItemOf<K> {
  return (item): item is ItemOf<K> => item.kind === kind;
}

/** What we add to a sheet of Tool 12: to its lines, and lines beyond them. */
export const PLAN_PART = /^t12-sheet-\d-(step-\d-(owner|due|status|why)|more)$/;
