import { beforeEach, describe, expect, test } from "vitest";
import { getTool, numberOf, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { completeTool, lockTool, reopenTool, requireOpenForChanges, unlockTool } from "@/lib/responses/tool-status";
import { withAgency } from "@/lib/platform/db/with-agency";
import { toolItems } from "@/lib/domain/tool/items";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { query as queryAt } from "../support/database";
import { Client } from "../support/responses";

const TOOL = 8;
const text = toolItems(getTool(TOOL)).find((item) => item.kind === "text")?.id as string;
const LOCKED = "This tool is locked. Ask an agency admin to unlock it.";

let context: TeamContext;
let teamId: string;
let fixture: AgencyFixture;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  teamId = fixture.teamId;
  context = await teamContext(fixture.admin, teamId, "response:lock");
});

/** Past row level security, on a connection of its own. */
const query = (sql: string, values: readonly unknown[]) =>
  queryAt<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, sql, values);

async function completeAndLock(): Promise<void> {
  await completeTool(context, refTo(TOOL));
  await lockTool(context, refTo(TOOL));
}

async function standing() {
  const [row] = await query(
    "select completed_at is not null as complete, locked_at is not null as locked, locked_by from response where team_id = $1 and tool_id = 'tool-' || $2::int",
    [teamId, TOOL],
  );
  return row;
}

async function answersStored(): Promise<number> {
  const rows = await query(
    "select 1 from answer a join response r on r.agency_id = a.agency_id and r.id = a.response_id where r.team_id = $1",
    [teamId],
  );
  return rows.length;
}

describe("locking a tool", () => {
  test("is for a complete tool only", async () => {
    await expect(lockTool(context, refTo(TOOL))).rejects.toThrow("Mark it complete first");
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Begun." });
    await expect(lockTool(context, refTo(TOOL))).rejects.toThrow("Mark it complete first");
    await completeTool(context, refTo(TOOL));
    await lockTool(context, refTo(TOOL));
    expect(await standing()).toEqual({ complete: true, locked: true, locked_by: context.userId });
  });

  test("again keeps who locked it and when", async () => {
    await completeAndLock();
    const [before] = await query("select locked_at, locked_by from response where team_id = $1", [teamId]);
    const lead = await addToTeam(fixture, "lead");
    await lockTool(await teamContext(lead, teamId, "response:lock"), refTo(TOOL));
    expect(await query("select locked_at, locked_by from response where team_id = $1", [teamId])).toEqual([before]);
  });

  test("is shown with who did it and when", async () => {
    await completeAndLock();
    const shown = (await listTeamProgress(context)).find(({ toolRef }) => numberOf(toolRef) === TOOL);
    expect(shown?.status).toBe("complete");
    expect(shown?.locked?.by).toEqual(shown?.completed?.by);
    expect(Date.parse(shown?.locked?.at ?? "")).not.toBeNaN();
  });
});

describe("a locked tool", () => {
  test("takes no saved change, restored answer, or anything else that belongs to it", async () => {
    const client = await Client.open(context, TOOL);
    await completeAndLock();
    const result = await saveUpdate(context, refTo(TOOL), client.answer(text, "Too late."));
    expect(result).toMatchObject({ ok: false, refusal: { reason: "locked", message: LOCKED } });
    expect(await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Restored." })).toMatchObject({ ok: false });
    await expect(requireOpenForChanges(context, refTo(TOOL))).rejects.toThrow(LOCKED);
    expect(await answersStored()).toBe(0);
  });

  test("is not reopened, not even by an agency admin, before it is unlocked", async () => {
    await completeAndLock();
    await expect(reopenTool(context, refTo(TOOL))).rejects.toThrow(LOCKED);
    await unlockTool(context, refTo(TOOL));
    expect(await standing()).toEqual({ complete: true, locked: false, locked_by: null });
    await reopenTool(context, refTo(TOOL));
    expect(await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Open again." })).toMatchObject({ ok: true });
  });

  test("stays locked when it is marked complete once more", async () => {
    await completeAndLock();
    await completeTool(context, refTo(TOOL));
    expect(await standing()).toMatchObject({ complete: true, locked: true });
  });
});

describe("a complete tool that is not locked", () => {
  test("keeps what belongs to it as it is until someone reopens it", async () => {
    await completeTool(context, refTo(TOOL));
    await expect(requireOpenForChanges(context, refTo(TOOL))).rejects.toThrow("Reopen it");
    await reopenTool(context, refTo(TOOL));
    await expect(requireOpenForChanges(context, refTo(TOOL))).resolves.toMatchObject({ number: TOOL });
  });
});

describe("at the same moment", () => {
  test("of many saves and a lock, nothing is written after the lock", async () => {
    const clients = await Promise.all(Array.from({ length: 12 }, () => Client.open(context, TOOL)));
    const updates = clients.map((client, index) => client.answer(text, `Line ${index}. `));
    const saves = updates.map((update) => saveUpdate(context, refTo(TOOL), update));
    await completeAndLock();
    const [atLock] = await query("select last_seq from response where team_id = $1", [teamId]);
    const results = await Promise.all(saves);
    expect(await query("select last_seq from response where team_id = $1", [teamId])).toEqual([atLock]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(Number(atLock?.last_seq));
  });

  test("a change of what belongs to the tool ends before the tool is complete, and a restore in it still saves", async () => {
    await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Something to restore." });
    let open!: () => void;
    let end!: () => void;
    const isOpen = new Promise<void>((resolve) => (open = resolve));
    const mayEnd = new Promise<void>((resolve) => (end = resolve));
    const change = withAgency(context, async (tx) => {
      await requireOpenForChanges(context, refTo(TOOL));
      open();
      await mayEnd;
      return tx.$queryRaw`select completed_at is not null as complete from response where team_id = ${teamId}::uuid`;
    });
    await isOpen;
    const completing = completeTool(context, refTo(TOOL));
    await expect
      .poll(() => query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1", ["Lock"]))
      .toHaveLength(1);
    expect(await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Restored." })).toMatchObject({ ok: true });
    end();
    expect(await change).toEqual([{ complete: false }]);
    await completing;
    expect(await standing()).toMatchObject({ complete: true });
    await expect(requireOpenForChanges(context, refTo(TOOL))).rejects.toThrow("Reopen it");
  });
});
