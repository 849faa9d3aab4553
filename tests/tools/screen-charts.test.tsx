import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AreaChart } from "@/components/report/area-chart";
import { BarFills } from "@/components/report/bar-fills";
import { ChecklistChart } from "@/components/report/checklist-chart";
import { elements } from "@/content/guide/elements";
import { TOOLS } from "@/content/tools";
import { buildReadiness } from "@/lib/tools/readiness";

const answers = { "t9-i1-1": 4, "t9-i1-2": 5, "t9-i1-3": 3, "t9-i2-1": 2, "t9-i2-2": 5, "t2-1": "yes", "t2-2": "in-progress", "t2-3": "no" } as const;
const records = Object.entries(answers).map(([id, answer]) => [id, { answer, by: "Avery", at: "2026-03-31T14:00:00Z" }]);
const { areas, checklists } = buildReadiness({ tools: TOOLS, elements, answers: Object.fromEntries(records) });

/** The words of each row, and the width of its bars. */
function rowsOf(chart: ReactNode) {
  return renderToStaticMarkup(chart)
    .split('<div class="bar-row')
    .slice(1)
    .map((row) => ({
      text: row.slice(row.indexOf(">") + 1).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim(),
      widths: [...(row.split("</svg>")[0] ?? "").matchAll(/ width="([\d.]+%)"/g)].map(([, width]) => width),
    }));
}

describe("the area chart on the page", () => {
  const rows = rowsOf(<AreaChart areas={areas} />);

  it("says score and band beside each bar, so that neither colour nor length is needed", () => {
    expect(rows[0]?.text).toMatch(/^Infrastructure 1: .* 4\.0 Strength$/);
    expect(rows[0]?.widths).toEqual(["75%"]);
    expect(rows[1]?.text).toMatch(/3\.5 Priority$/);
    expect(rows[1]?.widths).toEqual(["62.5%"]);
  });

  it("draws no bar for an area with too few ratings", () => {
    expect(rows[2]?.text).toMatch(/Not enough ratings$/);
    expect(rows[2]?.widths).toEqual([]);
  });
});

describe("the checklist chart on the page", () => {
  it("gives each part its share of the bar and says its count", () => {
    const [first, second] = rowsOf(<ChecklistChart checklists={checklists} />);
    expect(first?.text).toBe("Tool 2: Safe and Secure Environment Checklist 1 Yes 1 In Progress 1 No 17 Blank");
    expect(first?.widths).toEqual(["5%", "5%", "5%", "85%"]);
    expect(second?.text).toMatch(/ \d+ Blank$/);
  });
});

it("every fill a bar names is drawn on the page", () => {
  const fills = renderToStaticMarkup(<BarFills />);
  const used = renderToStaticMarkup(
    <>
      <AreaChart areas={areas} />
      <ChecklistChart checklists={checklists} />
    </>,
  ).matchAll(/url\(#([\w-]+)\)/g);
  for (const [, id] of used) expect(fills).toContain(`id="${id}"`);
});
