import { describe, expect, it } from "vitest";
import { elements } from "@/content/guide/elements";
import { TOOLS } from "@/content/tools";
import { buildAreaChart } from "@/lib/report/area-chart";
import { printPalette } from "@/lib/report/chart-palette";
import { buildChecklistChart } from "@/lib/report/checklist-chart";
import type { Answer } from "@/lib/tools/answers";
import { buildReadiness } from "@/lib/tools/readiness";

function reportOf(answers: Record<string, Answer>) {
  const records = Object.entries(answers).map(([id, answer]) => [id, { answer, by: "Avery", at: "2026-03-31T14:00:00Z" }]);
  return buildReadiness({ tools: TOOLS, elements, answers: Object.fromEntries(records) });
}

const { areas, checklists } = reportOf({
  "t9-i1-1": 4,
  "t9-i1-2": 5,
  "t9-i1-3": 3,
  "t9-i2-1": 2,
  "t9-i2-2": 5,
  "t9-i3-1": 3,
  "t9-i3-2": 4,
  "t9-i3-3": 3,
  "t9-c1-1": 5,
  "t2-1": "yes",
  "t2-2": "in-progress",
  "t2-3": "no",
});

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text?.trim());

describe("the area chart", () => {
  const chart = buildAreaChart(areas, "areas");

  it("labels each bar with score and band, so that neither colour nor length is needed", () => {
    expect(textsOf(chart.svg)).toEqual(expect.arrayContaining(["4.0 Strength", "3.5 Priority", "3.3 Discuss"]));
  });

  it("shows no score for an area with too few ratings", () => {
    expect(textsOf(chart.svg).filter((text) => text === "Not enough ratings")).toHaveLength(7);
    expect(chart.svg).not.toContain("5.0");
  });

  it("gives each band a fill of its own", () => {
    expect(new Set(chart.svg.match(/fill="url\([^)]*\)"/g))).toHaveLength(2);
  });
});

describe("the checklist chart", () => {
  it("prints the count of each answer, and no zeros on the bars", () => {
    const { svg } = buildChecklistChart(checklists, "checklists");
    const counts = textsOf(svg).filter((text) => text === "1" || text === "17" || text === "12" || text === "11");
    expect(counts).toEqual(expect.arrayContaining(["1", "1", "1", "17", "12", "11"]));
    expect(textsOf(svg).filter((text) => text === "0")).toHaveLength(1);
  });
});

describe("a chart", () => {
  it("has an alternative text with every number and count", () => {
    const { alternative } = buildAreaChart(areas, "areas");
    expect(alternative).toContain("Infrastructure 2: Establish and maintain safe, secure environments: 3.5, Priority, 2 of 4 rated, 0 D/K.");
    expect(alternative).toContain("Component 1: Collaborate with recovery resources: not enough ratings, 1 of 5 rated, 0 D/K.");
    expect(buildChecklistChart(checklists, "c").alternative).toContain(
      "Tool 2: Safe and Secure Environment Checklist: 1 Yes, 1 In Progress, 1 No, 17 Blank.",
    );
  });

  it("carries no style, class or script, and only ids that start with its own", () => {
    const charts = [buildAreaChart(areas, "mine"), buildChecklistChart(checklists, "mine")];
    for (const { svg } of charts) {
      expect(svg).not.toMatch(/<style|<script| style=| class=| on\w+=/);
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.every((id) => id?.startsWith("mine-"))).toBe(true);
    }
  });

  it("uses the colours of its palette and the fills made of them, and no others", () => {
    const { svg } = buildAreaChart(areas, "areas");
    const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    const known: string[] = ["none", ...Object.values(printPalette).filter((value) => typeof value === "string"), ...Object.values(printPalette.bands)];
    expect(colors.filter((color = "") => !known.includes(color) && !/^url\(#areas-p\d+\)$/.test(color))).toEqual([]);
  });

  it("names its font", () => {
    expect(buildAreaChart(areas, "a").svg).toContain('font-family="Public Sans"');
  });

  it("treats words as data", () => {
    const hostile = areas.map((area) => ({ ...area, title: `<script>alert("1")</script> & 'more': x` }));
    const { svg } = buildAreaChart(hostile, "areas");
    expect(svg).not.toContain("<script");
    expect(textsOf(svg).join(" ")).toContain("&lt;script&gt;");
  });
});
