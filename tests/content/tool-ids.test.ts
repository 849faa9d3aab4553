import { expect, test } from "vitest";
import type { Item } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { isMainTool, TOOLKITS } from "@/content/toolkits";
import { LOCKED_ITEMS as MAIN_ITEMS } from "./locked-item-ids";
import { LOCKED_PEER_ITEMS } from "./locked-peer-item-ids";

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const LOCKED_ITEMS = [...MAIN_ITEMS, ...LOCKED_PEER_ITEMS];

/** Also what one person fills in alone: its answers are stored by the same ids. */
const TOOLS = TOOLKITS.flatMap(({ tools, personal }) => [...tools, ...personal]);
const items = TOOLS.flatMap(toolItems);
const itemById = new Map(items.map((item) => [item.id, item]));

/** Ids that stored answers refer to inside an item: columns with their kinds, options. */
function partsOf(item: Item): string[] {
  if (item.kind === "table") return item.columns.map((column) => `${column.id}:${column.kind}`);
  if (item.kind === "choice") return item.options.map((option) => option.id);
  return [];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

test("item ids are unique in all toolkits, kebab-case, and begin with their tool", () => {
  expect(repeated(items.map((item) => item.id))).toEqual([]);
  for (const tool of TOOLS) {
    for (const item of toolItems(tool)) {
      expect(item.id).toMatch(KEBAB_CASE);
      expect(item.id.startsWith(isMainTool(tool.ref) ? `t${tool.number}-` : "p"), item.id).toBe(true);
    }
  }
});

test("sections, blocks and items can be anchors of one page: no id is used twice", () => {
  for (const tool of TOOLS) {
    const blockIds = tool.sections
      .flatMap((section) => section.nodes)
      .flatMap((node) =>
        node.kind === "checklist" || node.kind === "ratings" || node.kind === "grid"
          ? [node.id, ...(node.kind === "grid" ? node.rows.map((row) => row.id) : [])]
          : [],
      );
    const itemIds = toolItems(tool).map((item) => item.id);
    const ids = [...tool.sections.map((section) => section.id), ...blockIds, ...itemIds];
    expect(repeated(ids)).toEqual([]);
    for (const id of ids) expect(id).toMatch(KEBAB_CASE);
  }
});

test("columns and options are unique and kebab-case within their item", () => {
  for (const item of items) {
    const ids = partsOf(item).map((part) => part.replace(/:.*/, ""));
    expect(repeated(ids), item.id).toEqual([]);
    for (const id of ids) expect(id).toMatch(KEBAB_CASE);
    if (item.kind === "choice" && item.otherOptionId) expect(ids).toContain(item.otherOptionId);
  }
});

test("items may be added but never removed, renamed or changed in kind", () => {
  for (const [id, kind] of LOCKED_ITEMS) expect([id, itemById.get(id)?.kind]).toEqual([id, kind]);
});

test("columns and options may be added but never removed, renamed or changed in kind", () => {
  for (const [id, , parts = []] of LOCKED_ITEMS) {
    const item = itemById.get(id);
    expect([id, item ? partsOf(item) : []]).toEqual([id, expect.arrayContaining([...parts])]);
  }
});

test("every item is in the locked list, in toolkit order", () => {
  expect(items.map((item) => item.id)).toEqual(LOCKED_ITEMS.map(([id]) => id));
});
