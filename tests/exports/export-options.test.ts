import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_EXPORT,
  EXPORT_CONTENTS,
  EXPORT_FORMATS,
  exportHref,
  type ExportOptions,
  parseExportOptions,
  toExportParameters,
} from "@/lib/exports/document/export-options";
import { TOOLS } from "@/tests/support/tools";


const parse = (query: string) => parseExportOptions(new URLSearchParams(query));

function optionsOf(query: string): ExportOptions {
  const parsed = parse(query);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.options;
}

function refusalOf(query: string): string {
  const parsed = parse(query);
  if (parsed.ok) throw new Error(`“${query}” was taken`);
  return parsed.message;
}

const anyTools = fc.subarray(TOOLS.map(({ slug }) => slug));
/** Every choice that a person can make. */
const anyOptions = fc
  .record({
    format: fc.constantFrom(...EXPORT_FORMATS),
    content: fc.constantFrom(...EXPORT_CONTENTS),
    tools: anyTools,
    hasComments: fc.boolean(),
    hasHistory: fc.boolean(),
    hasEvidence: fc.boolean(),
    names: fc.constantFrom("names" as const, "roles" as const),
    isLargePrint: fc.boolean(),
    timeZone: fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Etc/GMT+3"),
    milestone: fc.option(fc.uuid()),
    until: fc.option(fc.uuid()),
  })
  .map((options): ExportOptions => {
    const milestone = options.content === "forms" ? null : options.milestone;
    const isKept = milestone !== null;
    return { ...options, milestone, until: options.content === "compare" ? options.until : null, hasComments: options.hasComments && !isKept, hasHistory: options.hasHistory && !isKept };
  })
  .map((options): ExportOptions => {
    if (options.content === "tools") return { ...options, tools: options.tools.length > 0 ? options.tools : ["1"] };
    return options.content === "forms" ? options : { ...options, tools: [] };
  })
  // A blank form is something to write on: no spreadsheet.
  .filter(({ content, format }) => content !== "forms" || format === "pdf" || format === "docx")
  // A comparison begins with a milestone, and is for people.
  .filter(({ content, format, milestone }) => content !== "compare" || (format !== "json" && milestone !== null))
  // A brief is one page of paper.
  .filter(({ content, format }) => content !== "brief" || format === "pdf");

test("an address says every choice, and nothing but choices", () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      expect(parseExportOptions(toExportParameters(options))).toEqual({ ok: true, options });
      const href = new URL(exportHref("team", options), "http://localhost");
      expect(href.pathname).toBe("/api/teams/team/export");
      expect(parseExportOptions(href.searchParams)).toEqual({ ok: true, options });
    }),
  );
});

test("what is as usual needs no words in the address", () => {
  expect(exportHref("team", {})).toBe("/api/teams/team/export");
  expect(optionsOf("")).toEqual(DEFAULT_EXPORT);
});

describe("every parameter is read", () => {
  test.each<[string, Partial<ExportOptions>]>([
    ["format=docx", { format: "docx" }],
    ["content=readiness", { content: "readiness" }],
    ["content=brief", { content: "brief" }],
    ["content=plan", { content: "plan" }],
    ["content=tools&tool=13&tool=2&tool=13", { content: "tools", tools: ["2", "13"] }],
    ["content=forms", { content: "forms", tools: [] }],
    ["content=forms&tool=4", { content: "forms", tools: ["4"] }],
    ["comments=1", { hasComments: true }],
    ["history=1", { hasHistory: true }],
    ["evidence=0", { hasEvidence: false }],
    ["names=roles", { names: "roles" }],
    ["largePrint=1", { isLargePrint: true }],
    ["timeZone=America/Chicago", { timeZone: "America/Chicago" }],
  ])("%s", (query, changed) => {
    expect(optionsOf(query)).toEqual({ ...DEFAULT_EXPORT, ...changed });
  });
});

test("a form sends 0 for every box and 1 after it for a ticked one", () => {
  expect(optionsOf("comments=0&comments=1&evidence=0")).toMatchObject({ hasComments: true, hasEvidence: false });
});

test("tools are dropped where the content already says which", () => {
  expect(optionsOf("content=plan&tool=3").tools).toEqual([]);
});

test("a time zone this server does not know becomes UTC", () => {
  expect(optionsOf("timeZone=Mars/Olympus_Mons").timeZone).toBe("UTC");
});

describe("choices that do not go together are kept, so that a form can show them again", () => {
  test.each<[string, string, Partial<ExportOptions>]>([
    ["content=tools&comments=1", "tool", { content: "tools", hasComments: true }],
    ["content=forms&format=xlsx&tool=2", "format", { content: "forms", format: "xlsx", tools: ["2"] }],
  ])("%s", (query, parameter, changed) => {
    expect(parse(query)).toMatchObject({ ok: false, conflict: { parameter, options: { ...DEFAULT_EXPORT, ...changed } } });
  });
});

describe("a refusal names what to change", () => {
  test.each([
    ["format=xml", /^format: /],
    ["content=everything", /^content: /],
    ["content=tools", /^tool: Choose at least one tool\.$/],
    ["content=tools&tool=0", /^tool: .*such as 9/],
    ["content=tools&tool=14", /^tool: /],
    ["content=tools&tool=07", /^tool: /],
    ["content=tools&tool=7.0", /^tool: /],
    ["content=tools&tool=", /^tool: /],
    [`content=tools${"&tool=1".repeat(51)}`, /^tool: /],
    ["comments=yes", /^comments: /],
    ["history=true", /^history: /],
    ["evidence=", /^evidence: /],
    ["names=initials", /^names: /],
    ["largePrint=2", /^largePrint: /],
    [`timeZone=${"x".repeat(65)}`, /^timeZone: /],
    ["team=another", /team/],
    ["__proto__=1", /__proto__/],
    ["content=forms&format=xlsx", /Blank forms come as PDF or Word\./],
    ["content=forms&format=json", /Blank forms come as PDF or Word\./],
  ])("%s", (query, words) => {
    expect(refusalOf(query)).toMatch(words);
  });
});
