import { describe, expect, it } from "vitest";
import { buildToolReport, sectionItemReports } from "@/lib/domain/report/report";
import { toolItems } from "@/lib/domain/tool/items";
import { everyKindAnswers, everyKindTool } from "../exports/samples/every-kind-tool";

const META = { status: "in-progress", completed: null, locked: null, lastChange: null } as const;
const report = buildToolReport(everyKindTool, everyKindAnswers, META);
const items = report.sections.flatMap(sectionItemReports);
const byId = new Map(items.map((item) => [item.id, item]));

describe("the report of a tool", () => {
  it("holds every item of the tool once, in printed order", () => {
    expect(items.map((item) => item.id)).toEqual(toolItems(everyKindTool).map((item) => item.id));
  });

  it("survives JSON unchanged, so that any export can be made elsewhere", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("counts printed items only: an extra sheet adds nothing to the total", () => {
    expect(report.progress).toEqual({ answered: 14, total: 14 });
    expect(report.sections.at(-1)?.progress).toEqual({ answered: 0, total: 0 });
  });

  it.each([
    ["k-date", "March 31, 2026"],
    ["k-choice", "Other: Every six weeks"],
    ["k-status", "In Progress"],
    ["k-rating", "2 Disagree"],
    ["k-rate-2", "D/K: we do not know yet"],
    ["k-safety-when", "May 2, 2026"],
  ])("words the answer of %s as %s", (id, words) => {
    expect(byId.get(id)).toMatchObject({ isAnswered: true, answer: words });
  });

  it("marks the chosen option and no other", () => {
    const item = byId.get("k-status");
    const chosen = item?.kind === "status" ? item.options.filter((option) => option.isChosen) : [];
    expect(chosen.map((option) => option.label)).toEqual(["In Progress"]);
  });

  it("gives an open table's cells in column order, a missing one as empty", () => {
    expect(byId.get("k-table")).toMatchObject({
      rows: [
        ["Harbor Clinic", "April 1, 2026"],
        ["Recovery House", ""],
      ],
    });
  });

  it("prints every item blank when there are no answers", () => {
    const blank = buildToolReport(everyKindTool, {}, META).sections.flatMap(sectionItemReports);
    expect(blank.every((item) => !item.isAnswered && item.answer === "")).toBe(true);
    expect(blank).toHaveLength(items.length);
  });

  it("leaves out answers to items the tool does not hold", () => {
    const stray = buildToolReport(everyKindTool, { "no-such-item": "stray words" }, META);
    expect(JSON.stringify(stray)).not.toContain("stray words");
  });
});
