import { expect, test } from "vitest";
import { planImport } from "@/lib/imports/import-plan";
import { pickAnswers } from "@/lib/imports/pick-answers.mjs";

const file = (indicators: unknown) => ({
  format: "ps-cope-workbook",
  version: 2,
  tools: [{ toolkit: "ps-cope", tool: "tool-13", number: 13, version: 1, status: "in-progress", answers: { "t13-goal": { kind: "text", value: "In time." } } }],
  indicators,
});

test.each([
  [[{ values: [{}, {}] }, { values: [{}] }], 3],
  [undefined, 0],
  ["three", 0],
  [[null, 7, { values: "many" }], 0],
])("values over time stay in the file, counted: %j", (indicators, count) => {
  const { report } = planImport(pickAnswers(file(indicators)));
  expect(report.state).toBe("ready");
  expect(report.leftBehind.values).toBe(count);
});
