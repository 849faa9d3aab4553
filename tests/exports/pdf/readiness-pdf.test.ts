import { describe, expect, it } from "vitest";
import { buildReadinessModel } from "@/lib/exports/print/readiness-model";
import { fullExport, render } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";

describe("the readiness report in the PDF", () => {
  const document = fullExport({ content: "readiness" });
  const model = buildReadinessModel(document.readiness!);

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
