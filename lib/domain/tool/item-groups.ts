import type { Item, Section } from "./definition";
import { nodeItems } from "./items";

/** Items that stand together in a section, under the heading printed above them if there is one. */
export interface ItemGroup {
  readonly heading?: string;
  readonly items: readonly Item[];
}

/** The items of a section in printed order, for lists that keep its headings. */
export function itemGroups({ nodes }: Section): readonly ItemGroup[] {
  const groups: { heading?: string; items: Item[] }[] = [{ items: [] }];
  for (const node of nodes) {
    if (node.kind === "heading") groups.push({ heading: node.text, items: [] });
    else groups.at(-1)?.items.push(...nodeItems(node));
  }
  return groups.filter(({ items }) => items.length > 0);
}
