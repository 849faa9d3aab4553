import { afterAll, beforeEach, expect, test } from "vitest";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { buildWorkbookFile } from "@/lib/exports/json/workbook-file";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { buildSheets } from "@/lib/exports/sheets/sheet-tables";
import { addValue, correctValue, removeValue, setIndicator } from "@/lib/indicators/change-indicators";
import type { TeamContext } from "@/lib/platform/auth/context";
import { closeConnections } from "@/lib/platform/db/client";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { refTo } from "@/tests/support/tools";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const TOOL = refTo(13);
const TABLE = "t13-questions";
const rowPlace = (rowId: string) => ({ toolRef: TOOL, itemId: TABLE, rowId });
const typed = (on: string, value: string) => ({ on, value, of: "25", source: "Run sheet", note: "" });
const row = (id: string) => ({ id, cells: { indicators: `Reached ${id}` } });

let fixture: AgencyFixture;
let context: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  context = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "response:edit");
  const admin = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  await updateAnswersAsServer(context, TOOL, { [TABLE]: [row("a"), row("b")] });
  for (const id of ["a", "b"]) await setIndicator(context, rowPlace(id), { unit: "percent", unitWords: "calls", direction: "up", target: "90", targetOn: "" });
  const first = await addValue(context, rowPlace("a"), typed("October 2026", "15"));
  await correctValue(admin, { ...rowPlace("a"), valueId: first }, typed("October 2026", "16"));
  const gone = await addValue(admin, rowPlace("a"), typed("November 2026", "20"));
  await removeValue(context, { ...rowPlace("a"), valueId: gone });
  await addValue(context, rowPlace("b"), typed("October 2026", "5"));
  await updateAnswersAsServer(context, TOOL, { [TABLE]: [row("a")] });
});
afterAll(closeConnections);

test("a download holds the values that stand, those of removed rows too, in every format alike", async () => {
  const document = await loadExportDocument(context, { ...DEFAULT_EXPORT, content: "plan" });
  expect(document.indicators.map(({ row: number, name, measured }) => [number, name, measured.values.map(({ value }) => value)])).toEqual([
    [1, "Reached a", ["16"]],
    [null, "Reached b", ["5"]],
  ]);
  const file = buildWorkbookFile(document, "https://example.org/schema");
  expect(file.indicators).toMatchObject([
    { item: TABLE, rowId: "a", row: 1, unit: "percent", target: 90, values: [{ on: "2026-10-01", isMonth: true, value: 16, of: 25, text: "64%", by: "Avery Admin", earlier: [{ value: 15, by: "Robin member" }] }] },
    { rowId: "b", row: null, values: [{ value: 5 }] },
  ]);
  const sheet = buildSheets(document).find(({ name }) => name === "Indicator values");
  expect(sheet?.rows).toHaveLength(2);
});

test("roles only names nobody, and a download of other tools holds no values", async () => {
  const roles = await loadExportDocument(context, { ...DEFAULT_EXPORT, content: "plan", names: "roles" });
  const written = JSON.stringify([buildWorkbookFile(roles, "https://example.org/schema"), buildSheets(roles)]);
  expect(written).toContain("64%");
  for (const name of ["Avery Admin", "Robin member"]) expect(written).not.toContain(name);
  expect((await loadExportDocument(context, { ...DEFAULT_EXPORT, content: "tools", tools: ["12"] })).indicators).toEqual([]);
  expect((await loadExportDocument(context, { ...DEFAULT_EXPORT, content: "forms" })).indicators).toEqual([]);
});

test("a partner's download holds them only where the tool is shared", async () => {
  const ask = async (...tools: (3 | 13)[]) => {
    const partner = await teamContext(await addToTeam(fixture, "partner", tools), fixture.teamId, "response:view");
    return (await loadExportDocument(partner, { ...DEFAULT_EXPORT, content: "tools", tools: ["3", "13"] })).indicators.length;
  };
  expect(await ask(3)).toBe(0);
  expect(await ask(13)).toBe(2);
});
