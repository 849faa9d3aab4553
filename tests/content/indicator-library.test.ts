import { expect, test } from "vitest";
import { INDICATOR_LIBRARY } from "@/content/indicator-library";
import { MEASURE_BROADLY } from "@/content/ps-cope/indicators";
import { getTool, MAIN_TOOLKIT, TOOLKITS } from "@/content/toolkits";
import { isNarrowlyMeasured } from "@/lib/domain/indicators/narrow-measures";
import { INDICATOR_THEMES } from "@/lib/domain/indicators/indicator-library";
import { itemsById } from "@/lib/domain/tool/items";
import { gradeOfAll } from "@/tests/support/readability";
import { FIGURE_4 } from "@/content/peer-support/figures/figure-4-settings";
import { FIGURE_3 } from "@/content/peer-support/figures/figure-3-activities";
import { OUTCOMES, TENETS } from "@/content/peer-support/figures/peer-practice-texts";

const PRINTED = JSON.stringify([TOOLKITS, FIGURE_3, FIGURE_4, OUTCOMES, TENETS]);

test("what an entry says is printed stands in a toolkit, word for word", () => {
  for (const { id, from } of INDICATOR_LIBRARY) expect(PRINTED.includes(JSON.stringify(from.words).slice(1, -1)), id).toBe(true);
});

test("the sentence about what to measure is Tool 13's own", () => {
  const tool = getTool(MAIN_TOOLKIT.planFlow!.evaluation.tool);
  expect(JSON.stringify(tool.purpose)).toContain(MEASURE_BROADLY);
});

test("every theme has entries, ids are unique and permanent in their form", () => {
  const ids = INDICATOR_LIBRARY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const theme of Object.keys(INDICATOR_THEMES)) expect(INDICATOR_LIBRARY.some((entry) => entry.theme === theme), theme).toBe(true);
});

test("the library brings no note on narrow measures about, and is easy to read", () => {
  for (const { indicator } of INDICATOR_LIBRARY) expect(isNarrowlyMeasured([indicator]), indicator).toBe(false);
  expect(gradeOfAll(INDICATOR_LIBRARY.flatMap(({ question, indicator }) => [question, indicator]))).toBeLessThanOrEqual(9);
});

test("a goal names items that its sheet has", () => {
  const { tool, goals } = MAIN_TOOLKIT.planFlow!.evaluation;
  const items = itemsById(getTool(tool));
  for (const { goal, indicators, staff, sharing, review } of goals) {
    for (const id of [goal, indicators, staff, sharing, ...review]) expect(items.has(id), id).toBe(true);
  }
});
