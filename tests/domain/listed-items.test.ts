import { expect, test } from "vitest";
import { findToolBySlug, TOOLS } from "@/content/toolkits";
import { placeInTool, placeOfItem, shortPlaceInTool } from "@/lib/domain/rounds/item-place";
import { ratableItems } from "@/lib/domain/rounds/round";
import { nodeItems, toolItems } from "@/lib/domain/tool/items";
import type { Node } from "@/lib/domain/tool/definition";
import { findListedItem, listItemGroups } from "@/lib/domain/tool/listed-items";

const toolOf = (slug: string) => {
  const tool = findToolBySlug(slug);
  if (!tool) throw new RangeError(`there is no tool ${slug}`);
  return tool;
};
const itemOf = (slug: string, id: string) => {
  const item = toolItems(toolOf(slug)).find((one) => one.id === id);
  if (!item) throw new RangeError(`there is no item ${id}`);
  return item;
};

test.each(TOOLS.map((tool) => [tool.slug, tool] as const))("tool %s lists each of its items once, under titles that differ, by names that differ within a title", (_slug, tool) => {
  const groups = listItemGroups(tool);
  expect(groups.flatMap(({ items }) => items.map(({ id }) => id)).toSorted()).toEqual(toolItems(tool).map(({ id }) => id).toSorted());
  expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
  for (const { items } of groups) expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
});

test("what asks the same several times is told apart, and a sheet without a printed number is the first", () => {
  expect(listItemGroups(toolOf("12"))[0]?.items.slice(0, 2).map(({ name }) => name)).toEqual([1, 2].map((place) => expect.stringMatching(new RegExp(`Promising idea, ${place} of 4$`)) as string));
  expect(listItemGroups(toolOf("13")).map(({ title }) => title)).toEqual(["Sheet 1", "Sheet 2", "Sheet 3", "Sheet 4"]);
});

test("a statement is named with what is printed before it", () => {
  expect(findListedItem(toolOf("4"), "t4-1")?.name).toBe("Our organization: Addresses workforce diversity at all levels.");
});

test.each(TOOLS.flatMap((tool) => ratableItems(tool).map((item) => [item.id, tool, item] as const)))("the place of %s names its tool once", (_id, tool, item) => {
  const place = placeInTool(tool, item);
  expect(place.split(tool.label)).toHaveLength(2);
  expect(place.startsWith(tool.label)).toBe(true);
  expect(placeOfItem(tool, item.id)).not.toContain(`${tool.label},`);
});

test("places as they are said", () => {
  expect(placeInTool(toolOf("4"), itemOf("4", "t4-1"))).toBe("Tool 4, item 1 · Our organization");
  expect(placeOfItem(toolOf("4"), "t4-1")).toBe("Item 1 · Our organization");
  expect(shortPlaceInTool(toolOf("4"), "t4-1")).toBe("Tool 4, item 1");
  const [second] = nodeItems(toolOf("13").sections.find(({ title }) => title === "Sheet 2")?.nodes[0] as Node);
  expect(second && placeInTool(toolOf("13"), second)).toBe("Tool 13. Sheet 2");
  const [idea] = toolItems(toolOf("12"));
  expect(idea && placeInTool(toolOf("12"), idea)).toBe("Tool 12, 1 of 4");
});
