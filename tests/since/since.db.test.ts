import { beforeEach, describe, expect, test } from "vitest";
import { createThread } from "@/lib/comments/change-comments";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { listTeamNews, loadToolSince } from "@/lib/since/load-since";
import { markLooked, markTeamSeen } from "@/lib/since/mark-seen";
import { query } from "../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { refTo, TOOL_NUMBERS } from "../support/tools";

const TOOL = refTo(9);
const ALL = TOOL_NUMBERS.map(refTo);

let fixture: AgencyFixture;
let lead: TeamContext;
let member: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId);
  member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
});

const answer = (by: TeamContext, answers: Record<string, number | null>, toolRef = TOOL) => updateAnswersAsServer(by, toolRef, answers as never);
const now = () => new Date().toISOString();
const newsOf = async (context: TeamContext) => (await loadToolSince(context, TOOL)).news;
const idsOf = async (context: TeamContext) => (await newsOf(context))?.items.map(({ itemId }) => itemId).sort() ?? [];

describe("what is new to a person", () => {
  test("is what others changed since they came, with what it was before; their own changes are not", async () => {
    await answer(lead, { "t9-i1-1": 4 });
    await answer(member, { "t9-i1-2": 3 });
    await markLooked(member, TOOL, { at: now(), itemIds: null, lastItem: null });
    await answer(lead, { "t9-i1-1": 2, "t9-i2-1": 5 });
    const items = (await newsOf(member))?.items ?? [];
    expect(items.find(({ itemId }) => itemId === "t9-i2-1")?.answer).toMatchObject({ wasBlank: true, isBlank: false });
    expect(await idsOf(member)).toEqual(["t9-i1-1", "t9-i2-1"]);
    expect(await idsOf(lead)).toEqual(["t9-i1-2"]);
  });

  test("says what was there when they looked, however often it was changed since", async () => {
    await answer(lead, { "t9-i1-1": 4 });
    await markLooked(member, TOOL, { at: now(), itemIds: null, lastItem: null });
    for (const value of [2, 5, 1]) {
      await answer(lead, { "t9-i1-1": value });
      await query(process.env.DATABASE_OWNER_URL as string, "update answer_revision set stands_apart = true where agency_id = $1", [fixture.agencyId]);
    }
    expect((await newsOf(member))?.items).toMatchObject([{ itemId: "t9-i1-1", answer: { wasBlank: false, isBlank: false, before: 4 } }]);
  });

  test("is no more what they changed themselves afterwards", async () => {
    await answer(lead, { "t9-i1-1": 4, "t9-i1-2": 4 });
    await answer(member, { "t9-i1-1": 3 });
    expect(await idsOf(member)).toEqual(["t9-i1-2"]);
  });

  test("counts comments on an item and what happened to the tool", async () => {
    await answer(lead, { "t9-i1-1": 4 });
    await createThread(lead, { toolRef: TOOL, itemId: "t9-i1-1", body: "See here." });
    await completeTool(lead, TOOL);
    expect(await newsOf(member)).toMatchObject({ items: [{ itemId: "t9-i1-1", comments: 1 }], events: ["completed"] });
  });

  test("goes item by item as they look, and altogether with all of it", async () => {
    await answer(lead, { "t9-i1-1": 4, "t9-i1-2": 4, "t9-i1-3": 4 });
    await markLooked(member, TOOL, { at: now(), itemIds: ["t9-i1-2", "not-an-item"], lastItem: "t9-i1-2" });
    expect(await idsOf(member)).toEqual(["t9-i1-1", "t9-i1-3"]);
    expect((await loadToolSince(member, TOOL)).lastItem).toBe("t9-i1-2");
    await answer(lead, { "t9-i1-2": 1 });
    expect(await idsOf(member)).toEqual(["t9-i1-1", "t9-i1-2", "t9-i1-3"]);
    await markLooked(member, TOOL, { at: now(), itemIds: null, lastItem: null });
    expect(await newsOf(member)).toBeNull();
    expect((await loadToolSince(member, TOOL)).lastItem).toBe("t9-i1-2");
  });

  test("nobody looks ahead of the clock, and what was changed after the page came stays new", async () => {
    const before = now();
    await answer(lead, { "t9-i1-1": 4 });
    await markLooked(member, TOOL, { at: before, itemIds: null, lastItem: null });
    expect(await idsOf(member)).toEqual(["t9-i1-1"]);
    await markLooked(member, TOOL, { at: "2199-01-01T00:00:00.000Z", itemIds: null, lastItem: null });
    await answer(lead, { "t9-i1-2": 4 });
    expect(await idsOf(member)).toEqual(["t9-i1-2"]);
  });

  test("of a team comes by tool, the newest first, and is gone once all of it is seen", async () => {
    await answer(lead, { "t9-i1-1": 4 });
    await createThread(lead, { toolRef: refTo(7), itemId: "t7-notes", body: "Read this." });
    expect((await listTeamNews(member, ALL)).map(({ toolRef }) => toolRef)).toEqual([refTo(7), TOOL]);
    await markTeamSeen(member, now());
    expect(await listTeamNews(member, ALL)).toEqual([]);
    expect(await listTeamNews(lead, ALL)).toEqual([]);
  });

  test("of a partner is of their tools alone", async () => {
    const partner = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId);
    await answer(lead, { "t9-i1-1": 4 });
    await createThread(lead, { toolRef: refTo(3), itemId: "t3-1", body: "Here." });
    expect((await listTeamNews(partner, ALL)).map(({ toolRef }) => toolRef)).toEqual([refTo(3)]);
    await markLooked(partner, TOOL, { at: now(), itemIds: null, lastItem: null });
    expect(await query(process.env.DATABASE_OWNER_URL as string, "select from tool_seen where user_id = $1", [partner.userId])).toEqual([]);
  });
});

test("nobody sees or writes what somebody else has looked at", async () => {
  await markTeamSeen(member, now());
  const asLead = (sql: string, values: unknown[] = []) => withAgencyConnection(lead, async (client) => (await client.query(sql, values)).rowCount);
  expect(await asLead("select from tool_seen")).toBe(0);
  expect(await asLead("update tool_seen set last_item = 'x'")).toBe(0);
  await expect(
    asLead("insert into tool_seen (agency_id, team_id, user_id, toolkit_id, tool_id, seen_at) values ($1, $2, $3, 'a', 'b', now())", [lead.agencyId, lead.teamId, member.userId]),
  ).rejects.toThrow("row-level security");
});
