import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listItemHistory } from "@/lib/history/history";
import { listToolHistory } from "@/lib/history/history-timeline";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { completeTool, lockTool } from "@/lib/responses/tool-status";
import { createTeam } from "@/lib/agencies/teams";
import { findOutdated, listKeptAnswers } from "@/lib/responses/upgrade-response";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { firstVersion, NEW_ANSWERS, OLD_ANSWERS, secondVersion } from "@/tests/support/changed-tool";
import { type AgencyFixture, agencyContext, createAgencyFixture, teamContext } from "@/tests/support/people";
import { query } from "@/tests/support/database";
import { storedRows } from "@/tests/support/responses";
import { assign } from "@/lib/assignments/assignments";
import { createThread } from "@/lib/comments/change-comments";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { listItemNotes } from "@/lib/notes/load-item-notes";
import { personOf, workbookOf } from "@/lib/domain/people/person";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import type * as Toolkits from "@/content/toolkits";

// The release that answers were given in, and the one that changed the tool since.
const release = vi.hoisted(() => ({ tool: null as ToolDefinition | null }));
vi.mock("@/content/toolkits", async (original) => {
  const actual = await original<typeof Toolkits>();
  const isOurs = (ref: { toolkitId: string }) => ref.toolkitId === "test-kit";
  return {
    ...actual,
    get TOOLS() {
      return [...actual.TOOLS, ...(release.tool ? [release.tool] : [])];
    },
    findTool: (ref: Parameters<typeof actual.findTool>[0]) => (isOurs(ref) ? release.tool : actual.findTool(ref)),
    // Every team has it, as it has the main toolkit's.
    openToolKeys: (...of: Parameters<typeof actual.openToolKeys>) => [...(actual.openToolKeys(...of) ?? []), toolKey(secondVersion.ref)],
    getTool: (ref: Parameters<typeof actual.getTool>[0]) => (isOurs(ref) && release.tool ? release.tool : actual.getTool(ref)),
  };
});

const OWNER = process.env.DATABASE_OWNER_URL as string;
const { ref } = secondVersion;
let fixture: AgencyFixture;
let context: TeamContext;

beforeAll(async () => {
  fixture = await createAgencyFixture("Changed County");
});

/** A team that answered everything in the first version, and now has the second. */
beforeEach(async () => {
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
  context = await teamContext(fixture.admin, teamId, "response:edit");
  release.tool = firstVersion;
  expect(await updateAnswersAsServer(context, ref, OLD_ANSWERS)).toMatchObject({ ok: true });
  release.tool = secondVersion;
});

const upgradesOf = async () => (await storedRows()).updates.filter(({ user_id: by }) => by === "00000000-0000-0000-0000-000000000000");

describe("a response written against an older version", () => {
  test("opens with its answers brought along, and what has no place is kept", async () => {
    expect((await getResponseView(context, ref)).answers).toMatchObject(NEW_ANSWERS);
    expect((await listKeptAnswers(context, secondVersion)).map(({ itemId, text }) => [itemId, text])).toEqual([
      ["x-removed", OLD_ANSWERS["x-removed"]],
      ["x-other", "Weekly"],
    ]);
  });

  test("is exported with what was kept, whether or not somebody opened it first", async () => {
    const options = { ...DEFAULT_EXPORT, content: "tools", tools: [secondVersion.slug], timeZone: "UTC" } as const;
    const document = await loadExportDocument(context, options);
    expect(document.kept.get(toolKey(ref))?.map(({ itemId }) => itemId)).toEqual(["x-removed", "x-other"]);
    expect((await loadExportDocument(context, { ...options, content: "forms" })).kept.size).toBe(0);
  });

  test("has the same answers in reports, whether or not somebody opened it first", async () => {
    expect((await getTeamAnswers(context, [ref])).answers).toEqual(NEW_ANSWERS);
    expect((await getResponseView(context, ref)).answers).toMatchObject(NEW_ANSWERS);
  });

  test("is brought along once, however many open it at the same time", async () => {
    const before = (await upgradesOf()).length;
    const views = await Promise.all(Array.from({ length: 8 }, () => getResponseView(context, ref)));
    for (const { answers } of views) expect(answers).toMatchObject(NEW_ANSWERS);
    expect(new Set(views.map(({ seq }) => seq))).toEqual(new Set([2]));
    expect((await upgradesOf()).length - before).toBe(1);
    expect(await findOutdated(context, [ref])).toEqual([]);
  });

  test("has history entries of the workbook's own: nothing is posted in the name of whoever opens it", async () => {
    await getResponseView(context, ref);
    const by = workbookOf(1);
    const history = await listToolHistory(context, ref, { limit: 50 });
    const entries = history?.entries.flatMap((entry) => (entry.kind === "answer" ? [entry] : [])) ?? [];
    const brought = entries.filter((entry) => entry.by.personId === by.personId);
    expect(brought.map(({ itemId, before, after }) => [itemId, before, after]).sort()).toEqual(
      [
        ["x-choice", { option: "weekly" }, { option: "each-week" }],
        ["x-comments", null, OLD_ANSWERS["x-notes"]],
        ["x-notes", OLD_ANSWERS["x-notes"], null],
        ["x-other", { option: "weekly" }, null],
        ["x-removed", OLD_ANSWERS["x-removed"], null],
      ].sort(),
    );
    expect(entries.filter((entry) => entry.by.personId === fixture.admin.userId)).toHaveLength(Object.keys(OLD_ANSWERS).length);
    expect(history?.people.map(({ name }) => name)).toEqual([fixture.admin.name]);
    expect((await listItemHistory(context, ref, "x-comments"))?.revisions).toMatchObject([{ by, before: null }]);
  });

  test("keeps who gave an answer that only moved, and when", async () => {
    const own = (await getTeamAnswers(context, [ref])).records["x-comments"];
    expect(own).toMatchObject({ by: personOf(fixture.admin.userId), answer: OLD_ANSWERS["x-notes"] });
    expect((await getResponseView(context, ref)).lastChange?.by).toEqual(personOf(fixture.admin.userId));
  });

  test("takes its comments and its files along with an answer that moved, and whoever looks after it", async () => {
    release.tool = firstVersion;
    const place = { toolRef: ref, itemId: "x-notes" };
    await createThread(context, { ...place, body: "Said under Notes." });
    await addEvidence(context, place, { name: "notes.txt", bytes: new TextEncoder().encode("Notes") }, { source: null });
    await assign(context, { toolRef: ref, targetId: "x-notes", assigneeId: fixture.admin.userId, dueOn: null });
    release.tool = secondVersion;
    await getResponseView(context, ref);
    const notes = await listItemNotes(context, ref);
    expect([...notes.keys()]).toEqual(["x-comments"]);
    expect(notes.get("x-comments")).toMatchObject({ comments: 1, files: 1, assignment: expect.anything() });
  });

  test("takes along what a row of a table measures, to the item that the table became", async () => {
    await query(
      OWNER,
      `insert into indicator (agency_id, id, team_id, toolkit_id, tool_id, item_id, row_id, unit, unit_words, direction, set_by)
       values ($1, gen_random_uuid(), $2, $3, $4, 'x-notes', 'row', 'count', '', 'up', $5)`,
      [fixture.agencyId, context.teamId, ref.toolkitId, ref.toolId, fixture.admin.userId],
    );
    await getResponseView(context, ref);
    expect(await query(OWNER, "select item_id from indicator where team_id = $1", [context.teamId])).toEqual([{ item_id: "x-comments" }]);
  });

  test("is brought along before somebody saves to it", async () => {
    expect(await updateAnswersAsServer(context, ref, { "x-stays": "Changed since." })).toMatchObject({ ok: true, seq: 3 });
    expect((await getResponseView(context, ref)).answers).toMatchObject({ ...NEW_ANSWERS, "x-stays": "Changed since." });
  });

  test("is brought along while it is locked too, and stays locked", async () => {
    release.tool = firstVersion;
    await completeTool(context, ref);
    await lockTool(await teamContext(fixture.admin, context.teamId, "response:lock"), ref);
    release.tool = secondVersion;
    const view = await getResponseView(context, ref);
    expect(view.answers).toMatchObject(NEW_ANSWERS);
    expect(view.locked?.by).toEqual(personOf(fixture.admin.userId));
  });

  test("counts as answered what is answered in the new version", async () => {
    await getResponseView(context, ref);
    const [row] = (await storedRows()).responses.filter(({ team_id: team }) => team === context.teamId);
    expect(row).toMatchObject({ answered_count: Object.keys(NEW_ANSWERS).length, tool_version: 2 });
  });
});

test("a response without an answer only takes on the new version", async () => {
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
  const empty = await teamContext(fixture.admin, teamId, "response:complete");
  release.tool = firstVersion;
  await completeTool(empty, ref);
  release.tool = secondVersion;
  expect(await getResponseView(empty, ref)).toMatchObject({ answers: {}, seq: 0, status: "complete" });
  expect(await listKeptAnswers(empty, secondVersion)).toEqual([]);
});

test("another agency sees nothing of what was kept", async () => {
  await getResponseView(context, ref);
  const foreign = await createAgencyFixture("Elsewhere County");
  const theirs = await teamContext(foreign.admin, foreign.teamId);
  const forged = { ...theirs, teamId: context.teamId } as TeamContext;
  expect(await listKeptAnswers(forged, secondVersion)).toEqual([]);
});

