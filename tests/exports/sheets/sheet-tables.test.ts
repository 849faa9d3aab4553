import { describe, expect, it } from "vitest";
import { keyOf, TOOLS } from "@/tests/support/tools";
import { EXPORT_CONTENTS, type ExportOptions } from "@/lib/exports/document/export-options";
import type { SheetCell, SheetColumnKind, SheetTable } from "@/lib/exports/sheets/sheet-model";
import { personOf } from "@/lib/domain/people/person";
import { localTimeIn } from "@/lib/exports/sheets/sheet-times";
import { buildSheets } from "@/lib/exports/sheets/sheet-tables";
import { formatGapStatement, GAP_KIND_LABELS } from "@/lib/domain/readiness/gaps";
import { toolItems } from "@/lib/domain/tool/items";
import { fullExport } from "../samples/export-samples";

const EVERYTHING = { hasComments: true, hasHistory: true, hasEvidence: true } as const;

function sheetsOf(options: Partial<ExportOptions>): ReadonlyMap<string, SheetTable> {
  return new Map(buildSheets(fullExport(options)).map((table) => [table.name, table]));
}

/** The cells of one column, from top to bottom. */
function cellsOf(table: SheetTable | undefined, label: string): readonly SheetCell[] {
  const index = table?.columns.findIndex((column) => column.label === label) ?? -1;
  if (!table || index < 0) throw new Error(`No column ${label} in ${table?.name}`);
  return table.rows.map((row) => row[index] ?? null);
}

const BLANK_OR: Record<SheetColumnKind, (cell: SheetCell) => boolean> = {
  text: (cell) => typeof cell === "string" && cell !== "",
  words: (cell) => typeof cell === "string" && cell !== "",
  code: (cell) => typeof cell === "string" && cell !== "",
  number: (cell) => Number.isInteger(cell),
  decimal: (cell) => typeof cell === "number" && Number.isFinite(cell),
  score: (cell) => typeof cell === "number" && cell >= 1 && cell <= 5,
  share: (cell) => typeof cell === "number" && cell >= 0 && cell <= 1,
  date: (cell) => typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell),
  time: (cell) => typeof cell === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(cell),
};

describe("which sheets an export has", () => {
  const readiness = ["Areas", "Section scores", "Checklist summary", "Gaps", "Ratings", "Checklists"];
  const plan = ["Plan", "Plan steps", "Indicators", "Links"];

  it.each<[string, Partial<ExportOptions>, string[]]>([
    ["the toolkit", { hasEvidence: false }, ["About", "Tools", "Answers", "Table rows", ...readiness, ...plan, "Indicator values"]],
    ["the toolkit with everything", EVERYTHING, ["About", "Tools", "Answers", "Table rows", ...readiness, ...plan, "Indicator values", "Comments", "History", "Files"]],
    ["the readiness report", { content: "readiness", hasEvidence: false }, ["About", ...readiness]],
    ["the plan", { content: "plan", hasEvidence: false }, ["About", "Tools", "Answers", "Table rows", ...plan, "Indicator values"]],
    ["one worksheet", { content: "tools", tools: ["1"], hasEvidence: false }, ["About", "Tools", "Answers"]],
    ["one checklist", { content: "tools", tools: ["2"], hasEvidence: false }, ["About", "Tools", "Answers", "Checklists"]],
    ["the assessment", { content: "tools", tools: ["9"], hasEvidence: false }, ["About", "Tools", "Answers", "Ratings"]],
  ])("%s", (_name, options, names) => {
    expect([...sheetsOf(options).keys()]).toEqual(names);
  });
});

describe.each(EXPORT_CONTENTS.filter((content) => content !== "forms"))("every sheet of %s", (content) => {
  const tables = buildSheets(fullExport({ ...EVERYTHING, content, tools: content === "tools" ? ["2", "8", "9", "12"] : [] }));

  it("has a name that Excel takes, and columns that can be told apart", () => {
    const names = tables.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const { name, columns } of tables) {
      expect(name).toMatch(/^[^[\]/\\:*?']{1,31}$/);
      const labels = columns.map(({ label }) => label.toLowerCase());
      expect(new Set(labels).size, name).toBe(labels.length);
      expect(labels.filter((label) => !label.trim() || label.includes("\n"))).toEqual([]);
    }
  });

  it("keeps the type of each column, with blanks blank", () => {
    for (const { name, columns, rows } of tables) {
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        columns.forEach(({ label, kind }, index) => {
          const cell = row[index] ?? null;
          expect(cell === null || BLANK_OR[kind](cell), `${name}, ${label}: ${cell}`).toBe(true);
        });
      }
    }
  });

  it("is explained in About", () => {
    const [about, ...others] = tables;
    expect(cellsOf(about, "What")).toEqual(expect.arrayContaining(others.map(({ name }) => `Sheet “${name}”`)));
    expect(cellsOf(about, "Value")).toEqual(expect.arrayContaining(others.map(({ explanation }) => explanation)));
  });
});

describe("what the sheets say", () => {
  const document = fullExport(EVERYTHING);
  const tables = new Map(buildSheets(document).map((table) => [table.name, table]));
  const report = document.readiness!;

  it("lists every item of the toolkit once, in its order, answered or not", () => {
    const printed = TOOLS.flatMap(toolItems).filter((item) => !item.extension || document.records[item.id]);
    expect(cellsOf(tables.get("Answers"), "Item id")).toEqual(printed.map(({ id }) => id));
  });

  it("gives areas, sections and checklists the readiness report's own numbers", () => {
    const areas = tables.get("Areas");
    expect(cellsOf(areas, "Score (1 to 5)")).toEqual(
      report.areas.map(({ score }) => (score.status === "scored" ? score.mean : null)),
    );
    expect(cellsOf(areas, "Rated")).toEqual(report.areas.map(({ score }) => score.rated));
    expect(cellsOf(areas, "D/K")).toEqual(report.areas.map(({ score }) => score.dontKnow.total));
    expect(cellsOf(tables.get("Section scores"), "Statements")).toEqual(report.sections.map(({ score }) => score.total));
    const checklists = tables.get("Checklist summary");
    expect(cellsOf(checklists, "Yes")).toEqual(report.checklists.map(({ score }) => score.yes));
    expect(cellsOf(checklists, "In place")).toEqual(
      report.checklists.map(({ score }) => (score.status === "scored" ? score.inPlace : null)),
    );
  });

  it("rates each statement as it was rated, D/K never as a number", () => {
    const rated = TOOLS.filter(({ number }) => number === 9)
      .flatMap(toolItems)
      .filter(({ kind }) => kind === "rating")
      .map(({ id }) => document.records[id]?.answer ?? null);
    expect(rated).toHaveLength(42);
    expect(cellsOf(tables.get("Ratings"), "Rating")).toEqual(rated.map((value) => (typeof value === "number" ? value : null)));
    const labels = cellsOf(tables.get("Ratings"), "Label");
    expect(labels.map((label) => String(label).startsWith("D/K"))).toEqual(rated.map((value) => typeof value === "string"));
  });

  it("lists the gaps of the readiness report in their order", () => {
    const gaps = tables.get("Gaps");
    expect(cellsOf(gaps, "Order")).toEqual(report.gaps.map((_, index) => index + 1));
    expect(cellsOf(gaps, "Item id")).toEqual(report.gaps.map(({ itemId }) => itemId));
    expect(cellsOf(gaps, "Kind")).toEqual(report.gaps.map(({ kind }) => GAP_KIND_LABELS[kind]));
    expect(cellsOf(gaps, "Statement")).toEqual(report.gaps.map(formatGapStatement));
  });

  it("makes the plan a table with the toolkit's column names", () => {
    expect(tables.get("Plan")?.columns.map(({ label }) => label)).toEqual([
      "Sheet",
      "Idea",
      "Goal",
      "Is your goal SMART (Specific, Measurable, Achievable, Realistic, and Timely)?",
      "What is the timeframe?",
      "Who are the key partners and stakeholders? Existing",
      "Who are the key partners and stakeholders? Promising",
      "Who are the key partners and stakeholders? Need to cultivate",
      "Anticipated outcomes",
      "Resources, supports, or needs",
    ]);
    expect(cellsOf(tables.get("Plan"), "Sheet")).toEqual(["Idea #1", "Idea #2", "Idea #3", "Idea #4"]);
    const steps = tables.get("Plan steps");
    expect(cellsOf(steps, "Step").slice(0, 6)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(cellsOf(steps, "Line").slice(0, 6)).toEqual(["Printed", "Printed", "Printed", "Printed", "Added", "Added"]);
    expect(cellsOf(steps, "Status").slice(3, 6)).toEqual(["Not started", "Under way", "Blocked"]);
    expect(cellsOf(steps, "Due date").slice(4, 6)).toEqual(["2026-04-01", "2026-04-02"]);
    expect(cellsOf(steps, "Owner on the team").filter((owner) => String(owner).startsWith("@["))).toEqual([]);
    expect(new Set(cellsOf(tables.get("Indicators"), "Sheet"))).toEqual(new Set(["Sheet 2", "Sheet 3", "Sheet 4"]));
    expect(tables.get("Indicators")?.columns.map(({ label }) => label)).toEqual([
      "Sheet",
      "Row",
      "Evaluation Questions",
      "Indicators",
      "Data Sources",
      "Data Collection Timeframe",
    ]);
  });

  it("gives values over time as numbers and days, with who entered them", () => {
    expect(cellsOf(tables.get("Indicator values"), "Value")).toEqual([16, 18, 3.4]);
    expect(cellsOf(tables.get("Indicator values"), "Of")).toEqual([24, 25, null]);
    expect(cellsOf(tables.get("Indicator values"), "Date")).toEqual(["2026-10-01", "2026-11-01", "2026-09-15"]);
    expect(cellsOf(tables.get("Indicator values"), "Entered by")).toEqual(["Marcus Oyelaran", "Dana Whitfield", "Marcus Oyelaran"]);
  });

  it("names people by what the export names them", () => {
    expect(cellsOf(tables.get("Comments"), "Written by")).toContain("Dana Whitfield");
    expect(cellsOf(tables.get("Comments"), "Comment")).toContain("This comment was deleted.");
  });

  it("shows of a table's change the rows that changed, and what was before", () => {
    const row = (id: string, partner: string) => ({ id, cells: { partner } });
    const change = {
      kind: "answer" as const,
      itemId: "t8-s2-2",
      before: [row("a", "Clinic"), row("b", "Church")],
      after: [row("a", "Clinic"), row("b", "Shelter")],
      isRestore: false,
      by: personOf("Dana Whitfield"),
      at: "2026-11-14T20:00:00Z",
    };
    const reordered = { ...change, after: change.before.toReversed() };
    const history = buildSheets({ ...document, history: new Map([[keyOf(8), [change, reordered]]]) }).find(({ name }) => name === "History");
    expect(cellsOf(history, "Before")).toEqual(["Community Partner Name: Church", null]);
    expect(cellsOf(history, "After")).toEqual(["Community Partner Name: Shelter", null]);
    expect(cellsOf(history, "What happened")).toEqual(["Answer changed", "Rows put in another order"]);
  });
});

describe("times", () => {
  it.each([
    ["America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T01:59:59-05:00"],
    ["America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00:00-04:00"],
    ["UTC", "2026-12-31T23:59:59.999Z", "2026-12-31T23:59:59+00:00"],
    ["Asia/Kathmandu", "2026-12-31T23:59:59Z", "2027-01-01T05:44:59+05:45"],
    ["Pacific/Guam", "2026-06-30T14:00:00Z", "2026-07-01T00:00:00+10:00"],
  ])("in %s, %s is %s", (timeZone, instant, local) => {
    expect(localTimeIn(timeZone)(instant)).toBe(local);
    expect(Date.parse(local)).toBe(Math.floor(Date.parse(instant) / 1000) * 1000);
  });
});
