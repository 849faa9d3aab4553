import { describe, expect, test } from "vitest";
import { findToolStep, listToolSteps, WHOLE_TOOL } from "@/lib/domain/tool/tool-steps";
import { getTool, TOOLS } from "@/tests/support/tools";

describe("a tool that is shown step by step", () => {
  test("is a long one with titled sections; short ones stay on one page", () => {
    const stepped = TOOLS.filter((tool) => listToolSteps(tool).length > 0).map(({ number }) => number);
    expect(stepped).toContain(9);
    expect(stepped).toContain(12);
    expect(stepped).not.toContain(2);
    expect(stepped).not.toContain(3);
  });

  test.each(TOOLS)("leaves out no section of Tool $number, names none twice and keeps their order", (tool) => {
    const steps = listToolSteps(tool);
    if (steps.length === 0) return;
    expect(steps.flatMap(({ sectionIds }) => sectionIds)).toEqual(tool.sections.map(({ id }) => id));
    expect(steps.every(({ id, sectionIds, title }) => sectionIds.includes(id) && title !== "")).toBe(true);
  });

  test("shows the section that an address names, the first for anything else, and all of it on request", () => {
    const steps = listToolSteps(getTool(9));
    expect(findToolStep(steps, "t9-components")?.id).toBe("t9-components");
    expect(findToolStep(steps, undefined)?.id).toBe("t9-infrastructure");
    expect(findToolStep(steps, "no-such-section")?.id).toBe("t9-infrastructure");
    expect(findToolStep(steps, WHOLE_TOOL)).toBeNull();
  });
});
