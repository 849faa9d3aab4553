import { describe, expect, test } from "vitest";
import { placesOfRepeatedItems } from "@/lib/domain/tool/item-places";
import { itemName, toolItems } from "@/lib/domain/tool/items";
import { getTool, TOOLS } from "@/tests/support/tools";

describe("what tells items of the same words apart", () => {
  test.each(TOOLS)("makes every name in Tool $number unique", (tool) => {
    const places = placesOfRepeatedItems(tool);
    const names = toolItems(tool).map((item) => [places.get(item.id), itemName(item)].filter(Boolean).join(": "));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("is the part they stand in, or within one part their printed number", () => {
    expect(placesOfRepeatedItems(getTool(12)).get("t12-sheet-2-goal")).toBe("Idea #2");
    expect(placesOfRepeatedItems(getTool(9)).get("t9-i4-5")).toBe("Infrastructure 4");
    expect(placesOfRepeatedItems(getTool(10)).get("t10-key-point-3")).toBe("3");
  });

  test("is said of no item whose words no other has", () => {
    expect(placesOfRepeatedItems(getTool(9)).size).toBe(2);
    expect(placesOfRepeatedItems(getTool(3)).size).toBe(0);
  });
});
