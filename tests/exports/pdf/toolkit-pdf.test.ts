import { beforeAll, describe, expect, it } from "vitest";
import { TOOLS } from "@/tests/support/tools";
import type { PrintBlock } from "@/lib/exports/print/print-blocks";
import { dayFormatter } from "@/lib/exports/print/print-dates";
import { printDocument } from "@/lib/exports/print/print-document";
import { printReadiness } from "@/lib/exports/print/print-readiness";
import { toolName } from "@/lib/domain/tool/items";
import { exportOf, namesAsIds, render, type RenderedPdf, renderPrinted, toolReport } from "../samples/export-samples";
import { type ReadPdf, readPdf, squash } from "./read-pdf";
import { READINESS } from "../print/readiness-sample";

const toolkit = exportOf(
  TOOLS.map((tool) => toolReport(tool, {})),
  { options: { content: "toolkit" } },
);

/** The toolkit as it is printed, with a readiness chapter whose every number is known. */
function printed() {
  const document = printDocument(toolkit);
  const [record, ...tools] = document.chapters;
  const readiness = printReadiness(READINESS, { people: namesAsIds(READINESS), day: dayFormatter(toolkit.about.timeZone) });
  return { ...document, chapters: [record!, readiness, ...tools] };
}

describe("the PDF of the whole toolkit", () => {
  let rendered: RenderedPdf;
  let pdf: ReadPdf;
  beforeAll(async () => {
    rendered = await renderPrinted(printed());
    pdf = await readPdf(rendered.bytes);
  });

  it("is PDF/UA-1, tagged, titled and in English", () => {
    expect(rendered.claimsPdfUa).toBe(true);
    expect(pdf.isMarked).toBe(true);
    expect(pdf.title).toBe("PS-COPE Toolkit – Harbor Point Police Department, North District Team");
    expect(pdf.language).toMatch(/^en/);
  });

  it("begins with a cover that names agency, team, date and the toolkit's owner", () => {
    const cover = pdf.text.slice(0, pdf.text.indexOf("Contents"));
    for (const words of [
      "Harbor Point Police Department",
      "North District Team",
      "November 22, 2026, 4:05 PM Eastern Time (America/New_York)",
      "Exported by Dana Whitfield",
      "0 of 13 tools marked complete, 0 of 257 questions answered",
      "Toolkit version 1",
      "Left out Comments, the history of every answer, and the list of supporting files",
      "National Council for Mental Wellbeing",
    ]) {
      expect(cover).toContain(squash(words));
    }
  });

  it("lists every chapter in the contents with its page, and links there", () => {
    const contents = pdf.text.slice(pdf.text.indexOf("Contents"), pdf.text.indexOf("Thistableshows"));
    for (const tool of TOOLS) {
      const [, afterName = ""] = contents.split(squash(toolName(tool)));
      expect(afterName).toMatch(/^\d+/);
    }
    expect(pdf.roles.TOCI).toBeGreaterThanOrEqual(TOOLS.length);
  });

  it("has a bookmark for every chapter, in order", () => {
    const chapters = ["Completion record", "Readiness and gap report", ...TOOLS.map(toolName)];
    expect(pdf.bookmarks.filter((title) => chapters.includes(title))).toEqual(chapters);
    expect(pdf.bookmarks).toContain("Section 1: Infrastructure Elements");
  });

  it("has headings of three levels and header cells in every table", () => {
    expect(pdf.roles.H1).toBeGreaterThanOrEqual(15);
    expect(pdf.roles.H2).toBeGreaterThan(40);
    expect(pdf.roles.H3).toBeGreaterThanOrEqual(10);
    expect(pdf.roles.Table).toBeGreaterThan(30);
    expect(pdf.roles.TH).toBeGreaterThan(100);
    expect(pdf.roles.LI).toBeGreaterThan(50);
  });

  it("keeps running heads, page numbers and repeated table heads out of the reading order", () => {
    expect(pdf.artefacts).toContain(`Page3of${pdf.pages}`);
    expect(pdf.text).not.toContain(`of${pdf.pages}`);
    // Tool 5 has twenty statements and runs over a page: its head is read once and printed twice.
    const head = squash("We have established active partnerships with:YesIn ProgressNo");
    expect(pdf.text.split(head)).toHaveLength(2);
    expect(pdf.artefacts).toContain(head);
  });

  it("describes every drawing in words", () => {
    expect(pdf.alternatives).toContain(
      "Use data: 4.3, Strength, 3 of 3 rated, 0 D/K. 2 rated 4, 1 rated 5. Be safe: not enough ratings, 1 of 4 rated, 2 D/K. 1 rated 2, 1 blank.",
    );
  });

  it("prints the readiness report with words for what has no score", () => {
    for (const words of [
      "1 of 10 areas in place",
      "Use data (IE1)Strength4.33 of 30",
      "Be safe (IE2)Not enough ratings–1 of 42",
      "Infrastructure Elements3.420 of 21",
      `${toolName(TOOLS[1]!)} (IE2)18002100% (18 of 20 answered)`,
      "All 18 answered statements in Tool 2 are Yes, but Tool 9 has 1 item of this element rated 1 or 2.",
      "has crisis response policies2 DisagreeTool 9Marcus Oyelaran, November 14, 2026",
      "rules, version 1",
      "Area scores (Tool 9)Tool 9 has 42 ratings in ten areas.",
    ]) {
      expect(pdf.text).toContain(squash(words));
    }
  });

  it("says who completed each tool and who changed it last", () => {
    const row = squash(
      `${toolName(TOOLS[0]!)}In progress0 of 36Dana Whitfield, October 2, 2026Marcus Oyelaran, November 14, 2026`,
    );
    expect(pdf.text).toContain(row);
  });

  it("is the same file for the same data", async () => {
    expect((await renderPrinted(printed())).bytes.equals(rendered.bytes)).toBe(true);
  });
});

describe("dates in the PDF", () => {
  it("are the agency's, not the server's: late evening in New York is the next day in UTC", async () => {
    const cover = async (timeZone: string) => {
      const about = { ...toolkit.about, at: "2026-11-23T03:00:00Z", timeZone };
      return readPdf((await render({ ...toolkit, tools: [], about })).bytes);
    };
    const [local, utc] = [await cover("America/New_York"), await cover("UTC")];
    expect(local.text).toContain("DateNovember22,2026");
    expect(utc.text).toContain("DateNovember23,2026");
  });
});

describe("a document the engine does not accept as PDF/UA-1", () => {
  it("is still delivered, tagged, without the claim", async () => {
    const withoutWords = (block: PrintBlock) => (block.block === "chart" ? { ...block, alternative: "" } : block);
    const document = printed();
    const chapters = document.chapters.slice(0, 2).map((chapter) => ({ ...chapter, blocks: chapter.blocks.map(withoutWords) }));
    const rendered = await renderPrinted({ ...document, chapters });
    expect(rendered.claimsPdfUa).toBe(false);
    expect(rendered.refusal).toContain("alt");
    expect((await readPdf(rendered.bytes)).isMarked).toBe(true);
  });
});
