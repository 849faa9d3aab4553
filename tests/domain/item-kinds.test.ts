import { describe, expect, it } from "vitest";
import { TOOLS } from "@/tests/support/tools";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import type { ChoiceItem, Item, TableItem } from "@/lib/domain/tool/definition";
import { countProgress, formatAnswer, isAnswered } from "@/lib/domain/item/item-readers";
import { draftSchemaOf, exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS } from "@/lib/domain/limits";

const text: Item = { kind: "text", id: "t", prompt: "Notes", source: "test", length: "long" };
const date: Item = { kind: "date", id: "d", prompt: "Date", source: "test" };
const choice: ChoiceItem = {
  kind: "choice",
  id: "c",
  prompt: "How often?",
  source: "test",
  options: [
    { id: "weekly", label: "Weekly" },
    { id: "other", label: "Other" },
  ],
  otherOptionId: "other",
};
const status: Item = { kind: "status", id: "s", prompt: "Has a policy", source: "test" };
const rating: Item = { kind: "rating", id: "r", prompt: "has a system", source: "test" };
const table: TableItem = {
  kind: "table",
  id: "tb",
  prompt: "Partners",
  source: "test",
  rowName: "partner",
  columns: [
    { id: "name", label: "Name", kind: "text" },
    { id: "met", label: "Met on", kind: "date" },
  ],
};
const row = (cells: Record<string, string>) => ({ id: "row-1", cells });
const accepts = (item: Item, answer: unknown) => draftSchemaOf(item).safeParse(answer).success;

describe("the example of an item", () => {
  it.each(TOOLS.map((tool) => [tool.ref.toolId, tool] as const))("passes its own schema and counts as answered: %s", (_id, tool) => {
    for (const item of toolItems(tool)) {
      const example = exampleAnswer(item);
      expect(draftSchemaOf(item).safeParse(example).error, item.id).toBeUndefined();
      expect(isAnswered(item, example), item.id).toBe(true);
      expect(formatAnswer(item, example), item.id).not.toBe("");
    }
  });
});

describe("what may be saved", () => {
  it.each<[string, Item, unknown]>([
    ["text at the limit", text, "x".repeat(ANSWER_MAX_LENGTH)],
    ["a leap day", date, "2028-02-29"],
    ["the first year", date, "1900-01-01"],
    ["an option", choice, { option: "weekly" }],
    ["Other with words", choice, { option: "other", other: "After each shift" }],
    ["In Progress", status, "in-progress"],
    ["a score", rating, 5],
    ["D/K with its meaning", rating, "dk-not-applicable"],
    ["a row with an empty date", table, [row({ name: "Clinic", met: "" })]],
    ["as many rows as the limit", table, Array.from({ length: TABLE_MAX_ROWS }, (_, n) => ({ ...row({}), id: `row-${n}` }))],
  ])("accepts %s", (_name, item, answer) => expect(accepts(item, answer)).toBe(true));

  it.each<[string, Item, unknown]>([
    ["text over the limit", text, "x".repeat(ANSWER_MAX_LENGTH + 1)],
    ["text that is not text", text, { not: "text" }],
    ["a day that does not exist", date, "2026-02-30"],
    ["the year that 03/15/26 becomes in a date box", date, "0026-03-15"],
    ["a year before 1900", date, "1899-12-31"],
    ["a year before 1900 in a table", table, [row({ met: "0026-03-15" })]],
    ["a year that nobody means", date, "2201-01-01"],
    ["an option the toolkit does not print", choice, { option: "hourly" }],
    ["words of one's own with another option", choice, { option: "weekly", other: "Mondays" }],
    ["a key that is not part of a choice", choice, { option: "weekly", role: "admin" }],
    ["a fourth status", status, "maybe"],
    ["two rows of one id", table, [row({}), row({})]],
    ["a score of zero", rating, 0],
    ["a score between two", rating, 3.5],
    ["a score as text", rating, "4"],
    ["a column the table does not have", table, [row({ agency_id: "x" })]],
    ["a cell over the limit", table, [row({ name: "x".repeat(ANSWER_MAX_LENGTH + 1) })]],
    ["one row too many", table, Array.from({ length: TABLE_MAX_ROWS + 1 }, () => row({}))],
  ])("refuses %s", (_name, item, answer) => expect(accepts(item, answer)).toBe(false));
});

describe("what counts as answered", () => {
  it.each<[string, Item, Answer | null, boolean]>([
    ["nothing", text, null, false],
    ["spaces only", text, "  \n", false],
    ["words", text, "Yes", true],
    ["D/K", rating, "dk", true],
    ["a table without rows", table, [], false],
    ["a table whose rows are empty", table, [row({ name: " " })], false],
    ["a table with one filled cell", table, [row({ name: "", met: "2026-01-02" })], true],
  ])("%s", (_name, item, answer, expected) => expect(isAnswered(item, answer)).toBe(expected));

  it("leaves our own additions out of both numbers", () => {
    const added: Item = { ...text, id: "added", extension: true };
    const answers: Answers = { t: "words", added: "more words" };
    expect(countProgress([text, date, added], answers)).toEqual({ answered: 1, total: 2 });
  });
});

describe("an answer as plain text", () => {
  it.each<[string, Item, Answer | null, string]>([
    ["a blank is empty", rating, null, ""],
    ["a score carries its words", rating, 2, "2 Disagree"],
    ["a date is written out, in no time zone", date, "2026-03-01", "March 1, 2026"],
    ["a year that was stored with two digits is shown as it is stored", date, "0026-03-15", "March 15, 0026"],
    ["and so in a table", table, [row({ met: "0099-12-31" })], "Met on: December 31, 0099"],
    ["Other carries its words", choice, { option: "other", other: "After each shift" }, "Other: After each shift"],
    ["a row names its filled cells", table, [row({ name: "Clinic", met: "2026-01-02" })], "Name: Clinic; Met on: January 2, 2026"],
  ])("%s", (_name, item, answer, expected) => expect(formatAnswer(item, answer)).toBe(expected));
});
