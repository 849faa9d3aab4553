import type { Item, Section, ToolDefinition } from "./definition";
import { itemName, nodeItems } from "./items";

/**
 * What tells items of the same words apart, by item id: the part of the tool they stand in ("Idea #2", "Infrastructure 3")
 * or, within one part, their printed number. Items whose words no other item of the tool has are not in it.
 */
export function placesOfRepeatedItems(tool: ToolDefinition): ReadonlyMap<string, string> {
  const byName = new Map<string, { item: Item; part: string }[]>();
  for (const section of tool.sections) {
    for (const placed of itemsWithParts(section)) {
      const name = itemName(placed.item);
      byName.set(name, [...(byName.get(name) ?? []), placed]);
    }
  }
  const repeated = [...byName.values()].filter((placed) => placed.length > 1);
  return new Map(
    repeated.flatMap((placed) =>
      placed.flatMap(({ item, part }) => {
        const isAlone = !hasSame(placed, part);
        // Its words alone tell the one that stands in a part without a name from those in parts with one.
        if (part === NO_PART && isAlone) return [];
        return [[item.id, isAlone ? part : (item.number ?? (part || item.id))] as const];
      }),
    ),
  );
}

/** Of a section that the toolkit prints without a head. */
const NO_PART = "";

function itemsWithParts(section: Section): { item: Item; part: string }[] {
  return section.nodes.flatMap((node) => {
    const part = beforeColon(node.kind === "ratings" ? node.title : (section.title ?? NO_PART));
    return nodeItems(node).map((item) => ({ item, part }));
  });
}

/** "Infrastructure 3" of "Infrastructure 3: Review and renew policies, procedures, and workflows." */
function beforeColon(title: string): string {
  return title.split(":")[0] ?? title;
}

function hasSame(placed: readonly { part: string }[], part: string): boolean {
  return placed.filter((other) => other.part === part).length > 1;
}
