import { describe, expect, test } from "vitest";
import { exportFileName } from "@/lib/exports/document/export-file-name";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { fullExport } from "./samples/export-samples";

const nameOf = (options: Partial<ExportOptions>) => exportFileName(fullExport(options), "pdf");

describe("the name of a download", () => {
  test.each<[Partial<ExportOptions>, string]>([
    [{}, "PS-COPE Toolkit, Harbor Point Police Department, 2026-11-22.pdf"],
    [{ content: "tools", tools: ["3"] }, "PS-COPE Tool 3, Harbor Point Police Department, 2026-11-22.pdf"],
    [{ content: "tools", tools: ["3", "9"], hasHistory: true }, "PS-COPE tools (with history), Harbor Point Police Department, 2026-11-22.pdf"],
    [{ names: "roles", hasComments: true, isLargePrint: true }, "PS-COPE Toolkit (roles only, with comments, large print), Harbor Point Police Department, 2026-11-22.pdf"],
    [{ content: "readiness", hasComments: true }, "PS-COPE readiness and gaps, Harbor Point Police Department, 2026-11-22.pdf"],
    [{ content: "forms", names: "roles", isLargePrint: true }, "PS-COPE blank forms (large print), Harbor Point Police Department, 2026-11-22.pdf"],
  ])("tells what it holds, whose it is and of which day: %j", (options, expected) => {
    expect(nameOf(options)).toBe(expected);
  });

  test("has the day of the reader's own time zone", () => {
    const document = fullExport({ timeZone: "Asia/Tokyo" });
    const about = { ...document.about, timeZone: "Asia/Tokyo" };
    expect(exportFileName({ ...document, about }, "json")).toBe("PS-COPE Toolkit, Harbor Point Police Department, 2026-11-23.json");
  });
});
