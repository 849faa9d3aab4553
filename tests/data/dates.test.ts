import { beforeEach, expect, test } from "vitest";
import type { TeamContext } from "@/lib/auth/context";
import { dueOnSchema } from "@/lib/data/assignments";
import { listItemHistory } from "@/lib/data/history";
import { restoreAnswer } from "@/lib/data/history-restore";
import { getResponseView } from "@/lib/data/responses";
import { saveUpdate } from "@/lib/data/save-update";
import type { Answer } from "@/lib/tools/answers";
import { query } from "../support/database";
import { type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { Client } from "../support/responses";

const TOOL = 8;
const DATE = "t8-s1-5-a";
const TABLE = "t8-s1-2";
const YEARS = /Use a year from 1900 to 2200, with four digits\./;

let fixture: AgencyFixture;
let context: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
});

const save = async (itemId: string, answer: Answer) =>
  saveUpdate(context, TOOL, (await Client.open(context, TOOL)).answer(itemId, answer));
const answers = async () => (await getResponseView(context, TOOL)).answers;

test.each(["0026-03-15", "1899-12-31", "2201-01-01"])("a save with the date %s is refused in words, and nothing is stored", async (date) => {
  expect(await save(DATE, date)).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(YEARS) } });
  expect(await save(TABLE, [{ id: "row", cells: { leadership: "Chief", date } }])).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(YEARS) } });
  expect(await answers()).toEqual({});
});

test("a date of an earlier version is not brought back from the history, and the words say why", async () => {
  expect(await save(DATE, "2026-03-15")).toMatchObject({ ok: true });
  await query(process.env.DATABASE_OWNER_URL as string, "update answer_revision set before = '\"0026-03-15\"' where agency_id = $1", [fixture.agencyId]);
  const [revision] = (await listItemHistory(context, TOOL, DATE))!.revisions;
  await expect(restoreAnswer(context, TOOL, DATE, revision!.key, "before")).rejects.toThrow(YEARS);
  expect(await answers()).toEqual({ [DATE]: "2026-03-15" });
});

test("a day something is due says which years it may have", () => {
  expect(dueOnSchema.safeParse("0026-03-15").error?.issues[0]?.message).toBe("Use a year from 2020 to 2099, with four digits.");
});
