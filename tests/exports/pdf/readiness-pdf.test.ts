import { describe, expect, it } from "vitest";
import { formatGapStatement, GAP_KIND_LABELS } from "@/lib/domain/readiness/gaps";
import { BAND_LABELS, IN_PLACE_STATEMENT, NOT_ENOUGH_RATINGS, ruleExplanations, SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline, formatScore, formatUnscored } from "@/lib/domain/readiness/scoring";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { toolName } from "@/lib/domain/tool/items";
import { buildAreaChart } from "@/lib/readiness/area-chart";
import { buildChecklistChart } from "@/lib/readiness/checklist-chart";
import { fullExport, render } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";

describe("the readiness report in the PDF", () => {
  const document = fullExport({ content: "readiness" });
  const report = document.readiness!;

  it("prints every area, checklist, gap and rule, and draws charts described in words, as PDF/UA-1", async () => {
    const rendered = await render(document);
    expect(rendered.refusal).toBeNull();

    const pdf = await readPdf(rendered.bytes);
    const wanted = [
      formatHeadline(report.headline),
      SELF_RATING_STATEMENT,
      IN_PLACE_STATEMENT,
      formatUnscored(report.headline),
      ...report.sharedItems.map(formatSharedItem),
      ...report.areas.map(({ title, element, score }) => {
        const band = score.status === "scored" ? `${BAND_LABELS[score.band]}${formatScore(score)}` : `${NOT_ENOUGH_RATINGS}–`;
        return `${title} (${element})${band}`;
      }),
      ...report.checklists.map(({ tool, element, score }) => `${toolName(tool)} (${element})${score.yes}`),
      ...report.gaps.map((gap) => `${GAP_KIND_LABELS[gap.kind]}${formatGapStatement(gap)}${gap.answerText || "–"}`),
      ...ruleExplanations.flatMap(({ title, paragraphs, points = [] }) => [
        title,
        ...paragraphs,
        ...points.map(({ term, text }) => (term ? `${term}: ${text}` : text)),
      ]),
    ];
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter((words) => !pdf.text.includes(squash(words)))).toEqual([]);
    const charts = [buildAreaChart(report.areas, "pdf", "areas"), buildChecklistChart(report.checklists, "pdf", "checklists")];
    expect(pdf.alternatives).toEqual(expect.arrayContaining(charts.map(({ alternative }) => alternative)));
  });
});
