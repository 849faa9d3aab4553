import { expect, test } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { getTool } from "@/tests/support/tools";
import type { HistoryChange } from "@/lib/exports/document/export-document";
import type { PrintCell } from "@/lib/exports/print/print-blocks";
import { printHistory } from "@/lib/exports/print/print-history";
import type { Answer } from "@/lib/domain/answer/answers";
import { toolItems } from "@/lib/domain/tool/items";
import { blankReport, DANA, MARCUS, namesAsIds } from "../samples/export-samples";

const tool = getTool(8);
const report = blankReport(tool);
const [text, other] = toolItems(tool).filter(({ kind }) => kind === "text").map(({ id }) => id) as [string, string];
const table = toolItems(tool).find(({ kind }) => kind === "table")!;

function change(itemId: string, before: Answer | null, after: Answer | null, at: string, by = DANA) {
  return { kind: "answer", itemId, before, after, isRestore: false, by: personOf(by), at } as const satisfies HistoryChange;
}

function words(cell: PrintCell): string {
  if (cell.cell !== "text") return "text" in cell ? cell.text : "";
  return [cell.text, ...(cell.bullets ?? [])].filter(Boolean).join(" | ");
}

/** Every day's title and rows, in words. */
function print(changes: readonly HistoryChange[], timeZone = "America/New_York"): (string | string[])[] {
  return printHistory(report, changes, { people: namesAsIds(changes), timeZone }).flatMap((block): (string | string[])[] => {
    if (block.block === "heading" && block.level === 3) return [block.text];
    return block.block === "table" ? block.rows.map((row) => row.map(words)) : [];
  });
}

/** How one change reads. */
function read(itemId: string, before: Answer | null, after: Answer | null): string {
  const [, row] = print([change(itemId, before, after, "2026-11-14T20:00:00Z")]);
  return row?.[3] ?? "";
}

test("changes stand under their day, newest first, with time, person, question and what was changed", () => {
  const printed = print([
    { kind: "status", status: "completed-and-locked", by: personOf(MARCUS), at: "2026-11-16T02:30:00Z" },
    change(text, "Monthly", "Weekly", "2026-11-14T20:10:00Z"),
    { ...change(other, null, "At the station", "2026-11-14T20:00:00Z", MARCUS), isRestore: true },
  ]);
  expect(printed).toMatchObject([
    "Sunday, November 15, 2026",
    ["9:30 PM", MARCUS, "The whole tool", "Marked complete and locked"],
    "Saturday, November 14, 2026",
    ["3:10 PM", DANA, expect.any(String), "Before: Monthly\nNow: Weekly"],
    ["3:00 PM", MARCUS, expect.any(String), "Brought back from the history.\nAnswered: At the station"],
  ]);
});

test("days are those of the export's time zone", () => {
  expect(print([change(text, null, "Weekly", "2026-11-16T02:30:00Z")], "UTC")).toContain("Monday, November 16, 2026");
});

test("what one person changed in one answer, time after time, is one change", () => {
  const printed = print([
    change(text, "We meet", "We meet weekly", "2026-11-14T20:10:00Z"),
    change(text, null, "We meet", "2026-11-14T20:00:00Z"),
  ]);
  expect(printed).toMatchObject([expect.any(String), [expect.stringMatching(/^3:00.*3:10 PM$/), DANA, expect.any(String), "Answered: We meet weekly"]]);
});

test("an answer that was cleared says what it was", () => {
  expect(read(text, "Weekly", null)).toBe("Cleared. Before: Weekly");
});

test("a long text says in brackets what came and went, and leaves out what stayed", () => {
  const start = "The records system flags overdose calls by address. ".repeat(8);
  const printed = read(text, `${start}We meet every month at the station.`, `${start}We meet every week at the station.`);
  expect(printed).toMatch(/\[…\].*We meet every \[removed: month\] \[added: week\] at the station\.$/);
  expect(printed.length).toBeLessThan(250);
});

test("a table says what became of its rows, by their first words", () => {
  const columns = table.kind === "table" ? table.columns.map(({ id }) => id) : [];
  const row = (id: string, cell: string) => ({ id, cells: { [columns[0]!]: cell } });
  expect(read(table.id, [row("1", "Chief Adams"), row("2", "Sam")], [row("1", "Chief Adams"), row("3", "Lee")])).toBe(
    "Added: Leader “Lee”\nLeadership: Lee | Removed: Leader “Sam”\nLeadership: Sam",
  );
});

test("a question the tool no longer has is named so, and a tool without changes prints nothing", () => {
  expect(print([change("gone", null, "x", "2026-11-14T20:00:00Z")])[1]).toMatchObject({ 2: "A question this tool no longer has" });
  expect(printHistory(report, [], { people: new Map(), timeZone: "UTC" })).toEqual([]);
});
