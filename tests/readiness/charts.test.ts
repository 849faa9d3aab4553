import { describe, expect, it } from "vitest";
import { elements } from "@/content/ps-cope/guide/elements";
import { TOOLS } from "@/tests/support/tools";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import type { ChartMedium } from "@/lib/readiness/chart-layout";
import { type ChartPalette, pagePalette, pdfPalette } from "@/lib/readiness/chart-palette";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { personOf } from "@/lib/domain/people/person";
import type { Answer } from "@/lib/domain/answer/answers";
import { buildReadiness } from "@/lib/domain/readiness/readiness";

function reportOf(answers: Record<string, Answer>) {
  const records = Object.entries(answers).map(([id, answer]) => [id, { answer, by: personOf("Avery"), at: "2026-03-31T14:00:00Z" }]);
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

const MEDIA: readonly (readonly [ChartMedium, ChartPalette])[] = [
  ["page", pagePalette],
  ["pdf", pdfPalette],
];

const areaChart = (medium: ChartMedium) => buildAreaChart(areas, medium, "areas").svg;
const checklistChart = (medium: ChartMedium) => buildChecklistChart(checklists, medium, "checklists").svg;

interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The texts of a drawing and where they stand, in its own units. */
function textsOf(svg: string): DrawnText[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", text = ""]) => {
    const [, x = "0", y = "0"] = /translate\(([\d.-]+) ([\d.-]+)\)/.exec(attributes) ?? [];
    const shift = (name: string) => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(attributes)?.[1] ?? 0);
    return { text: text.trim(), x: Number(x) + shift("x"), y: Number(y) + shift("y") };
  });
}

const wordsOf = (svg: string) => textsOf(svg).map(({ text }) => text);

/** The names of the bars with the lines they are broken into. */
const namesOf = (svg: string) => wordsOf(svg).join(" ");

describe.each(MEDIA)("the charts of the %s", (medium, palette) => {
  it("label each area with score and band, so that neither colour nor length is needed", () => {
    expect(wordsOf(areaChart(medium))).toEqual(expect.arrayContaining(["4.0 Strength", "3.5 Priority", "3.3 Discuss"]));
  });

  it("show no score for an area with too few ratings", () => {
    expect(wordsOf(areaChart(medium)).filter((text) => text === "Not enough ratings")).toHaveLength(7);
    expect(areaChart(medium)).not.toContain("5.0");
  });

  it("give each band a fill of its own", () => {
    expect(new Set(areaChart(medium).match(/fill="url\([^)]*\)"/g))).toHaveLength(2);
  });

  it("print the count of each answer, and no zeros on the bars", () => {
    const counts = wordsOf(checklistChart(medium)).filter((text) => /^\d+$/.test(text));
    expect(counts).toEqual(expect.arrayContaining(["1", "1", "1", "17", "12", "11"]));
    // The PDF's axis begins at 0; the page's chart has none.
    expect(counts.filter((text) => text === "0")).toHaveLength(medium === "pdf" ? 1 : 0);
  });

  it("print whole names, and the legend of every fill", () => {
    for (const { title } of areas) expect(namesOf(areaChart(medium))).toContain(title.replace(/\.$/, ""));
    for (const { tool } of checklists) expect(namesOf(checklistChart(medium))).toContain(tool.title);
    expect(wordsOf(checklistChart(medium))).toEqual(expect.arrayContaining(["Yes", "In Progress", "No", "Blank"]));
  });

  it("carry no style, class or script, and only ids that start with their own", () => {
    for (const svg of [buildAreaChart(areas, medium, "mine").svg, buildChecklistChart(checklists, medium, "mine").svg]) {
      expect(svg).not.toMatch(/<style|<script| style=| class=| on\w+=/);
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.every((id) => id?.startsWith("mine-"))).toBe(true);
    }
  });

  it("use the colours of their palette and the fills made of them, and no others", () => {
    const { ink, muted, line, paper, bands, statuses } = palette;
    const known: readonly string[] = ["none", ink, muted, line, paper, ...Object.values(bands), ...Object.values(statuses)];
    for (const svg of [areaChart(medium), checklistChart(medium)]) {
      const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color = ""]) => color);
      expect(colors.filter((color) => !known.includes(color) && !/^url\(#(?:areas|checklists)-p\d+\)$/.test(color))).toEqual([]);
    }
  });

  it("treat words as data", () => {
    const hostile = areas.map((area) => ({ ...area, title: `<script>alert("1")</script> & 'more': x` }));
    const { svg } = buildAreaChart(hostile, medium, "areas");
    expect(svg).not.toContain("<script");
    expect(namesOf(svg)).toContain("&lt;script&gt;");
  });
});

describe("a chart on the page", () => {
  it("is no wider than a phone, in letters that stay legible there", () => {
    for (const svg of [areaChart("page"), checklistChart("page")]) {
      expect(svg).toMatch(/^<svg width="340" /);
      const sizes = [...svg.matchAll(/ font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    }
  });

  it("breaks names into two lines at most, above their bars and inside the drawing", () => {
    const texts = textsOf(areaChart("page"));
    const scores = texts.filter(({ text }) => /^\d\.\d |^Not enough/.test(text)).toSorted((a, b) => a.y - b.y);
    const lines = texts.filter(({ text, x }) => x < 10 && /[a-z]{3}/.test(text) && text !== "Not enough ratings");
    expect(scores).toHaveLength(areas.length);
    scores.forEach(({ y }, index) => {
      const before = scores[index - 1]?.y ?? 0;
      const own = lines.filter((line) => line.y > before && line.y < y);
      expect(own.length, areas[index]?.title).toBeGreaterThan(0);
      expect(own.length, areas[index]?.title).toBeLessThanOrEqual(2);
    });
  });

  it("takes the font of the page, and the PDF's names its own", () => {
    expect(areaChart("page")).not.toContain("font-family");
    expect(areaChart("pdf")).toContain('font-family="Public Sans"');
  });
});

it("a chart has an alternative text with every number and count", () => {
  const { alternative } = buildAreaChart(areas, "page", "areas");
  expect(alternative).toContain("Infrastructure 2: Establish and maintain safe, secure environments: 3.5, Priority, 2 of 4 rated, 0 D/K.");
  expect(alternative).toContain("Component 1: Collaborate with recovery resources: not enough ratings, 1 of 5 rated, 0 D/K.");
  expect(buildChecklistChart(checklists, "page", "c").alternative).toContain(
    "Tool 2: Safe and Secure Environment Checklist: 1 Yes, 1 In Progress, 1 No, 17 Blank.",
  );
});
