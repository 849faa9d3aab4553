import { beforeEach, describe, expect, test } from "vitest";
import { getTool, refTo, type ToolNumber, TOOLS } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { saveUpdate } from "@/lib/responses/save-update";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import type { TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { RESPONSE_MAX_BYTES } from "@/lib/domain/limits";
import { query } from "../support/database";
import { type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { Client } from "../support/responses";

const OWNER = () => process.env.DATABASE_OWNER_URL as string;

let fixture: AgencyFixture;
let context: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
});

const stored = async () =>
  (await query<{ last_seq: string; size_bytes: number }>(OWNER(), "select last_seq, size_bytes from response where agency_id = $1", [fixture.agencyId]))[0];

test("a response holds 2 MB: what would make it larger is refused whole, and it can still be made smaller", async () => {
  const table = TOOLS.flatMap(toolItems).find((item): item is TableItem => item.kind === "table") as TableItem;
  const tool = Number(/^t(\d+)/.exec(table.id)?.[1]) as ToolNumber;
  const column = table.columns.find(({ kind }) => kind !== "date")?.id as string;
  const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `row-${n}`, cells: { [column]: "語".repeat(6_000) } }));
  expect(await updateAnswersAsServer(context, refTo(tool), { [table.id]: rows(100) })).toMatchObject({ ok: true });
  const before = await stored();
  expect(before?.size_bytes).toBeLessThanOrEqual(RESPONSE_MAX_BYTES);
  expect(await updateAnswersAsServer(context, refTo(tool), { [table.id]: rows(120) })).toMatchObject({
    ok: false,
    refusal: { reason: "response-too-large" },
  });
  expect(await stored()).toEqual(before);
  expect(await updateAnswersAsServer(context, refTo(tool), { [table.id]: rows(1) })).toMatchObject({ ok: true });
});

describe("a save that began before the tool was marked complete", () => {
  const TOOL = 1;
  const text = toolItems(getTool(TOOL)).find((item) => item.kind === "text")?.id as string;

  test("and comes to its end after it, writes nothing", async () => {
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Before." });
    const client = await Client.open(context, TOOL);
    const before = await stored();
    // Another instance completes the tool: the save has read that it is open, and waits for that transaction.
    const completing = await beginCompleting();
    const saving = saveUpdate(context, refTo(TOOL), client.answer(text, "After."));
    await expect.poll(countWaiting).toBeGreaterThan(0);
    await completing.commit();
    expect(await saving).toMatchObject({ ok: false, refusal: { reason: "completed" } });
    expect(await stored()).toEqual(before);
    expect(await query(OWNER(), "select value from answer where agency_id = $1", [fixture.agencyId])).toEqual([{ value: "Before." }]);
  });
});

async function beginCompleting(): Promise<{ commit: () => Promise<void> }> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: OWNER() });
  await client.connect();
  await client.query("begin");
  await client.query("update response set completed_at = now(), completed_by = $2 where agency_id = $1", [fixture.agencyId, fixture.admin.userId]);
  return {
    commit: async () => {
      await client.query("commit");
      await client.end();
    },
  };
}

/** How many connections to this test's database wait for somebody's lock. */
async function countWaiting(): Promise<number> {
  const rows = await query(OWNER(), "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
  return rows.length;
}
