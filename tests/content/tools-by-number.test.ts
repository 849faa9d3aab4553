import { expect, test } from "vitest";
import { AREA_IDS } from "@/content/ps-cope/framework-ids";
import { ACTION_STATUSES } from "@/lib/domain/plan/action-status";
import { PRIORITY_STATUSES } from "@/lib/domain/plan/priority-status";
import { sectionItems, toolItems } from "@/lib/domain/tool/items";
import { getTool } from "@/tests/support/tools";
import { isKind, nodesOf, PLAN_PART, printedItems } from "./tool-parts";

test("Tool 1 asks 11 questions in 3 columns and discusses 3 more", () => {
  const [grid] = nodesOf(getTool(1), "grid");
  expect(grid?.rows).toHaveLength(11);
  expect(grid?.columns.map((column) => column.label)).toEqual([
    "Data Source",
    "Date Accessed",
    "Findings",
  ]);
  const notes = toolItems(getTool(1)).filter((item) => item.prompt === "Notes:");
  expect(new Set(notes.map((item) => item.context)).size).toBe(3);
});

test("the checklists divide as printed: 9 and 11, 12, 6 and 5, 20", () => {
  const sizes = [2, 3, 4, 5].map((number) =>
    nodesOf(getTool(number), "checklist").map((list) => list.items.length),
  );
  expect(sizes).toEqual([[9, 11], [12], [6, 5], [20]]);
  expect(nodesOf(getTool(3), "checklist")[0]?.items[5]?.bullets).toHaveLength(3);
});

test("a checklist's printed numbers run on without a break and its ids hold them", () => {
  for (const number of [2, 3, 4, 5]) {
    const items = toolItems(getTool(number)).filter(isKind("status"));
    const expected = items.map((_, index) => String(index + 1));
    expect(items.map((item) => item.number)).toEqual(expected);
    expect(items.map((item) => item.id)).toEqual(expected.map((n) => `t${number}-${n}`));
  }
});

test("Tool 2's EAR table has 6, 3 and 3 bullets under Engage, Assess and Resolve", () => {
  const [table] = nodesOf(getTool(2), "reference-table");
  expect(table?.columns.map((column) => column.label)).toEqual(["Engage", "Assess", "Resolve"]);
  expect(table?.rows.map((row) => row.map((cell) => cell.length))).toEqual([[6, 3, 3]]);
  expect(table?.rows.flat().every((cell) => Array.isArray(cell))).toBe(true);
});

test("Tool 6 names 3 dimensions, gives an example per column and 4 engagement examples", () => {
  const [dimensions, examples] = nodesOf(getTool(6), "reference-table");
  expect(dimensions?.columns).toHaveLength(3);
  expect(examples?.rows).toHaveLength(4);
  const [table] = nodesOf(getTool(6), "table");
  for (const column of table?.columns ?? []) expect(column.example).toMatch(/^\(e\.g\., .+\)$/);
});

test("Tool 7 prints 4 spirit cells, 6 change-talk lines and 4 strategies of 7, 3, 1 and 3 entries", () => {
  const tool = getTool(7);
  expect(printedItems(tool)).toEqual([]);
  expect(nodesOf(tool, "reference-table")[0]?.rows[0]).toHaveLength(4);
  expect(nodesOf(tool, "heading")).toHaveLength(4);
  const strategies = tool.sections.find((section) => section.id === "t7-strategies");
  const entries = strategies?.nodes
    .slice(1)
    .filter((node) => node.kind === "list" || node.kind === "paragraph")
    .map((node) => (node.kind === "list" ? node.items.length : 1));
  expect(entries).toEqual([7, 3, 1, 3]);
  expect(nodesOf(tool, "list")[0]?.items).toHaveLength(6);
});

test("Tool 8 has 5 sections, 17 steps, 16 prompts and 20 bullets in 5 principles", () => {
  const tool = getTool(8);
  expect(tool.sections).toHaveLength(5);
  const steps = tool.sections.map((section) =>
    section.nodes.flatMap((node) => (node.kind === "step" ? [node.number] : [])),
  );
  expect(steps).toEqual([
    ["1.", "2.", "3.", "4.", "5.", "6.", "7."],
    ["1.", "2.", "3.", "4."],
    ["1.", "2."],
    ["1.", "2.", "3.", "4."],
    [],
  ]);
  const prompts = printedItems(tool).filter(
    (item) => item.kind !== "table" && !item.id.startsWith("t8-principle-"),
  );
  expect(prompts).toHaveLength(16);
  const [principles] = nodesOf(tool, "grid");
  expect(principles?.rows.map((row) => row.bullets?.length)).toEqual([5, 5, 3, 5, 2]);
});

test("Tool 8 asks how often the team meets, with words for Other", () => {
  const frequency = toolItems(getTool(8)).filter(isKind("choice"));
  expect(frequency.map((item) => item.options.map((option) => option.label))).toEqual([
    ["Weekly", "Biweekly", "Monthly", "Other"],
  ]);
  expect(frequency[0]?.otherOptionId).toBe("other");
});

test("Tool 9 rates 3, 4, 5, 5, 4 infrastructure items and 5, 4, 4, 3, 5 component items", () => {
  const areas = nodesOf(getTool(9), "ratings");
  expect(areas.map((area) => area.id)).toEqual(AREA_IDS);
  expect(areas.map((area) => area.items.length)).toEqual([3, 4, 5, 5, 4, 5, 4, 4, 3, 5]);
  expect(areas.map((area) => area.element)).toEqual([
    "IE1", "IE2", "IE3", "IE4", "IE5", "CC1", "CC2", "CC3", "CC4", "CC5",
  ]);
});

test("the follow-up item stands in Infrastructure 3 and in Infrastructure 4, as two items", () => {
  const items = toolItems(getTool(9)).filter((item) =>
    item.prompt.startsWith("has policies and procedures to bring in appropriate services"),
  );
  expect(items.map((item) => item.id)).toEqual(["t9-i3-5", "t9-i4-5"]);
  expect(new Set(items.map((item) => item.prompt)).size).toBe(1);
});

test("Tool 10 has 4 sections", () => {
  expect(getTool(10).sections).toHaveLength(4);
});

test("Tool 11 checks the vision with 5 questions in Section 1 and the mission with 6 in Section 2", () => {
  const checks = getTool(11).sections.map(
    (section) => section.nodes.filter((node) => node.kind === "choice").length,
  );
  expect(checks).toEqual([5, 6]);
  for (const item of toolItems(getTool(11)).filter(isKind("choice"))) {
    expect(item.options.map((option) => option.label)).toEqual(["Yes", "No"]);
  }
});

test("Tool 12 has 4 idea lines, 5 considerations and sheets of 17 answers, the fourth ours", () => {
  const [ideas, ...sheets] = getTool(12).sections;
  expect(ideas?.nodes.filter((node) => node.kind === "text")).toHaveLength(4);
  expect(nodesOf(getTool(12), "list")[0]?.items).toHaveLength(5);
  expect(sheets.map((sheet) => [sheet.title, sheet.layout, sheet.extension ?? false])).toEqual([
    ["Idea #1", "sheet", false],
    ["Idea #2", "sheet", false],
    ["Idea #3", "sheet", false],
    ["Idea #4", "sheet", true],
  ]);
  for (const number of [1, 2, 3, 4]) {
    const items = toolItems(getTool(12)).filter((item) => item.id.startsWith(`t12-sheet-${number}-`));
    const ours = items.filter((item) => PLAN_PART.test(item.id));
    const others = items.filter((item) => !ours.includes(item));
    expect(others).toHaveLength(17);
    expect(others.every((item) => (item.extension ?? false) === (number === 4))).toBe(true);
    // An owner, a due date, a status and why it is blocked for each of four lines, and a table of further ones.
    expect(ours).toHaveLength(4 * 4 + 1);
    expect(ours.every((item) => item.extension)).toBe(true);
  }
});

test("Tool 8's priorities, beside its printed box, and Tool 12's lines have the statuses that the workbook reckons with", () => {
  const optionsOf = (number: number, id: string) => {
    const item = toolItems(getTool(number)).find((candidate) => candidate.id === id);
    if (item?.kind === "choice") return item.options;
    return item?.kind === "table" ? item.columns.find(({ kind }) => kind === "choice")?.options : undefined;
  };
  expect(optionsOf(8, "t8-s3-priorities")?.map(({ id }) => id)).toEqual(PRIORITY_STATUSES);
  expect(optionsOf(12, "t12-sheet-2-step-3-status")?.map(({ id }) => id)).toEqual(ACTION_STATUSES);
  expect(optionsOf(12, "t12-sheet-2-more")?.map(({ id }) => id)).toEqual(ACTION_STATUSES);
});

test("Tool 13 is printed once; three sheets of ours ask the same of other goals, each on demand", () => {
  const [plan, review, ...added] = getTool(13).sections;
  const asked = [plan, review].flatMap((section) => (section ? sectionItems(section) : []));
  expect(added.map(({ id, extension, onDemand }) => [id, extension, onDemand])).toEqual(
    [2, 3, 4].map((number) => [`t13-sheet-${number}`, true, true]),
  );
  for (const [index, section] of added.entries()) {
    const items = sectionItems(section);
    expect(items.every(({ extension }) => extension)).toBe(true);
    expect(items.map(({ id }) => id.replace(`t13-${index + 2}-`, "t13-"))).toEqual(asked.map(({ id }) => id));
    expect(items.map(({ prompt }) => prompt)).toEqual(asked.map(({ prompt }) => prompt));
  }
});

test("Tool 13 asks one question per column", () => {
  const [table] = nodesOf(getTool(13), "table");
  expect(table?.columns.map((column) => column.question?.endsWith("?"))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
