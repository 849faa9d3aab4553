import type { Item, Node, ToolDefinition } from "./definition";
import { itemName, nodeItems } from "./items";

/** An item as a list shows it away from its page: no other in its group has its name. */
export interface ListedItem {
  readonly id: string;
  readonly name: string;
}

/** What stands under one title. No other group of the tool has its title. */
export interface ItemGroup {
  readonly title: string;
  readonly items: readonly ListedItem[];
}

const PRINTED_SHEET = "Sheet 1";

/** What is printed before an item's own words: "Our organization". */
function leadOf(node: Node): string {
  const lead = node.kind === "checklist" ? (node.subLead ?? node.lead) : node.kind === "ratings" ? node.lead : "";
  return (lead ?? "").replace(/[:…\s]+$/, "");
}

function nameOf(node: Node, item: Item): string {
  const lead = leadOf(node);
  const name = itemName(item);
  return lead === "" ? name : `${lead}: ${name}`;
}

/** "Promising idea, 2 of 4" where the same words ask several times. */
function tellApart(items: readonly ListedItem[]): readonly ListedItem[] {
  const same = (name: string) => items.filter((one) => one.name === name);
  return items.map(({ id, name }) => {
    const all = same(name);
    return { id, name: all.length === 1 ? name : `${name.replace(/:$/, "")}, ${all.findIndex((one) => one.id === id) + 1} of ${all.length}` };
  });
}

/**
 * A tool's items by what is printed above them, in printed order: an area of statements, a section, a sheet. A sheet that is printed
 * without a number is called as the sheets after it make it.
 */
export function listItemGroups(tool: ToolDefinition): readonly ItemGroup[] {
  const hasSheets = tool.sections.some(({ title }) => title === "Sheet 2");
  const groups = new Map<string, ListedItem[]>();
  for (const section of tool.sections) {
    for (const node of section.nodes) {
      const title = node.kind === "ratings" ? node.title : (section.title ?? (hasSheets ? PRINTED_SHEET : tool.title));
      const listed = nodeItems(node).map((item) => ({ id: item.id, name: nameOf(node, item) }));
      if (listed.length > 0) groups.set(title, [...(groups.get(title) ?? []), ...listed]);
    }
  }
  return [...groups].map(([title, items]) => ({ title, items: tellApart(items) }));
}

// The toolkit's own content, the same for everyone.
const indexes = new WeakMap<ToolDefinition, ReadonlyMap<string, ListedItem & { readonly group: string }>>();

/** An item with the title it stands under. */
export function findListedItem(tool: ToolDefinition, itemId: string): (ListedItem & { readonly group: string }) | null {
  const index = indexes.get(tool) ?? new Map(listItemGroups(tool).flatMap(({ title, items }) => items.map((item) => [item.id, { ...item, group: title }] as const)));
  indexes.set(tool, index);
  return index.get(itemId) ?? null;
}
