import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addFromLibrary } from "@/lib/indicators/add-from-library";
import { addValue, correctValue, removeValue, restoreValue, setIndicator, type TypedSettings, type TypedValue } from "@/lib/indicators/change-indicators";
import { findGoal, listGoalIndicators, loadTeamGoals } from "@/lib/indicators/load-indicators";
import { loadGoalPage } from "@/lib/indicators/load-goal-page";
import type { RowPlace } from "@/lib/indicators/measured-row";
import { findLibraryIndicator } from "@/content/indicator-library";
import { latestValue } from "@/lib/domain/indicators/goal-indicators";
import { formatMeasured } from "@/lib/domain/indicators/indicator";
import { INDICATORS_PER_TEAM, VALUES_PER_INDICATOR } from "@/lib/domain/limits";
import { FORMER_NAME_ID } from "@/lib/domain/people/person";
import { updateDisplayName } from "@/lib/people/own-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { restoreRemovedRow } from "@/lib/history/history-restore";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool, lockTool } from "@/lib/responses/tool-status";
import { refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const TOOL = refTo(13);
const TABLE = "t13-questions";
const PERCENT: TypedSettings = { unit: "percent", unitWords: "calls", direction: "up", target: "90", targetOn: "12/31/2026" };
const place = (rowId = "row-1", itemId = TABLE): RowPlace => ({ toolRef: TOOL, itemId, rowId });
const typed = (on: string, value: string, of = "25", more: Partial<TypedValue> = {}): TypedValue => ({ on, value, of, source: "", note: "", ...more });

let fixture: AgencyFixture;
let member: Person;
let context: TeamContext;

const rows = (...ids: string[]) => ids.map((id) => ({ id, cells: { question: "In time?", indicators: `Reached, ${id}`, sources: "Run sheet", timeframe: "Monthly" } }));
const write = async (...ids: string[]) => {
  const saved = await updateAnswersAsServer(context, TOOL, { "t13-goal": "In 48 hours.", [TABLE]: rows(...ids) });
  expect(saved.ok).toBe(true);
};

beforeEach(async () => {
  fixture = await createAgencyFixture();
  member = await addToTeam(fixture, "member");
  context = await teamContext(member, fixture.teamId, "response:edit");
  await write("row-1", "row-2");
});
afterAll(closeConnections);

const load = async (as = context) => (await loadTeamGoals(as))[0]!.indicators;
const rowNamed = async (rowId = "row-1") => (await load()).rows.find((row) => row.rowId === rowId);
const shown = async (rowId = "row-1") => (await rowNamed(rowId))?.measured?.values.map((value) => `${value.on.day} ${formatMeasured(value)}`);
const refusal = async (act: Promise<unknown>) => {
  const error = await act.then(() => null, (thrown: unknown) => thrown);
  const found = findRefusal(error);
  if (error !== null && !found) throw error;
  return found;
};

describe("a row's values", () => {
  test("are added, and read in the order they were measured in, with who entered them", async () => {
    await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("November 2026", "18", "25", { source: "EMS run sheet", note: "One week is missing." }));
    await addValue(context, place(), typed("6/15/2026", "9", "22"));
    const row = await rowNamed();
    expect(row).toMatchObject({ question: "In time?", indicator: "Reached, row-1", measured: { unit: "percent", unitWords: "calls", target: "90", targetOn: "2026-12-31" } });
    expect(await shown()).toEqual(["2026-06-15 41%", "2026-11-01 72%"]);
    const latest = latestValue(row!.measured!)!;
    expect(latest).toMatchObject({ on: { isMonth: true }, value: "18", of: "25", source: "EMS run sheet", note: "One week is missing.", removed: null });
    expect(latest.entered.by.personId).toBe(context.personId);
  });

  test("are stored as they are shown: no number comes back as its neighbour", async () => {
    await setIndicator(context, place(), { ...PERCENT, unit: "score", unitWords: "of 5", target: "4.25" });
    for (const [month, number] of [["1", "3.40"], ["2", "0.1"], ["3", "999999999999.999"], ["4", "007"]]) await addValue(context, place(), typed(`${month}/2026`, number!, ""));
    expect((await rowNamed())?.measured?.values.map(({ value }) => value)).toEqual(["3.4", "0.1", "999999999999.999", "7"]);
  });

  test.each([
    [typed("", "1"), "on", "Month or day"],
    [typed("5/2026", ""), "value", "How many is blank"],
    [typed("5/2026", "12,5"), "value", "comma"],
    [typed("5/2026", "1e400"), "value", "1e400"],
    [typed("5/2026", "1", "0"), "of", "Of how many calls is 0"],
    [typed("5/2026", "26"), "value", "more than the whole"],
    [typed("May 1899", "1"), "on", "1900 to 2200"],
    [typed("1/1/2201", "1"), "on", "1900 to 2200"],
  ])("%o is refused naming %s", async (value, field, words) => {
    await setIndicator(context, place(), PERCENT);
    const refused = await refusal(addValue(context, place(), value));
    expect(refused?.fieldErrors?.[field]).toContain(words);
    expect(await shown()).toEqual([]);
  });

  test("are one a month and one a day", async () => {
    await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("May 2026", "5"));
    expect((await refusal(addValue(context, place(), typed("5/2026", "6"))))?.fieldErrors?.on).toContain("May 2026 has a value already: 20%");
    await addValue(context, place(), typed("5/1/2026", "6"));
    const both = await Promise.allSettled([addValue(context, place(), typed("June 2026", "5")), addValue(context, place(), typed("June 2026", "6"))]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("keep what they were before they were put right, as often as that is", async () => {
    await setIndicator(context, place(), PERCENT);
    const first = await addValue(context, place(), typed("May 2026", "5"));
    const lead = await teamContext(fixture.admin, fixture.teamId, "response:edit");
    const second = await correctValue(lead, { ...place(), valueId: first }, typed("May 2026", "6", "25", { note: "Counted again." }));
    await correctValue(context, { ...place(), valueId: second }, typed("June 2026", "7"));
    const [value] = (await rowNamed())!.measured!.values;
    expect(value).toMatchObject({ value: "7", on: { day: "2026-06-01" }, earlier: [{ value: "6", note: "Counted again." }, { value: "5" }] });
    expect(value?.earlier[0]?.entered.by.personId).toBe(lead.personId);
    expect(await refusal(correctValue(context, { ...place(), valueId: first }, typed("May 2026", "8")))).not.toBeNull();
  });

  test("are removed and brought back, unless another took their place", async () => {
    await setIndicator(context, place(), PERCENT);
    const id = await addValue(context, place(), typed("May 2026", "5"));
    await removeValue(context, { ...place(), valueId: id });
    await removeValue(context, { ...place(), valueId: id });
    expect(await shown()).toEqual([]);
    expect((await rowNamed())?.measured?.removedValues).toMatchObject([{ id, removed: { by: { personId: context.personId } } }]);
    await restoreValue(context, { ...place(), valueId: id });
    expect(await shown()).toEqual(["2026-05-01 20%"]);
    await removeValue(context, { ...place(), valueId: id });
    await addValue(context, place(), typed("May 2026", "10"));
    expect((await refusal(restoreValue(context, { ...place(), valueId: id })))?.fieldErrors?.on).toContain("40%");
    expect((await refusal(correctValue(context, { ...place(), valueId: id }, typed("July 2026", "1"))))?.message).toContain("Bring it back first");
  });

  test("stay within their limit, removed ones included", async () => {
    const id = await setIndicator(context, place(), { ...PERCENT, unit: "count" });
    await query(
      OWNER,
      `insert into indicator_value (agency_id, id, indicator_id, measured_on, is_month, value, source, note, entered_by, removed_at)
       select $1, gen_random_uuid(), $2, date '1950-01-01' + n, false, n, '', '', $3, now() from generate_series(1, $4::int) n`,
      [fixture.agencyId, id, member.userId, VALUES_PER_INDICATOR],
    );
    expect((await refusal(addValue(context, place(), typed("May 2026", "5"))))?.message).toContain("1,000 values");
  });
});

describe("how a row is measured", () => {
  test("has to be said first, of a row that is in a goal's table", async () => {
    expect((await refusal(addValue(context, place(), typed("May 2026", "5"))))?.message).toContain("how this row is measured");
    expect(await refusal(setIndicator(context, place("no-such-row"), PERCENT))).not.toBeNull();
    expect(await refusal(setIndicator(context, place("row-1", "t13-goal"), PERCENT))).not.toBeNull();
    expect(await refusal(setIndicator(context, { toolRef: refTo(8), itemId: "t8-s1-2", rowId: "row-1" }, PERCENT))).not.toBeNull();
  });

  test.each([
    [{ unit: "other", unitWords: "" }, "unitWords"],
    [{ target: "101" }, "target"],
    [{ target: "many" }, "target"],
    [{ targetOn: "next year" }, "targetOn"],
    [{ target: "", targetOn: "12/31/2026" }, "target"],
  ] as const)("%o is refused naming %s", async (change, field) => {
    const refused = await refusal(setIndicator(context, place(), { ...PERCENT, ...change }));
    expect(Object.keys(refused?.fieldErrors ?? {})).toEqual([field]);
  });

  test("can be changed, but for the unit of values that stand", async () => {
    await setIndicator(context, place(), PERCENT);
    const id = await addValue(context, place(), typed("May 2026", "5"));
    expect((await refusal(setIndicator(context, place(), { ...PERCENT, unit: "count" })))?.fieldErrors?.unit).toContain("another unit");
    await setIndicator(context, place(), { ...PERCENT, direction: "watch", target: "", targetOn: "" });
    expect((await rowNamed())?.measured).toMatchObject({ direction: "watch", target: null, targetOn: null });
    await removeValue(context, { ...place(), valueId: id });
    await setIndicator(context, place(), { ...PERCENT, unit: "count" });
  });

  test("of two who say it at once, there is one, and neither meets a fault", async () => {
    const two = await Promise.all([setIndicator(context, place(), PERCENT), setIndicator(context, place(), { ...PERCENT, target: "80" })]);
    expect(new Set(two).size).toBe(1);
    expect(await query(OWNER, "select 1 from indicator where agency_id = $1", [fixture.agencyId])).toHaveLength(1);
  });
});

describe("a row that is removed from the table", () => {
  test("keeps its values, which are told apart, and come back with it", async () => {
    await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("May 2026", "5"));
    await write("row-2");
    const without = await load();
    expect(without.rows.map(({ rowId }) => rowId)).toEqual(["row-2"]);
    expect(without.removedRows).toMatchObject([{ rowId: "row-1", indicator: "Reached, row-1", measured: { values: [{ value: "5" }] } }]);
    expect((await refusal(addValue(context, place(), typed("June 2026", "5"))))?.message).toContain("not in the table any more");
    await restoreRemovedRow(context, TOOL, TABLE, "row-1");
    expect(await shown()).toEqual(["2026-05-01 20%"]);
    expect((await load()).removedRows).toEqual([]);
  });
});

describe("from the library", () => {
  const ROW = "01900000-0000-7000-8000-000000000001";

  test("a row is added with its words and how it is measured, once however often it is sent", async () => {
    await Promise.all([addFromLibrary(context, place(ROW), "reached-early"), addFromLibrary(context, place(ROW), "reached-early")]);
    await addFromLibrary(context, place(ROW), "reached-early");
    const entry = findLibraryIndicator("reached-early")!;
    const added = (await load()).rows;
    expect(added.map(({ rowId }) => rowId)).toEqual(["row-1", "row-2", ROW]);
    expect(added[2]).toMatchObject({
      question: entry.question,
      indicator: entry.indicator,
      source: entry.source,
      timeframe: entry.timeframe,
      measured: { unit: "percent", unitWords: "overdose calls", direction: "up", target: null, values: [] },
    });
    const [change] = await query(OWNER, "select user_id from answer_revision where agency_id = $1 and item_id = $2 order by changed_at desc limit 1", [fixture.agencyId, TABLE]);
    expect(change).toEqual({ user_id: member.userId });
  });

  test("no row is added beyond as many as a team may measure, removed ones included", async () => {
    await query(
      OWNER,
      `insert into indicator (agency_id, id, team_id, toolkit_id, tool_id, item_id, row_id, unit, unit_words, direction, set_by)
       select $1, gen_random_uuid(), $2, $3, $4, $5, 'gone-' || n, 'count', '', 'up', $6 from generate_series(1, $7::int) n`,
      [fixture.agencyId, fixture.teamId, TOOL.toolkitId, TOOL.toolId, TABLE, member.userId, INDICATORS_PER_TEAM],
    );
    expect((await refusal(addFromLibrary(context, place(ROW), "reached-early")))?.message).toContain("can measure");
    expect((await refusal(setIndicator(context, place(), PERCENT)))?.message).toContain("can measure");
    expect((await load()).rows.map(({ rowId }) => rowId)).toEqual(["row-1", "row-2"]);
  });

  test("nothing is added to an item that is no goal's table, to a complete tool, or from an entry that is not there", async () => {
    expect(await refusal(addFromLibrary(context, place(ROW, "t13-goal"), "reached-early"))).not.toBeNull();
    expect(await refusal(addFromLibrary(context, place(ROW), "no-such-entry"))).not.toBeNull();
    await completeTool(await teamContext(fixture.admin, fixture.teamId, "response:complete"), TOOL);
    expect((await refusal(addFromLibrary(context, place(ROW), "reached-early")))?.message).toContain("complete");
    expect(await query(OWNER, "select 1 from indicator where agency_id = $1", [fixture.agencyId])).toEqual([]);
  });

  test("a row that somebody removed does not come back because it is sent again", async () => {
    await addFromLibrary(context, place(ROW), "reached-early");
    await write("row-1");
    await addFromLibrary(context, place(ROW), "reached-early");
    expect((await load()).rows.map(({ rowId }) => rowId)).toEqual(["row-1"]);
  });
});

describe("who may", () => {
  test("a complete tool takes values, a locked one none", async () => {
    await setIndicator(context, place(), PERCENT);
    const lead = await teamContext(fixture.admin, fixture.teamId, "response:lock");
    await completeTool(lead, TOOL);
    await addValue(context, place(), typed("May 2026", "5"));
    await lockTool(lead, TOOL);
    const id = (await rowNamed())!.measured!.values[0]!.id;
    for (const act of [
      () => addValue(context, place(), typed("June 2026", "5")),
      () => setIndicator(context, place(), PERCENT),
      () => correctValue(context, { ...place(), valueId: id }, typed("May 2026", "6")),
      () => removeValue(context, { ...place(), valueId: id }),
    ]) {
      expect((await refusal(act()))?.message).toContain("locked");
    }
  });

  test("a partner without the tool finds none of it, and one with it adds values", async () => {
    await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("May 2026", "5"));
    const without = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId, "response:edit");
    expect(await loadTeamGoals(without)).toEqual([]);
    expect(await refusal(addValue(without, place(), typed("June 2026", "5")))).not.toBeNull();
    expect(await refusal(addFromLibrary(without, place("x"), "reached-early").catch((error: unknown) => (error instanceof RangeError ? undefined : Promise.reject(error))))).toBeNull();
    expect((await load()).rows).toHaveLength(2);
    const partner = await teamContext(await addToTeam(fixture, "partner", [13]), fixture.teamId, "response:edit");
    await addValue(partner, place(), typed("June 2026", "10"));
    expect(await shown()).toEqual(["2026-05-01 20%", "2026-06-01 40%"]);
  });

  test("another team and another agency neither read nor change it, though they name it", async () => {
    await setIndicator(context, place(), PERCENT);
    const id = await addValue(context, place(), typed("May 2026", "5"));
    const other = await createAgencyFixture("Other");
    const stranger = await teamContext(other.admin, other.teamId, "response:edit");
    await updateAnswersAsServer(stranger, TOOL, { [TABLE]: rows("row-1") });
    expect((await load(stranger)).rows[0]?.measured).toBeNull();
    for (const act of [
      () => addValue(stranger, place(), typed("June 2026", "5")),
      () => correctValue(stranger, { ...place(), valueId: id }, typed("May 2026", "6")),
      () => removeValue(stranger, { ...place(), valueId: id }),
      () => restoreValue(stranger, { ...place(), valueId: id }),
    ]) {
      expect(await refusal(act())).not.toBeNull();
    }
    await setIndicator(stranger, place(), PERCENT);
    expect(await refusal(removeValue(stranger, { ...place(), valueId: id }))).not.toBeNull();
    const seen = await withAgencyConnection(stranger, (client) => client.query("select id from indicator_value"));
    expect(seen.rows).toEqual([]);
    expect(await shown()).toEqual(["2026-05-01 20%"]);
  });

  test("nobody enters a value in somebody else's name, or changes what was entered", async () => {
    const indicator = await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("May 2026", "5"));
    const run = (sql: string, values: unknown[] = []) => withAgencyConnection(context, (client) => client.query(sql, values));
    await expect(
      run(
        `insert into indicator_value (agency_id, id, indicator_id, measured_on, is_month, value, source, note, entered_by)
         values ($1, gen_random_uuid(), $2, '2026-07-01', true, 1, '', '', $3)`,
        [fixture.agencyId, indicator, fixture.admin.userId],
      ),
    ).rejects.toThrow("row-level security");
    await expect(run("update indicator_value set value = 99")).rejects.toThrow("permission denied");
    await expect(run("delete from indicator_value")).rejects.toThrow("permission denied");
  });

  test("a team that is deleted takes its values along", async () => {
    await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("May 2026", "5"));
    await query(OWNER, "delete from team where agency_id = $1 and id = $2", [fixture.agencyId, fixture.teamId]);
    expect(await query(OWNER, "select 1 from indicator_value where agency_id = $1", [fixture.agencyId])).toEqual([]);
  });

  test("who set older entries apart from their name is not told by their values", async () => {
    await setIndicator(context, place(), PERCENT);
    await addValue(context, place(), typed("May 2026", "5"));
    await updateDisplayName(await agencyContext(member, fixture.agencyId), "Sky", "apart");
    const [value] = (await rowNamed())!.measured!.values;
    expect(value?.entered.by.personId).toBe(FORMER_NAME_ID);
  });
});

test("other pages are told of a goal's rows in short", async () => {
  await setIndicator(context, place(), PERCENT);
  await addValue(context, place(), typed("May 2026", "5"));
  await addValue(context, place(), typed("June 2026", "10"));
  const [measured, other] = await listGoalIndicators(context, "t13-plan");
  expect(measured).toMatchObject({ rowId: "row-1", name: "Reached, row-1", direction: "up", target: "90%", latest: { value: "10" } });
  expect(measured?.points.map(({ height }) => height)).toEqual([20, 40]);
  expect(other).toMatchObject({ rowId: "row-2", measured: null, latest: null, direction: null, target: "", points: [] });
  expect(await listGoalIndicators(context, "no-such-section")).toEqual([]);
  const partner = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId, "response:edit");
  expect(await listGoalIndicators(partner, "t13-plan")).toEqual([]);
});

describe("a goal's page", () => {
  test("offers the month after the newest value, and none that has not begun", async () => {
    await setIndicator(context, place(), PERCENT);
    const nextOn = async () => (await loadGoalPage(context, findGoal("t13-plan")!, new Date("2026-12-01T12:00:00Z"))).nextOn.get("row-1");
    expect(await nextOn()).toBe("December 2026");
    await addValue(context, place(), typed("September 2026", "5"));
    expect(await nextOn()).toBe("October 2026");
    await addValue(context, place(), typed("December 2026", "5"));
    expect(await nextOn()).toBe("December 2026");
  });

  test("lists the sheets in use, and where the next one begins", async () => {
    const page = () => loadGoalPage(context, findGoal("t13-plan")!, new Date());
    expect((await page()).sheets.map(({ name }) => name)).toEqual(["Sheet 1"]);
    expect((await page()).nextSheet?.section).toBe("t13-sheet-2");
    await updateAnswersAsServer(context, TOOL, { "t13-3-goal": "Another goal." });
    expect((await page()).sheets.map(({ name }) => name)).toEqual(["Sheet 1", "Sheet 3"]);
    expect((await page()).nextSheet?.section).toBe("t13-sheet-2");
  });

  test("tells when everything that is measured is abstinence or recidivism", async () => {
    const isNarrow = async (...texts: string[]) => {
      const cells = texts.map((indicators, index) => ({ id: `n-${index}`, cells: { indicators } }));
      await updateAnswersAsServer(context, TOOL, { [TABLE]: cells });
      return (await load()).isNarrow;
    };
    expect(await isNarrow("Recidivism", "Days sober")).toBe(true);
    expect(await isNarrow("Recidivism", "People to count on")).toBe(false);
  });
});
