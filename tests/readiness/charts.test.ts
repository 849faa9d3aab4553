import { describe, expect, it } from "vitest";
import { elements } from "@/content/ps-cope/guide/elements";
import { TOOLS } from "@/tests/support/tools";
import { buildAreaChart, drawAreas } from "@/lib/readiness/area-chart";
import { drawAreaMarks, fluidFrame } from "@/lib/readiness/area-marks";
import type { ChartMedium } from "@/lib/readiness/chart-layout";
import { pagePalette, pdfPalette } from "@/lib/readiness/chart-palette";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { personOf } from "@/lib/domain/people/person";
import type { Answer } from "@/lib/domain/answer/answers";
import { buildReadiness } from "@/lib/domain/readiness/readiness";

function reportOf(answers: Record<string, Answer>) {
  const records = Object.entries(answers).map(([id, answer]) => [id, { answer, by: personOf("Avery"), at: "2026-03-31T14:00:00Z" }]);
  return buildReadiness({ tools: TOOLS, elements, answers: Object.fromEntries(records), flagged: new Set() });
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

const MEDIA: readonly ChartMedium[] = ["pdf", "large-print"];

const areaChart = (medium: ChartMedium) => buildAreaChart(areas, medium).svg;
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

/** The areas of the page, each by its place. */
const rowOf = (index: number) => drawAreas(areas).rows[index]!;

describe.each(MEDIA)("the drawing of the areas for %s", (medium) => {
  it("says each band in a word and each score as a number, so that neither colour nor place is needed", () => {
    const words = wordsOf(areaChart(medium));
    expect(words).toEqual(expect.arrayContaining(["4.0", "3.5", "3.3", "Strength", "Priority", "Discuss"]));
  });

  it("shows no score for an area with too few ratings, and words instead", () => {
    expect(wordsOf(areaChart(medium)).filter((text) => text === "Too few ratings")).toHaveLength(7);
    expect(wordsOf(areaChart(medium))).not.toContain("5.0");
  });

  it("prints whole names", () => {
    for (const { title } of areas) expect(namesOf(areaChart(medium))).toContain(title.replace(/\.$/, "").split(" ").slice(0, 3).join(" "));
  });

  it("carries no style, class or script, and treats words as data", () => {
    const hostile = areas.map((area) => ({ ...area, title: `<script>alert("1")</script> & 'more': x` }));
    const { svg } = buildAreaChart(hostile, medium);
    expect(svg).not.toMatch(/<style|<script| style=| class=| on\w+=| id=/);
    expect(svg).toContain("&lt;script&gt;");
  });

  it("uses the colours of its palette and no others", () => {
    const { ink, muted, line, paper, dot, low } = pdfPalette;
    const colors = [...areaChart(medium).matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color = ""]) => color);
    expect(new Set(colors.filter((color) => !["none", ink, muted, line, paper, dot, low].includes(color)))).toEqual(new Set());
  });
});

describe("the drawing of an area on the page", () => {
  it("has one mark for each item: dots on the scale, and D/K and blanks beside it", () => {
    // i2: a 2, a 5, two blanks.
    const { marks } = rowOf(1);
    expect(marks.match(/<circle [^>]*fill="var\(--primary\)"/g)).toHaveLength(1);
    expect(marks.match(/<path [^>]*fill="var\(--warm\)"/g)).toHaveLength(1);
    expect(marks.match(/stroke-dasharray="2 2"/g)).toHaveLength(2);
  });

  it("stands where its score is: 1.0 is seen at the scale's beginning, 5.0 at its end", () => {
    const place = (rating: 1 | 5) => {
      const [area] = reportOf({ "t9-i1-1": rating, "t9-i1-2": rating, "t9-i1-3": rating }).areas;
      const { marks } = drawAreas([area!]).rows[0]!;
      return Number(/<svg x="([\d.]+)%"[^>]*><circle r="12"/.exec(marks)?.[1]);
    };
    expect(place(1)).toBe(5);
    expect(place(5)).toBe(75);
  });

  it("follows the reader's colours and font, and is as wide as it is shown", () => {
    expect(rowOf(0).marks).not.toMatch(/font-family|#[0-9a-f]{6}/);
  });

  it("draws the round before, the target and the spread where there are any, and else nothing of them", () => {
    const frame = fluidFrame(pagePalette);
    const plain = drawAreaMarks(areas[0]!, frame);
    const full = drawAreaMarks(areas[0]!, frame, { previous: 3, target: 4.5, spread: [3, 5] });
    expect(plain).not.toContain("stroke-opacity");
    expect(full).toContain("stroke-opacity");
    expect(full.length).toBeGreaterThan(plain.length);
    expect(drawAreaMarks(areas[0]!, frame, { previous: 4 })).toContain('<circle r="15"');
  });
});

describe.each(MEDIA)("the chart of the checklists for %s", (medium) => {
  it("prints the count of each answer, and no zeros on the bars", () => {
    const counts = wordsOf(checklistChart(medium)).filter((text) => /^\d+$/.test(text));
    expect(counts).toEqual(expect.arrayContaining(["1", "1", "1", "17", "12", "11"]));
    // Beside the names there is an axis, which begins at 0.
    expect(counts.filter((text) => text === "0")).toHaveLength(medium === "pdf" ? 1 : 0);
  });

  it("prints whole names, and the legend of every fill", () => {
    for (const { tool } of checklists) expect(namesOf(checklistChart(medium))).toContain(tool.title);
    expect(wordsOf(checklistChart(medium))).toEqual(expect.arrayContaining(["Yes", "In Progress", "No", "Blank"]));
  });

  it("carries no style, class or script, and only ids that start with its own", () => {
    const { svg } = buildChecklistChart(checklists, medium, "mine");
    expect(svg).not.toMatch(/<style|<script| style=| class=| on\w+=/);
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id?.startsWith("mine-"))).toBe(true);
  });

  it("uses the colours of its palette and the fills made of them, and no others", () => {
    const { ink, muted, line, paper, statuses } = pdfPalette;
    const known: readonly string[] = ["none", ink, muted, line, paper, ...Object.values(statuses)];
    const colors = [...checklistChart(medium).matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color = ""]) => color);
    expect(colors.filter((color) => !known.includes(color) && !/^url\(#checklists-p\d+\)$/.test(color))).toEqual([]);
  });
});

it("a drawing has an alternative text with every number and count", () => {
  const { alternative } = buildAreaChart(areas, "pdf");
  expect(alternative).toContain("Infrastructure 2: Establish and maintain safe, secure environments: 3.5, Priority, 2 of 4 rated, 0 D/K. 1 rated 2, 1 rated 5, 2 blank.");
  expect(alternative).toContain("Component 1: Collaborate with recovery resources: not enough ratings, 1 of 5 rated, 0 D/K.");
  expect(rowOf(1).alternative).toBe("Infrastructure 2: Establish and maintain safe, secure environments: 3.5, Priority, 2 of 4 rated, 0 D/K. 1 rated 2, 1 rated 5, 2 blank.");
  expect(buildChecklistChart(checklists, "pdf", "c").alternative).toContain(
    "Tool 2: Safe and Secure Environment Checklist: 1 Yes, 1 In Progress, 1 No, 17 Blank.",
  );
});
