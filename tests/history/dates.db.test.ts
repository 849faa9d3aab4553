import { beforeEach, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { dueOnSchema } from "@/lib/assignments/assignments";
import { listItemHistory } from "@/lib/history/history";
import { restoreAnswer } from "@/lib/history/history-restore";
import { getResponseView } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import type { Answer } from "@/lib/domain/answer/answers";
import { refTo } from "@/tests/support/tools";
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
  saveUpdate(context, refTo(TOOL), (await Client.open(context, TOOL)).answer(itemId, answer));
const answers = async () => (await getResponseView(context, refTo(TOOL))).answers;

test.each(["0026-03-15", "1899-12-31", "2201-01-01"])("a save with the date %s is refused in words, and nothing is stored", async (date) => {
  expect(await save(DATE, date)).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(YEARS) } });
  expect(await save(TABLE, [{ id: "row", cells: { leadership: "Chief", date } }])).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(YEARS) } });
  expect(await answers()).toEqual({});
});

test("a date of an earlier version is not brought back from the history, and the words say why", async () => {
  expect(await save(DATE, "2026-03-15")).toMatchObject({ ok: true });
  await query(process.env.DATABASE_OWNER_URL as string, "update answer_revision set before = '\"0026-03-15\"' where agency_id = $1", [fixture.agencyId]);
  const [revision] = (await listItemHistory(context, refTo(TOOL), DATE))!.revisions;
  await expect(restoreAnswer(context, refTo(TOOL), DATE, revision!.key, "before")).rejects.toThrow(YEARS);
  expect(await answers()).toEqual({ [DATE]: "2026-03-15" });
});

test("two dates of an earlier version in one table keep nobody from the rest of it, and are put right one by one", async () => {
  const row = (id: string, cells: Record<string, string>) => ({ id, cells });
  const client = await Client.open(context, TOOL);
  const stored = client.answer(TABLE, [row("a", { leadership: "Chief", date: "0026-03-15" }), row("b", { date: "0026-03-16" })]);
  await storeAsBefore(client, stored);
  const save = (rows: readonly ReturnType<typeof row>[]) => saveUpdate(context, refTo(TOOL), client.answer(TABLE, rows));
  expect(await save([row("a", { leadership: "Deputy", date: "0026-03-15" }), row("b", { date: "0026-03-16" })])).toMatchObject({ ok: true });
  expect(await save([row("a", { leadership: "Deputy", date: "2026-03-15" }), row("b", { date: "0026-03-16" })])).toMatchObject({ ok: true });
  const again = await save([row("a", { leadership: "Deputy", date: "2026-03-15" }), row("b", { date: "0027-03-16" })]);
  expect(again).toMatchObject({ ok: false, refusal: { itemId: TABLE, message: expect.stringMatching(YEARS) } });
});

/** As the version before stored it: the first update of this response, by this person. */
async function storeAsBefore({ doc }: Client, update: Uint8Array): Promise<void> {
  const sql = (text: string, values: unknown[]) => query(process.env.DATABASE_OWNER_URL as string, text, values);
  const key = [context.agencyId, crypto.randomUUID()];
  await sql(
    `insert into response (agency_id, id, team_id, toolkit_id, tool_id, tool_version, last_seq, last_edited_by, last_edited_at)
     values ($1, $2, $3, 'ps-cope', 'tool-' || $4::int, 1, 1, $5, now())`,
    [...key, context.teamId, TOOL, context.userId],
  );
  await sql("insert into response_update (agency_id, response_id, seq, update, user_id) values ($1, $2, 1, $3, $4)", [...key, update, context.userId]);
  await sql("insert into response_writer (agency_id, response_id, writer, user_id) values ($1, $2, $3, $4)", [...key, doc.clientID, context.userId]);
}

test("a day something is due says which years it may have", () => {
  expect(dueOnSchema.safeParse("0026-03-15").error?.issues[0]?.message).toBe("Use a year from 2020 to 2099, with four digits.");
});
