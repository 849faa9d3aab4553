import type { Item, ToolDefinition } from "./definition";
import { itemName, nodeItems, sectionItems, toolItems, toolName } from "./items";

export interface ToolPart {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** Areas within a section stand one step in. */
  readonly isArea: boolean;
  readonly isOnDemand?: true;
}

/** The titled parts of a tool: its sections and the areas to rate. */
export function listToolParts(tool: ToolDefinition): readonly ToolPart[] {
  return tool.sections.flatMap((section) => {
    const areas = section.nodes
      .filter((node) => node.kind === "ratings")
      .map((area) => ({ id: area.anchor, title: area.title, items: nodeItems(area), isArea: true }));
    if (!section.title) return areas;
    return [{ id: section.id, title: section.title, items: sectionItems(section), isArea: false, ...(section.onDemand && { isOnDemand: true as const }) }, ...areas];
  });
}

/** What can be given to somebody: the whole tool, one of its parts, one item. */
export interface AssignmentTarget {
  readonly kind: "tool" | "part" | "item";
  /** Anchor on the tool's page; empty for the whole tool. */
  readonly id: string;
  readonly name: string;
  readonly items: readonly Item[];
}

/** The target with this id; null when the tool has none, or nothing is to be filled in there. */
export function findAssignmentTarget(tool: ToolDefinition, id: string): AssignmentTarget | null {
  const items = toolItems(tool);
  if (id === "") return { kind: "tool", id, name: toolName(tool), items };
  const part = listToolParts(tool).find((candidate) => candidate.id === id);
  if (part) return part.items.length === 0 ? null : { kind: "part", id, name: part.title, items: part.items };
  const item = items.find((candidate) => candidate.id === id);
  return item ? { kind: "item", id, name: itemName(item), items: [item] } : null;
}
