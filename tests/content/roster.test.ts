import { describe, expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { nextLook, type Roster, SEATS } from "@/lib/domain/toolkit/roster";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool } from "../support/tools";

const roster = MAIN_TOOLKIT.roster as Roster;
const tool = getTool(8);
const printed = JSON.stringify(tool.sections);

describe("whom the toolkit asks for", () => {
  test("has each seat that people can say of themselves, once", () => {
    expect(roster.seats.map(({ id }) => id)).toEqual([...SEATS]);
  });

  test.each([roster.lead, ...roster.seats].map((line) => [line.title, line] as const))("%s: in a whole sentence of the toolkit, and where it stands", (_, { asked, source }) => {
    expect(asked).toMatch(/^[A-Z].+\.$/);
    // The rest is from the toolkit's text around its tools, which the guide holds in our words.
    if (source.startsWith("Tool 8")) expect(printed).toContain(asked);
    else expect(source).toMatch(/Audience|Integration step 1|Creating a Core Implementation Team/);
  });

  test("points to a table and an answer that Tool 8 has", () => {
    const ids = toolItems(tool).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([roster.table, roster.lead.item]));
  });

  test("asks nobody whether they use drugs: what people say of themselves does not name it", () => {
    for (const { own, hint } of roster.seats) expect(`${own} ${hint}`).not.toMatch(/drug|use[sd]?\b|addict|recover|substance/i);
  });
});

test.each([
  ["2026-12-01T00:00:00Z", "2027-01-01"],
  ["2026-12-31T23:59:59Z", "2027-01-01"],
  ["2028-02-29T12:00:00Z", "2028-03-01"],
])("what is said on %s counts from %s", (said, from) => {
  expect(nextLook(new Date(said))).toBe(from);
});
