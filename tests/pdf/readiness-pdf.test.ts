import { describe, expect, it } from "vitest";
import { elements } from "@/content/guide/elements";
import { TOOLS } from "@/content/tools/index";
import { buildReadinessModel } from "@/lib/print/readiness-model";
import { exampleAnswer } from "@/lib/tools/item-schemas";
import { toolItems } from "@/lib/tools/items";
import { buildReadiness } from "@/lib/tools/readiness";
import { exportOf, render, toolReport } from "./export-samples";
import { readPdf, squash } from "./read-pdf";

/** Every second item answered with its example: scores, gaps, unknowns and blanks side by side. */
function halfAnswered() {
  const items = TOOLS.flatMap(toolItems).filter((_item, index) => index % 2 === 0);
  return Object.fromEntries(
    items.map((item) => [item.id, { answer: exampleAnswer(item), by: "Avery Stone", at: "2026-03-31T14:00:00Z" }]),
  );
}

describe("the readiness report in the PDF", () => {
  const model = buildReadinessModel(buildReadiness({ tools: TOOLS, elements, answers: halfAnswered() }));
  const document = exportOf(TOOLS.map((tool) => toolReport(tool, {})), { kind: "toolkit", readiness: model });

  it("prints every area, checklist, gap and rule, and draws charts described in words, as PDF/UA-1", async () => {
    const rendered = await render(document);
    expect(rendered.refusal).toBeNull();

    const pdf = await readPdf(rendered.bytes);
    const wanted = [
      model.headline,
      ...model.summary,
      ...model.areas.map((area) => `${area.title} (${area.element})${area.band}${area.score ?? "–"}`),
      ...model.checklists.map((checklist) => `${checklist.toolName} (${checklist.element})${checklist.yes}`),
      ...model.gaps.flatMap((element) => element.entries.map((gap) => `${gap.kind}${gap.prompt}${gap.answer || "–"}`)),
      ...model.explanation.flatMap(({ title, paragraphs, points }) => [title, ...paragraphs, ...points]),
    ];
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter((words) => !pdf.text.includes(squash(words)))).toEqual([]);
    expect(model.charts.length).toBeGreaterThan(0);
    expect(pdf.alternatives).toEqual(expect.arrayContaining(model.charts.map((chart) => chart.alternative)));
  });
});
