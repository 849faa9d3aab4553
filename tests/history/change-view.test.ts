import { describe, expect, test } from "vitest";
import { getTool, TOOLS } from "@/tests/support/tools";
import { viewChange } from "@/lib/history/change-view";
import type { TableItem } from "@/lib/domain/tool/definition";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";

const table = toolItems(getTool(6)).find((item) => item.kind === "table") as TableItem;
const status = toolItems(getTool(3)).find((item) => item.kind === "status");
const [first, second] = table.columns.map((column) => column.id) as [string, string];
if (!status) throw new Error("Tool 3 asks for a status");

test("every item of every tool can show that it was answered", () => {
  for (const item of TOOLS.flatMap(toolItems)) {
    expect(viewChange(item, null, exampleAnswer(item)).kind, item.id).toMatch(/^(value|text|table)$/);
  }
});

test("short answers are told old and new, a blank as nothing", () => {
  expect(viewChange(status, "yes", "in-progress")).toEqual({ kind: "value", before: "Yes", after: "In Progress" });
  expect(viewChange(status, null, "no")).toEqual({ kind: "value", before: "", after: "No" });
});

test("an answer that came out the same is no change, in whatever order its parts were stored", () => {
  expect(viewChange(status, "yes", "yes")).toEqual({ kind: "none" });
  const row = (cells: Record<string, string>) => [{ id: "a", cells }];
  expect(viewChange(table, row({ [first]: "x", [second]: "y" }), row({ [second]: "y", [first]: "x" }))).toEqual({ kind: "none" });
});

describe("a table tells", () => {
  const row = (id: string, words: string, more = "") => ({ id, cells: { [first]: words, ...(more ? { [second]: more } : {}) } });

  test("which rows were added, changed and removed, and in which columns", () => {
    const change = viewChange(table, [row("a", "Clinic", "old"), row("b", "Shelter")], [row("a", "Clinic", "new"), row("c", "Court")]);
    expect(change).toMatchObject({
      kind: "table",
      isReordered: false,
      rows: [
        { kind: "changed", name: expect.stringMatching(/“Clinic”$/), cells: [{ label: table.columns[1]?.label, change: { before: "old", after: "new" } }] },
        { kind: "added", name: expect.stringMatching(/“Court”$/), cells: [{ change: { before: "", after: "Court" } }] },
        { kind: "removed", name: expect.stringMatching(/“Shelter”$/), cells: [{ change: { before: "Shelter", after: "" } }] },
      ],
    });
  });

  test("that only the order changed", () => {
    const change = viewChange(table, [row("a", "1"), row("b", "2")], [row("b", "2"), row("a", "1")]);
    expect(change).toEqual({ kind: "table", rows: [], isReordered: true });
  });
});
