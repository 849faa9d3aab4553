import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getTool, keyOf, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { authDb } from "@/lib/platform/db/client";
import { countAttachments } from "@/lib/exports/read/export-counts";
import { listToolHistory } from "@/lib/history/history-timeline";
import { getResponseView } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { findToolRoom } from "@/lib/responses/tool-room";
import { completeTool, lockTool } from "@/lib/responses/tool-status";
import { editionOf } from "@/lib/sync/edition";
import { personOf } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { makeRoom } from "@/scripts/lib/make-room";
import { asRequest } from "../support/action-request";
import { query } from "../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";
import { Client } from "../support/responses";

// The two ways to a tool built anew from its answers: the button on its history page, and the command.

const TOOL = 8;
const text = toolItems(getTool(TOOL)).find((item) => item.kind === "text")?.id as string;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let fixture: AgencyFixture;
let lead: Person;
let context: TeamContext;

async function setUp(): Promise<void> {
  fixture = await createAgencyFixture();
  lead = await addToTeam(fixture, "lead");
  context = await teamContext(fixture.admin, fixture.teamId, "response:rebuild");
}

/** Something to make room in: a text and what was typed before it. */
async function fill(): Promise<void> {
  const client = await Client.open(context, TOOL);
  for (const answer of ["x".repeat(9_000), "y".repeat(9_000), "What we agreed."]) {
    const saved = await saveUpdate(context, refTo(TOOL), client.answer(text, answer));
    if (!saved.ok) throw new Error(saved.refusal.message);
  }
}

interface Logged {
  user_id: string;
  outcome: string;
  source: string | null;
  target: unknown;
}

const logged = (): Promise<Logged[]> =>
  query<Logged>(
    process.env.DATABASE_OWNER_URL as string,
    "select user_id, outcome, source, target from audit_event where action = 'response:rebuild' and agency_id = $1 order by at",
    [fixture.agencyId],
  );

const editions = async () => editionOf((await getResponseView(context, refTo(TOOL))).seq);

async function expectStanding(): Promise<void> {
  expect((await getResponseView(context, refTo(TOOL))).answers).toEqual({ [text]: "What we agreed." });
  const history = await listToolHistory(context, refTo(TOOL), { limit: 10 });
  expect(history?.entries[0]).toMatchObject({ kind: "status", status: "rebuilt", by: personOf(fixture.admin.userId) });
  expect((await countAttachments(context, [refTo(TOOL)])).get(keyOf(TOOL))?.changes).toBe(history?.entries.length);
}

describe("the button", async () => {
  beforeEach(setUp);

  // After the stand-in for Next's request scope.
  const { rebuildToolAction } = await import("@/app/teams/[teamId]/tools/[number]/actions");
  const press = async (person: Person, tool = TOOL) => asRequest(await signInCookie(person), () => rebuildToolAction(fixture.teamId, { toolRef: refTo(tool) }));

  test("makes room, says how much, and stands in the log and in the tool's history", async () => {
    expect(await findToolRoom(context, refTo(TOOL))).toBeNull();
    await fill();
    const before = await findToolRoom(context, refTo(TOOL));
    const result = await press(fixture.admin);
    if (!result.ok) throw new Error(result.message);
    expect(result.data.bytesAfter).toBeLessThan(before?.usedBytes as number);
    expect(await findToolRoom(context, refTo(TOOL))).toEqual({ usedBytes: result.data.bytesAfter, isLocked: false });
    expect(await logged()).toMatchObject([{ user_id: fixture.admin.userId, outcome: "done", target: { teamId: fixture.teamId, tool: keyOf(TOOL) } }]);
    await expectStanding();
  });

  test("says why not, and changes nothing: nothing saved, locked, not an admin", async () => {
    expect(await press(fixture.admin)).toMatchObject({ ok: false, message: "Nothing was saved in this tool yet." });
    await fill();
    expect(await press(lead)).toMatchObject({ ok: false, message: expect.stringMatching(/agency admin/) as string });
    await completeTool(context, refTo(TOOL));
    await lockTool(context, refTo(TOOL));
    expect(await press(fixture.admin)).toMatchObject({ ok: false, message: "This tool is locked. Unlock it first." });
    expect(await findToolRoom(context, refTo(TOOL))).toMatchObject({ isLocked: true });
    expect(await editions()).toBe(0);
    expect((await logged()).map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
  });
});

describe("the command", { timeout: 120_000 }, () => {
  beforeAll(setUp);

  /** As `npm run rebuild --` runs it, on this file's database. */
  async function run(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, ["scripts/rebuild.mjs", ...words], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
    return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  }

  const ask = ({ as = fixture.admin.email } = {}) => run("--team", fixture.teamId, "--tool", String(TOOL), "--as", as);

  test("gives up in plain words, and changes nothing", async () => {
    await fill();
    const disabled = await addToTeam(fixture, "member");
    await authDb().userAccount.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    const { teamId, admin } = fixture;
    const cases = [
      [teamId, "14", admin.email, "There is no tool “14”. Give its number, as in the address of its page."],
      [teamId, String(TOOL), "nobody@people.example", "Nobody can sign in as nobody@people.example."],
      [teamId, String(TOOL), disabled.email, "Nobody can sign in as"],
      [randomUUID(), String(TOOL), admin.email, "There is no team"],
      [teamId, "9", admin.email, "Nothing was saved in this tool yet."],
    ] as const;
    for (const [team, tool, as, words] of cases) {
      const refused: unknown = await makeRoom(team, tool, as).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RefusedError);
      expect((refused as RefusedError).message).toContain(words);
    }
    expect(await editions()).toBe(0);
  });

  test("says so with exit code 1 and without a stack, whether the words or the rights are missing", async () => {
    const cases = [
      [await run(), "npm run rebuild -- --team TEAM_ID"],
      [await ask({ as: lead.email }), `${lead.email} is not an admin of this team’s agency.`],
    ] as const;
    for (const [{ code, err }, words] of cases) {
      expect([code, err]).toEqual([1, expect.stringContaining(words)]);
      expect(err).not.toMatch(/^\s+at /m);
    }
    expect(await editions()).toBe(0);
  });

  test("makes room as that admin, says how much, and tells every instance of the app", async () => {
    const listener = new pg.Client({ connectionString: process.env.DATABASE_RUNTIME_URL });
    await listener.connect();
    const heard: unknown[] = [];
    listener.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "null")));
    await listener.query("listen workbook_live");
    const { code, out, err } = await ask({ as: fixture.admin.email.toUpperCase() });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Room was made in Tool 8: it took \d+ KB before and takes \d+ bytes now\.$/m);
    await listener.query("select 1");
    await listener.end();
    const { seq } = await getResponseView(context, refTo(TOOL));
    expect(editionOf(seq)).toBe(1);
    expect(heard).toMatchObject([{ message: { kind: "saved", teamId: fixture.teamId, about: { kind: "tool", toolRef: refTo(TOOL) }, seq } }]);
    expect(await logged()).toMatchObject([{ user_id: fixture.admin.userId, outcome: "done", source: "command", target: { tool: keyOf(TOOL) } }]);
    await expectStanding();
  });

  test("says so when the tool is locked", async () => {
    await completeTool(context, refTo(TOOL));
    await lockTool(context, refTo(TOOL));
    expect(await ask()).toMatchObject({ code: 1, err: "This tool is locked. Unlock it first.\n" });
  });
});
