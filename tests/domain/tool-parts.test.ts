import { describe, expect, test } from "vitest";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, TOOLS } from "@/tests/support/tools";
import { findAssignmentTarget, listToolParts } from "@/lib/domain/tool/tool-parts";

describe("what can be assigned", () => {
  test("is the tool, its titled parts with items, and its items", () => {
    const tool = getTool(9);
    expect(findAssignmentTarget(tool, "")).toMatchObject({ kind: "tool", name: "Tool 9: Organizational Assessment" });
    expect(findAssignmentTarget(tool, "t9-components")).toMatchObject({ kind: "part", name: "Section 2: Core Components" });
    expect(findAssignmentTarget(tool, "t9-i2")?.items).toHaveLength(4);
    const [item] = toolItems(tool);
    expect(findAssignmentTarget(tool, item?.id ?? "")).toMatchObject({ kind: "item", items: [item] });
  });

  test("is nothing without items, and nothing of another tool", () => {
    expect(findAssignmentTarget(getTool(8), "t8-s5")).toBeNull();
    expect(findAssignmentTarget(getTool(8), "t9-i2")).toBeNull();
  });
});

test.each(TOOLS)("in Tool $number no part is named like an item", (tool) => {
  const ids = new Set(toolItems(tool).map(({ id }) => id));
  expect(listToolParts(tool).filter(({ id }) => ids.has(id))).toEqual([]);
});
