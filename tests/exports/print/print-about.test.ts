import { describe, expect, it } from "vitest";
import { getTool } from "@/tests/support/tools";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { nameDocument, printAbout } from "@/lib/exports/print/print-about";
import { formatInstant } from "@/lib/exports/print/print-dates";
import { printDocument } from "@/lib/exports/print/print-document";
import { blankReport, exportOf, fullExport, renderPrinted } from "../samples/export-samples";
import { readPdf, squash } from "../pdf/read-pdf";

function about(options: Partial<ExportOptions>) {
  const { facts, notes } = printAbout(fullExport({ hasEvidence: false, ...options }));
  return { ...Object.fromEntries(facts.map(({ label, text }) => [label, text])), notes };
}

describe("what an export says about itself", () => {
  it("names every content", () => {
    const names = [
      {}, { content: "tools", tools: ["2", "3", "9"] }, { content: "tools", tools: ["9"] }, { content: "readiness" }, { content: "plan" },
      { content: "forms" }, { content: "forms", tools: ["9"] },
    ] as const;
    expect(names.map((options) => nameDocument(fullExport(options)))).toEqual([
      "PS-COPE Toolkit",
      "Tools 2, 3, and 9",
      "Tool 9: Organizational Assessment",
      "Readiness and gap report",
      "Operational plan and evaluation",
      "Blank forms",
      "Tool 9: Organizational Assessment (blank form)",
    ]);
  });

  it("says how complete it is, and of which versions", () => {
    expect(about({})).toMatchObject({
      Completeness: "0 of 13 tools marked complete, 234 of 257 questions answered",
      Version: "Toolkit version 1, rules version 1",
    });
    expect(about({ content: "tools", tools: ["9"] })).toMatchObject({
      Completeness: "Not yet marked complete, 40 of 44 questions answered",
      Version: "Toolkit version 1",
    });
    expect(about({ content: "readiness" })).toMatchObject({ Completeness: expect.stringMatching(/^\d+ of \d+ ratings and statements answered$/) });
    expect(about({ content: "forms" })).not.toHaveProperty("Completeness");
  });

  it("says what is in it, what is left out, and what was asked for but does not exist", () => {
    expect(about({ hasComments: true, hasEvidence: true })).toMatchObject({
      "In this document": "The answers, the readiness and gap report, comments, and the list of supporting files",
      "Left out": "The history of every answer",
      notes: ["Supporting files are listed. The files themselves stay in the workbook."],
    });
    expect(about({ content: "tools", tools: ["9"], hasComments: true })).toMatchObject({
      "In this document": "The answers and comments (there are none)",
      notes: [],
    });
  });

  it("says when people stand as roles, and that typed names stay", () => {
    expect(about({ names: "roles" }).notes).toEqual(["People are shown by their roles. Names typed into answers were not changed."]);
  });

  it("says when the person could open only some tools of the toolkit", () => {
    const sample = exportOf([blankReport(getTool(2)), blankReport(getTool(5))], { options: { content: "toolkit" } });
    expect(printAbout(sample).notes[0]).toMatch(/^This document holds Tools 2 and 5\./);
  });

  it("says whose it is on every page, in two lines at most", () => {
    const long = { agencyName: "Department of Public Safety ".repeat(7).trim(), teamName: "North District Team" };
    for (const isLargePrint of [true, false]) {
      const { running } = printDocument(exportOf([], { about: long, options: { isLargePrint } }));
      expect(running.left).toMatch(/^Department of Public Safety.*…$/);
      expect(running.left.length).toBeLessThanOrEqual(isLargePrint ? 80 : 110);
    }
  });

  it("gives the time with its zone", () => {
    expect(formatInstant("2026-11-23T03:05:00Z", "America/Los_Angeles")).toBe("November 22, 2026, 7:05 PM Pacific Time (America/Los_Angeles)");
    expect(formatInstant("2026-11-23T03:05:00Z", "UTC")).toBe("November 23, 2026, 3:05 AM Coordinated Universal Time (UTC)");
  });

  it("prints what only the engine can tell beside the rest", async () => {
    const document = { ...printDocument(fullExport({ content: "tools", tools: ["7"] })), notices: ["3 characters are shown as �."] };
    const { text } = await readPdf((await renderPrinted(document)).bytes);
    expect(text).toContain(squash("3 characters are shown as �."));
  });
});
