import { expect, it } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { getTool } from "@/tests/support/tools";
import { dayFormatter } from "@/lib/exports/print/print-dates";
import { printCompletionRecord, printTool } from "@/lib/exports/print/print-tool";
import { namesAsIds, toolReport } from "../samples/export-samples";

const locked = { ...toolReport(getTool(9), {}), locked: { by: personOf("Sam Park"), at: "2026-10-05T15:00:00Z" } };
const AS_USUAL = { isBlankForm: false, blankRows: 4, place: "Assessment" };
const printer = { people: namesAsIds(locked), day: dayFormatter() };

it("a locked tool says who locked it and when, after who completed it", () => {
  const [panel] = printTool(locked, printer, AS_USUAL).blocks;
  expect(panel).toMatchObject({
    lines: expect.arrayContaining(["Completed by Dana Whitfield, October 2, 2026; locked by Sam Park, October 5, 2026"]),
  });
  expect(JSON.stringify(printCompletionRecord([locked], printer))).toContain(
    "Dana Whitfield, October 2, 2026; locked by Sam Park, October 5, 2026",
  );
});

it("a tool that is not locked says nothing about locks", () => {
  expect(JSON.stringify(printTool(toolReport(getTool(9), {}), printer, AS_USUAL).blocks[0])).not.toContain("locked");
});
