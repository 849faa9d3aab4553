import { expect, test } from "vitest";
import { findToolBySlug } from "@/content/toolkits";
import type { Item } from "@/lib/domain/tool/definition";
import { gridCells, toolItems } from "@/lib/domain/tool/items";
import { getTool, TOOLS } from "@/tests/support/tools";
import { isKind, nodesOf, PLAN_PART, printedItems } from "./tool-parts";

const all = TOOLS.flatMap(printedItems);
const cellIds = new Set(
  TOOLS.flatMap((tool) => nodesOf(tool, "grid").flatMap(gridCells)).map((cell) => cell.id),
);
const checkQuestions = all.filter((item) => /^t11-(vision|mission)-check-/.test(item.id));

test("the tools stand in toolkit order and each id holds the tool's number", () => {
  expect(TOOLS.map((tool) => tool.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  for (const tool of TOOLS) expect(tool.ref).toEqual({ toolkitId: "ps-cope", toolId: `tool-${tool.number}` });
});

test("each tool has the kind, element, fixed answer cells and open tables that the toolkit prints", () => {
  const counted = TOOLS.map((tool) => [
    tool.number,
    tool.kind,
    tool.element,
    printedItems(tool).filter((item) => item.kind !== "table").length,
    printedItems(tool).filter((item) => item.kind === "table").length,
  ]);
  expect(counted).toEqual([
    [1, "worksheet", "IE1", 36, 0],
    [2, "checklist", "IE2", 22, 0],
    [3, "checklist", "IE3", 12, 0],
    [4, "checklist", "IE4", 11, 0],
    [5, "checklist", "CC1", 20, 0],
    [6, "worksheet", "CC2", 0, 1],
    [7, "reference", "CC3", 0, 0],
    [8, "worksheet", "IS1", 21, 5],
    [9, "assessment", "IS2", 44, 0],
    [10, "worksheet", "IS4", 8, 1],
    [11, "worksheet", "IS4", 13, 0],
    [12, "worksheet", "IS5", 55, 0],
    [13, "template", "IS8", 7, 1],
  ]);
});

test("the toolkit holds 249 fixed cells: 63 statuses, 42 ratings, 11 checks, 62 grid cells, 71 prompts", () => {
  const fixed = all.filter((item) => item.kind !== "table");
  const statuses = fixed.filter(isKind("status"));
  const ratings = fixed.filter(isKind("rating"));
  const printedCells = fixed.filter((item) => cellIds.has(item.id));
  expect(fixed).toHaveLength(249);
  expect(statuses).toHaveLength(63);
  expect(ratings).toHaveLength(42);
  expect(checkQuestions).toHaveLength(11);
  expect(printedCells).toHaveLength(62);
  const others = new Set<Item>([...statuses, ...ratings, ...checkQuestions, ...printedCells]);
  const prompts = fixed.filter((item) => !others.has(item));
  expect(prompts).toHaveLength(71);
  expect(prompts.filter((item) => item.prompt.startsWith("Notes"))).toHaveLength(7);
});

test("the eight open tables have 24 columns together", () => {
  const tables = all.filter(isKind("table"));
  expect(tables.map((table) => [table.id, table.columns.length])).toEqual([
    ["t6-partners", 3],
    ["t8-s1-2", 2],
    ["t8-s1-3", 4],
    ["t8-s2-2", 3],
    ["t8-s2-3", 2],
    ["t8-s2-4", 2],
    ["t10-messages", 4],
    ["t13-questions", 4],
  ]);
  expect(tables.flatMap((table) => table.columns)).toHaveLength(24);
});

test("single dates are dates and cells for several dates are texts", () => {
  const dates = all.filter(isKind("date")).filter((item) => !cellIds.has(item.id));
  expect(dates.map((item) => item.id)).toEqual(["t8-s1-5-a", "t8-s2-1"]);
  const columns = [...nodesOf(getTool(1), "grid"), ...all.filter(isKind("table"))]
    .flatMap((table) => table.columns)
    .filter((column) => /\bDate/.test(column.label));
  expect(columns.map((column) => [column.label, column.kind])).toEqual([
    ["Date Accessed", "date"],
    ["Date of Initial Discussion/Meeting", "date"],
    ["Date of Discussion(s) or Meeting(s)", "text"],
    ["Date of Discussion(s) or Meeting(s)", "text"],
  ]);
});

test("our own additions are the notes of Tool 7, the priorities of Tool 8, what a plan needs in Tool 12, its fourth idea and Tool 13's further sheets, nothing else", () => {
  const extensions = TOOLS.flatMap(toolItems).filter((item) => item.extension);
  const other = extensions.filter(({ id }) => !/^t12-sheet-4-|^t13-[234]-/.test(id) && !PLAN_PART.test(id));
  expect(other.map((item) => item.id)).toEqual(["t7-notes", "t8-s3-priorities"]);
});

test("a tool is found by its number", () => {
  expect(findToolBySlug("14")).toBeNull();
  expect(() => getTool(0)).toThrow(RangeError);
  for (const tool of TOOLS) expect(getTool(tool.number)).toBe(tool);
});
