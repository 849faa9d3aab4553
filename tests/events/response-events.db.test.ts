import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import type { TeamContext } from "@/lib/platform/auth/context";
import { recordAudit } from "@/lib/platform/audit/audit";
import { acceptAssignment, assign, handBackAssignment, listTeamAssignments, removeAssignment } from "@/lib/assignments/assignments";
import { createThread, deleteComment, replyToThread, resolveThread, updateComment } from "@/lib/comments/change-comments";
import { addEvidence, removeEvidence } from "@/lib/evidence/change-evidence";
import { countAttachments } from "@/lib/exports/read/export-counts";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { readHistory } from "@/lib/exports/read/export-history";
import { listItemHistory } from "@/lib/history/history";
import { listRemovedRows, restoreAnswer, restoreRemovedRow } from "@/lib/history/history-restore";
import { listToolHistory } from "@/lib/history/history-timeline";
import { rebuildDocument } from "@/lib/responses/rebuild-document";
import { getResponseView, listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeAndLockTool, completeTool, listToolReviews, lockTool, reopenTool, reviewTool, unlockTool } from "@/lib/responses/tool-status";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { recordEvent } from "@/lib/events/record-event";
import { readEvent, type ResponseEvent, responseEventSchema, STATUS_KINDS } from "@/lib/events/response-event";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../support/database";
import { bytesOf } from "../support/evidence-files";
import { endInstances, OpenStream } from "../support/live";
import { addToTeam, type AgencyFixture, createAgencyFixture, signInCookie, teamContext } from "../support/people";
import { getTool, keyOf, numberOf, refTo } from "../support/tools";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const text = items.find(({ kind }) => kind === "text")?.id as string;
const table = items.find(({ id }) => id === "t8-s1-3")?.id as string;

let fixture: AgencyFixture;
let admin: TeamContext;
let context: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  context = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "response:edit");
});
afterAll(() => endInstances());

/** Past row level security. */
const sql = <Row extends Record<string, unknown>>(statement: string, values: readonly unknown[] = []) =>
  query<Row>(process.env.DATABASE_OWNER_URL as string, statement, values);

interface Stored extends Record<string, unknown> {
  readonly kind: string;
  readonly detail: object;
  readonly user_id: string;
  readonly tool_id: string;
}

const stored = () =>
  sql<Stored>("select kind, detail, user_id, tool_id from response_event where agency_id = $1 order by id", [fixture.agencyId]);

async function answer(by: TeamContext, value: Parameters<typeof updateAnswersAsServer>[2]): Promise<void> {
  expect(await updateAnswersAsServer(by, refTo(TOOL), value)).toMatchObject({ ok: true });
}

/** Moves what was recorded so far into the past, so that the next change has a minute of its own. */
async function passTime(): Promise<void> {
  const past = "interval '5 minutes'";
  await sql(`update answer_revision set minute = minute - ${past}, changed_at = changed_at - ${past} where agency_id = $1`, [fixture.agencyId]);
}

/** A text changed twice, and a table's row removed: something to bring back. */
async function change(): Promise<void> {
  await answer(context, { [text]: "First.", [table]: [{ id: "a", cells: { [columnOf(table)]: "Clinic" } }] });
  await passTime();
  await answer(context, { [text]: "Second.", [table]: [] });
  await passTime();
}

function columnOf(id: string): string {
  const item = items.find((found) => found.id === id);
  return (item?.kind === "table" ? item.columns[0]?.id : undefined) as string;
}

async function oldest() {
  const key = (await listItemHistory(context, refTo(TOOL), text))?.revisions.at(-1)?.key;
  if (!key) throw new Error("no history");
  return key;
}

describe("what happens to a tool is an event", () => {
  test("of its kind, with its detail and who did it, for each thing that can be done", async () => {
    await change();
    await restoreAnswer(context, refTo(TOOL), text, await oldest(), "after");
    await restoreRemovedRow(context, refTo(TOOL), table, "a");
    await rebuildDocument(admin, refTo(TOOL));
    const assignmentId = await assign(admin, { toolRef: refTo(TOOL), targetId: text, assigneeId: context.userId, dueOn: null });
    await assign(admin, { toolRef: refTo(TOOL), targetId: text, assigneeId: context.userId, dueOn: "2027-01-04" });
    await acceptAssignment(context, refTo(TOOL), assignmentId);
    await handBackAssignment(context, refTo(TOOL), assignmentId, "I am away.");
    await removeAssignment(admin, refTo(TOOL), assignmentId);
    const threadId = await createThread(context, { toolRef: refTo(TOOL), itemId: text, body: "Look." });
    const commentId = await replyToThread(admin, { toolRef: refTo(TOOL), threadId, body: "I see." });
    await updateComment(admin, { toolRef: refTo(TOOL), commentId, body: "I saw." });
    await deleteComment(admin, { toolRef: refTo(TOOL), commentId });
    await resolveThread(admin, { toolRef: refTo(TOOL), threadId, isResolved: true });
    await resolveThread(admin, { toolRef: refTo(TOOL), threadId, isResolved: false });
    const place = { toolRef: refTo(TOOL), itemId: text };
    const file = await addEvidence(context, place, { name: "Policy.txt", bytes: bytesOf("policy") }, { source: null });
    const fileId = file?.id as string;
    await removeEvidence(context, place, fileId, { source: null });
    await reviewTool(context, refTo(7), true);
    await reviewTool(context, refTo(7), false);
    await completeTool(context, refTo(TOOL));
    await lockTool(admin, refTo(TOOL));
    await unlockTool(admin, refTo(TOOL));
    await reopenTool(context, refTo(TOOL));
    await completeAndLockTool(admin, refTo(TOOL));

    const made = (itemId: string) => sql<{ minute: Date }>("select minute from answer_revision where item_id = $1 and agency_id = $2 order by minute desc limit 1", [itemId, fixture.agencyId]);
    const minuteOf = async (itemId: string) => (await made(itemId))[0]?.minute.toISOString();
    const [me, boss] = [context.userId, admin.userId];
    const expected: readonly (readonly [string, string, object?])[] = [
      ["restored", me, { itemId: text, rowId: null, madeIn: await minuteOf(text) }],
      ["restored", me, { itemId: table, rowId: "a", madeIn: await minuteOf(table) }],
      ["rebuilt", boss],
      ["assigned", boss, { assignmentId, targetId: text, assigneeId: me }],
      ["assigned", boss, { assignmentId, targetId: text, assigneeId: me }],
      ["assignment-accepted", me, { assignmentId }],
      ["assignment-handed-back", me, { assignmentId }],
      ["unassigned", boss, { assignmentId }],
      ["thread-begun", me, { threadId, itemId: text }],
      ["replied", boss, { threadId, commentId }],
      ["comment-edited", boss, { commentId }],
      ["comment-deleted", boss, { commentId }],
      ["thread-resolved", boss, { threadId }],
      ["thread-reopened", boss, { threadId }],
      ["file-added", me, { itemId: text, fileId }],
      ["file-removed", me, { itemId: text, fileId }],
      ["reviewed", me],
      ["review-withdrawn", me],
      ["completed", me],
      ["locked", boss, { isCompletion: false }],
      ["unlocked", boss],
      ["reopened", me],
      ["locked", boss, { isCompletion: true }],
    ];
    const rows = await stored();
    expect(rows.map(({ kind, user_id, detail }) => [kind, user_id, detail])).toEqual(expected.map(([kind, by, detail = {}]) => [kind, by, detail]));
    expect(rows.every(({ kind, tool_id }) => tool_id === refTo(kind.startsWith("review") ? 7 : TOOL).toolId)).toBe(true);
    // An import is one kind more (tests/imports/answer-import.db.test.ts), and what is done with links (tests/links/links.db.test.ts).
    const kinds = responseEventSchema.options.map(({ shape }) => shape.kind.value);
    expect(kinds.filter((kind) => !rows.some((row) => row.kind === kind))).toEqual(["imported", "link-made", "link-removed", "link-restored", "link-decided"]);
    for (const row of rows) expect(readEvent(row, kinds)).toEqual({ kind: row.kind, ...row.detail });
  });

  test("only when something happened: what was so already is none", async () => {
    await completeAndLockTool(admin, refTo(TOOL));
    await reviewTool(context, refTo(7), true);
    const before = await stored();
    await completeTool(admin, refTo(TOOL));
    await lockTool(admin, refTo(TOOL));
    await completeAndLockTool(admin, refTo(TOOL));
    await reviewTool(context, refTo(7), true);
    await reopenTool(admin, refTo(5));
    await unlockTool(admin, refTo(5));
    await removeAssignment(admin, refTo(5), "00000000-0000-4000-8000-000000000000");
    expect(await stored()).toEqual(before);
  });

  test("that is told to open screens once it is committed", async () => {
    const stream = await OpenStream.open({ teamId: fixture.teamId, toolNumber: TOOL, cookie: await signInCookie(fixture.admin) });
    await stream.until("hello");
    await completeTool(context, refTo(TOOL));
    expect(await stream.until("changed")).toEqual({ what: "status" });
    await createThread(context, { toolRef: refTo(TOOL), itemId: text, body: "Look." });
    expect(await stream.until("changed")).toEqual({ what: "notes" });
    stream.close();
  });
});

describe("an event is written with what it tells, or neither is", () => {
  /** From here on no event can be written for this agency. */
  async function jam(): Promise<void> {
    const id = fixture.agencyId.replaceAll("-", "");
    await sql(`create function jam_${id}() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`);
    await sql(`create trigger jam_${id} before insert on response_event for each row when (new.agency_id = '${fixture.agencyId}') execute function jam_${id}()`);
  }

  test("an answer that is brought back, a document that is built anew, a tool that is completed", async () => {
    await change();
    const key = await oldest();
    const before = await getResponseView(context, refTo(TOOL));
    await jam();
    await expect(restoreAnswer(context, refTo(TOOL), text, key, "after")).rejects.toThrow("no room");
    await expect(restoreRemovedRow(context, refTo(TOOL), table, "a")).rejects.toThrow("no room");
    await expect(rebuildDocument(admin, refTo(TOOL))).rejects.toThrow("no room");
    await expect(completeTool(context, refTo(TOOL))).rejects.toThrow("no room");
    const after = await getResponseView(context, refTo(TOOL));
    expect([after.seq, after.answers]).toEqual([before.seq, before.answers]);
    expect((await listTeamProgress(context)).find(({ toolRef }) => numberOf(toolRef) === TOOL)?.completed ?? null).toBeNull();
    expect((await listRemovedRows(context, refTo(TOOL), table)).map(({ row }) => row.id)).toEqual(["a"]);
  });

  test("and goes with a transaction that is undone, of either kind; outside of one there is none", async () => {
    const write = () => recordEvent(context, refTo(TOOL), { kind: "completed" });
    const failing = async () => {
      await write();
      throw new Error("undone");
    };
    await expect(withAgency(context, failing)).rejects.toThrow("undone");
    await expect(withAgencyConnection(context, failing)).rejects.toThrow("undone");
    await expect(write()).rejects.toThrow("inside a transaction");
    expect(await stored()).toEqual([]);
    await withAgency(context, write);
    await withAgencyConnection(context, write);
    expect(await stored()).toHaveLength(2);
  });

  test("is checked on its way in and on its way out", async () => {
    const malformed = [
      { kind: "exploded" },
      { kind: "locked" },
      { kind: "restored", itemId: text, rowId: null, madeIn: "yesterday" },
      { kind: "imported", answers: -1 },
    ] as unknown as ResponseEvent[];
    for (const event of malformed) await expect(withAgency(context, () => recordEvent(context, refTo(TOOL), event))).rejects.toThrow(ZodError);
    expect(await stored()).toEqual([]);
    expect(() => readEvent({ kind: "locked", detail: { isCompletion: "yes" } }, STATUS_KINDS)).toThrow(ZodError);
    expect(() => readEvent({ kind: "reviewed", detail: {} }, STATUS_KINDS)).toThrow("another kind");
  });
});

describe("the audit log is for security alone", () => {
  /** What pages and downloads tell of the past. */
  async function tell(): Promise<unknown> {
    const options = { ...DEFAULT_EXPORT, hasComments: true, hasHistory: true, timeZone: "America/New_York" };
    const withoutNow = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);
    const document = await loadExportDocument(admin, options);
    const archive: unknown[] = [];
    for await (const page of readHistory(admin, refTo(TOOL))) archive.push(...page);
    const told = {
      timeline: await listToolHistory(context, refTo(TOOL), { limit: 100 }),
      filtered: await listToolHistory(context, refTo(TOOL), { limit: 100, person: admin.userId }),
      item: await listItemHistory(context, refTo(TOOL), text),
      removed: await listRemovedRows(context, refTo(TOOL), table),
      progress: await listTeamProgress(context),
      reviews: await listToolReviews(context),
      assignments: await listTeamAssignments(context),
      counts: await countAttachments(context, [refTo(TOOL)]),
      archive,
      document: { ...document, about: { ...document.about, at: null } },
    };
    return JSON.parse(JSON.stringify(told, withoutNow)) as unknown;
  }

  test("and may be pruned: no page and no download tells less of the past for it", async () => {
    await change();
    await restoreAnswer(context, refTo(TOOL), text, await oldest(), "after");
    await rebuildDocument(admin, refTo(TOOL));
    await assign(admin, { toolRef: refTo(TOOL), targetId: text, assigneeId: context.userId, dueOn: null });
    await createThread(context, { toolRef: refTo(TOOL), itemId: text, body: "Look." });
    await reviewTool(context, refTo(7), true);
    await completeTool(context, refTo(TOOL));
    await reopenTool(context, refTo(TOOL));
    await completeAndLockTool(admin, refTo(TOOL));
    await recordAudit(admin, { action: "response:lock", outcome: "done", target: { teamId: fixture.teamId, tool: keyOf(TOOL) } });
    const before = await tell();
    expect(JSON.stringify(before)).toContain("completed-and-locked");
    expect(JSON.stringify(before)).toContain('"isRestore":true');
    const gone = await sql("delete from audit_event returning id");
    expect(gone.length).toBeGreaterThan(0);
    expect(await tell()).toEqual(before);
  });

  test("so nothing reads it but what hands it to an agency's own admins", () => {
    const sources = ["app", "components", "lib"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
        .map((file) => `${folder}/${file}`),
    );
    const readers = sources.filter((file) => /audit_event|auditEvent/.test(readFileSync(file, "utf8")));
    expect(readers.sort()).toEqual(["lib/exports/archive/agency-record.ts", "lib/platform/audit/audit.ts"]);
  });
});
