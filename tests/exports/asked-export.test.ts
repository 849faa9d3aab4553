import { describe, expect, test } from "vitest";
import { readAskedExport } from "@/components/exports/asked-export";
import type { ExportRights } from "@/lib/exports/read/export-rights";
import { DEFAULT_EXPORT, EXPORT_CONTENTS } from "@/lib/exports/document/export-options";
import { getTool, TOOLS } from "@/tests/support/tools";


const ZONE = "America/New_York";
const everything: ExportRights = { contents: EXPORT_CONTENTS, tools: TOOLS, isLimited: false };
const partner: ExportRights = { contents: ["tools", "forms"], tools: [getTool(3), getTool(8)], isLimited: false };
const limited: ExportRights = { contents: ["forms"], tools: TOOLS, isLimited: true };

describe("an address without choices shows the usual ones", () => {
  test("everything for those who may have it, with roles in place of names, in the agency's time zone", () => {
    expect(readAskedExport({}, everything, ZONE)).toEqual({ options: { ...DEFAULT_EXPORT, names: "roles", timeZone: ZONE }, problem: null });
  });

  test("with roles for whatever else the address asks for, too", () => {
    for (const content of EXPORT_CONTENTS) expect(readAskedExport({ content, tool: "9" }, everything, ZONE).options.names).toBe("roles");
  });

  test("and with names where the address says so", () => {
    expect(readAskedExport({ names: "names" }, everything, ZONE).options.names).toBe("names");
  });

  test("all of their own tools for a partner", () => {
    expect(readAskedExport({}, partner, ZONE).options).toMatchObject({ content: "tools", tools: ["3", "8"] });
  });

  test("all blank forms for those whom the agency's setting leaves nothing else", () => {
    expect(readAskedExport({}, limited, ZONE).options).toMatchObject({ content: "forms", tools: [] });
  });
});

test("choices are read from the address, repeated ones too", () => {
  const parameters = { content: "tools", tool: ["2", "4"], evidence: ["0", "1"], history: "1", timeZone: "Pacific/Guam" };
  expect(readAskedExport(parameters, everything, ZONE)).toEqual({
    options: { ...DEFAULT_EXPORT, content: "tools", tools: ["2", "4"], names: "roles", hasHistory: true, timeZone: "Pacific/Guam" },
    problem: null,
  });
});

test("choices that do not go together stay chosen, with what to change", () => {
  expect(readAskedExport({ content: "forms", format: "csv", tool: "5" }, everything, ZONE)).toMatchObject({
    options: { content: "forms", format: "csv", tools: ["5"] },
    problem: { parameter: "format", message: "Blank forms come as PDF or Word." },
  });
});

test("what is not open to the person becomes what is, and the page says so", () => {
  for (const content of ["toolkit", "plan"]) {
    const { options, problem } = readAskedExport({ content, format: "docx" }, limited, ZONE);
    expect(options).toMatchObject({ content: "forms", format: "docx" });
    expect(problem).toEqual({ parameter: null, message: expect.stringMatching(/not open to you/) });
  }
});

test("an address that nobody's form makes shows the usual choices", () => {
  for (const parameters of [{ content: "all" }, { tool: "99" }, { surprise: "1" }]) {
    const { options, problem } = readAskedExport(parameters, everything, ZONE);
    expect(options).toEqual({ ...DEFAULT_EXPORT, names: "roles", timeZone: ZONE });
    expect(problem?.message).toMatch(/could not read this address/);
  }
});
