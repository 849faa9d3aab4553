import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { getTool, keyOf, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { updateDisplayName } from "@/lib/people/own-names";
import { countOpenThreads, findItemComments, listThreads } from "@/lib/comments/comment-threads";
import { commentBodySchema, createThread, deleteComment, replyToThread, resolveThread, updateComment } from "@/lib/comments/change-comments";
import { listItemNotes } from "@/lib/notes/load-item-notes";
import { listPeople } from "@/lib/people/list-people";
import { completeTool, lockTool } from "@/lib/responses/tool-status";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { toolItems } from "@/lib/domain/tool/items";
import { showCommentText } from "@/lib/domain/people/comment-text";
import { listPersonIds, showPerson } from "@/lib/domain/people/person";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const TOOL = 3;
const OTHER_TOOL = 8;
const ITEM = toolItems(getTool(TOOL))[0]!.id;
const OTHER_ITEM = toolItems(getTool(OTHER_TOOL))[0]!.id;

let fixture: AgencyFixture;
let admin: TeamContext;
let member: TeamContext;
let partner: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId);
  member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
  partner = await teamContext(await addToTeam(fixture, "partner", [TOOL]), fixture.teamId);
});

const say = (context: TeamContext, body: string, tool = TOOL, itemId = ITEM) =>
  createThread(context, { toolRef: refTo(tool), itemId, body });

/** As the panel shows them: people by their names. */
async function commentsOf(context: TeamContext, itemId = ITEM, toolRef = TOOL) {
  const found = await findItemComments(context, refTo(toolRef), itemId);
  if (!found) throw new Error("not open");
  const people = await listPeople(context, found);
  const event = <T extends NonNullable<(typeof found.threads)[number]["resolved"]>>(one: T) => ({ ...one, by: showPerson(people, one.by) });
  return {
    ...found,
    mentionable: found.mentionable.map((person) => showPerson(people, person)),
    threads: found.threads.map(({ resolved, comments, ...thread }) => ({
      ...thread,
      resolved: resolved && event(resolved),
      comments: comments.map((comment) => ({ ...event(comment), body: comment.body && showCommentText(people, comment.body) })),
    })),
  };
}

async function storedBodies(context: TeamContext): Promise<string[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ body: string }>("select body from comment where agency_id = $1 order by created_at", [context.agencyId]),
  );
  return rows.map(({ body }) => body);
}

async function mentionsOf(context: TeamContext) {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ user_id: string; is_waiting: boolean }>(
      "select user_id, mailed_at is null as is_waiting from comment_mention where agency_id = $1 order by user_id",
      [context.agencyId],
    ),
  );
  return rows;
}

describe("a conversation", () => {
  test("is read by everyone who can open the tool, with the names they chose and whose comment is whose", async () => {
    const threadId = await say(member, "Do we mean the night shift too?");
    await replyToThread(partner, { toolRef: refTo(TOOL), threadId, body: "Yes, both." });
    const { threads } = await commentsOf(partner);
    expect(threads).toMatchObject([
      {
        id: threadId,
        resolved: null,
        comments: [
          { by: "Robin member", body: "Do we mean the night shift too?", isYours: false, isEdited: false },
          { by: "Robin partner", body: "Yes, both.", isYours: true },
        ],
      },
    ]);
  });

  test("can be resolved and taken up again; while it is resolved nobody replies", async () => {
    const threadId = await say(member, "Which form?");
    await resolveThread(admin, { toolRef: refTo(TOOL), threadId, isResolved: true });
    expect((await commentsOf(member)).threads[0]?.resolved).toMatchObject({ by: "Avery Admin" });
    await expect(replyToThread(member, { toolRef: refTo(TOOL), threadId, body: "One more." })).rejects.toThrow(/resolved/);
    expect(await countOpenThreads(member)).toEqual(new Map());
    await resolveThread(member, { toolRef: refTo(TOOL), threadId, isResolved: false });
    expect((await commentsOf(member)).threads[0]?.resolved).toBeNull();
    expect(await countOpenThreads(member)).toEqual(new Map([[keyOf(TOOL), 1]]));
  });

  test("goes on while the tool is complete, and stays as it is once the tool is locked", async () => {
    const threadId = await say(member, "Ready?");
    await completeTool(admin, refTo(TOOL));
    await replyToThread(admin, { toolRef: refTo(TOOL), threadId, body: "Looks good." });
    await lockTool(admin, refTo(TOOL));
    await expect(say(member, "Late.")).rejects.toThrow(/locked/);
    await expect(resolveThread(member, { toolRef: refTo(TOOL), threadId, isResolved: true })).rejects.toThrow(/locked/);
    expect(await commentsOf(member)).toMatchObject({ mayComment: false, isLocked: true });
  });

  test("keeps what someone wrote who left the agency, under no name", async () => {
    await say(member, "From before.");
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), member.userId);
    expect((await commentsOf(admin)).threads[0]?.comments[0]).toMatchObject({ by: "A former member", body: "From before." });
  });
});

describe("one's own comment", () => {
  test("can be changed, and says so", async () => {
    await say(member, "Frist.");
    const [thread] = (await commentsOf(member)).threads;
    await updateComment(member, { toolRef: refTo(TOOL), commentId: thread!.comments[0]!.id, body: "First." });
    expect((await commentsOf(admin)).threads[0]?.comments[0]).toMatchObject({ body: "First.", isEdited: true });
  });

  test("sent again because the answer was lost is not changed a second time", async () => {
    await say(member, "Frist.");
    const commentId = (await commentsOf(member)).threads[0]!.comments[0]!.id;
    for (const _try of [1, 2]) await updateComment(member, { toolRef: refTo(TOOL), commentId, body: "First." });
    const changes = await withAgencyConnection(member, (client) => client.query("select from response_event where agency_id = $1 and kind = 'comment-edited'", [member.agencyId]));
    expect(changes.rowCount).toBe(1);
  });

  test("is gone when deleted; its place stays only while there are replies", async () => {
    const threadId = await say(member, "A question.");
    await replyToThread(admin, { toolRef: refTo(TOOL), threadId, body: "An answer." });
    const [question, answer] = (await commentsOf(member)).threads[0]!.comments;
    await deleteComment(member, { toolRef: refTo(TOOL), commentId: question!.id });
    expect((await commentsOf(admin)).threads[0]?.comments).toMatchObject([{ body: null }, { body: "An answer." }]);
    await deleteComment(admin, { toolRef: refTo(TOOL), commentId: answer!.id });
    expect((await commentsOf(admin)).threads).toEqual([]);
    expect(await countOpenThreads(admin)).toEqual(new Map());
    const { rows } = await withAgencyConnection(admin, (client) =>
      client.query<{ body: string }>("select body from comment where agency_id = $1", [admin.agencyId]),
    );
    expect(rows).toEqual([{ body: "" }, { body: "" }]);
  });

  test("is changed and deleted by nobody else, not even an admin", async () => {
    await say(member, "Mine.");
    const commentId = (await commentsOf(member)).threads[0]!.comments[0]!.id;
    await expect(updateComment(admin, { toolRef: refTo(TOOL), commentId, body: "Ours." })).rejects.toThrow(/not there/);
    await expect(deleteComment(admin, { toolRef: refTo(TOOL), commentId })).rejects.toThrow(/not there/);
  });
});

describe("who may not", () => {
  test("a viewer reads and is not asked to write", async () => {
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    await say(member, "Hello.");
    expect(isAllowedInTeam("viewer", "comment:create")).toBe(false);
    expect(await commentsOf(viewer)).toMatchObject({ mayComment: false, mentionable: [], threads: [{ comments: [{ body: "Hello." }] }] });
  });

  test("a partner finds nothing of a tool that is not shared with them", async () => {
    const threadId = await say(member, "Inside.", OTHER_TOOL, OTHER_ITEM);
    expect(await findItemComments(partner, refTo(OTHER_TOOL), OTHER_ITEM)).toBeNull();
    expect(await countOpenThreads(partner)).toEqual(new Map());
    expect((await listThreads(partner, [TOOL, OTHER_TOOL].map(refTo))).size).toBe(0);
    expect(await listItemNotes(partner, refTo(OTHER_TOOL))).toEqual(new Map());
    await expect(say(partner, "Hi.", OTHER_TOOL, OTHER_ITEM)).rejects.toThrow(/could not find/);
    // Naming a tool of their own doesn't help.
    await expect(replyToThread(partner, { toolRef: refTo(TOOL), threadId, body: "Hi." })).rejects.toThrow(/not there/);
  });

  test("another agency's conversation is like one nobody has", async () => {
    const threadId = await say(member, "Ours.");
    const other = await createAgencyFixture("Canary agency");
    const stranger = await teamContext(other.admin, other.teamId);
    expect((await commentsOf(stranger)).threads).toEqual([]);
    for (const id of [threadId, randomUUID()]) {
      await expect(replyToThread(stranger, { toolRef: refTo(TOOL), threadId: id, body: "Hi." })).rejects.toThrow(/not there/);
    }
  });
});

describe("a mention", () => {
  test("reaches only people who can open the tool, never the writer", async () => {
    const { mentionable } = await commentsOf(member, OTHER_ITEM, OTHER_TOOL);
    expect(mentionable).toEqual(["Avery Admin"]);
    await say(member, "@Avery Admin, @Robin partner and @Robin member: please look.", OTHER_TOOL, OTHER_ITEM);
    expect(await mentionsOf(member)).toEqual([{ user_id: admin.userId, is_waiting: true }]);
  });

  test("waits no longer once its comment is deleted, or names somebody else", async () => {
    await say(member, "@Avery Admin?");
    const commentId = (await commentsOf(member)).threads[0]!.comments[0]!.id;
    await updateComment(member, { toolRef: refTo(TOOL), commentId, body: "@Robin partner?" });
    expect(new Map((await mentionsOf(member)).map((row) => [row.user_id, row.is_waiting]))).toEqual(
      new Map([
        [admin.userId, false],
        [partner.userId, true],
      ]),
    );
    await deleteComment(member, { toolRef: refTo(TOOL), commentId });
    expect((await mentionsOf(member)).every((row) => !row.is_waiting)).toBe(true);
  });

  test("is kept as the person, whatever they are called later, also of somebody who can’t open the tool", async () => {
    const words = "@Robin partner and @Avery Admin, @Robin partners, a@Robin partner: look.";
    await say(member, words, OTHER_TOOL, OTHER_ITEM);
    expect(await storedBodies(member)).toEqual([`@[${partner.userId}] and @[${admin.userId}], @Robin partners, a@Robin partner: look.`]);
    await updateDisplayName(await agencyContext(partner, fixture.agencyId), "River Otter");
    const [thread] = (await commentsOf(member, OTHER_ITEM, OTHER_TOOL)).threads;
    expect(thread?.comments[0]?.body).toBe(words.replace("@Robin partner and", "@River Otter and"));
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), partner.userId);
    const [later] = (await commentsOf(member, OTHER_ITEM, OTHER_TOOL)).threads;
    expect(later?.comments[0]?.body).toBe(words.replace("@Robin partner and", "@A former member and"));
  });

  test("can’t be typed as an id, and what looks like one is shown as it was typed", async () => {
    const words = `@[${partner.userId}] @[] @[[ @[${randomUUID()}] @[Robin partner] @`;
    await say(member, words);
    expect((await commentsOf(admin)).threads[0]?.comments[0]?.body).toBe(words);
    expect(await mentionsOf(member)).toEqual([]);
  });

  test("stays when its comment is changed: by the name it shows, by one that ended meanwhile, and of former members in their order", async () => {
    const gone = [await addToTeam(fixture, "lead"), await addToTeam(fixture, "viewer")];
    await say(member, "@Robin partner, ask @Robin lead and @Robin viewer.");
    const commentId = (await commentsOf(member)).threads[0]!.comments[0]!.id;
    for (const { userId } of gone) await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), userId);
    const [shown] = (await commentsOf(member)).threads[0]!.comments;
    expect(shown?.body).toBe("@Robin partner, ask @A former member and @A former member.");
    await updateDisplayName(await agencyContext(partner, fixture.agencyId), "River Otter");
    await updateComment(member, { toolRef: refTo(TOOL), commentId, body: `${shown?.body} Thanks.` });
    expect(await storedBodies(member)).toEqual([
      `@[${partner.userId}], ask @[${gone[0]?.userId}] and @[${gone[1]?.userId}]. Thanks.`,
    ]);
    expect(listPersonIds((await findItemComments(member, refTo(TOOL), ITEM))?.threads[0]?.comments[0]?.body)).toHaveLength(3);
  });
});

test("an item's button counts what lies beside it", async () => {
  const threadId = await say(member, "One.");
  await replyToThread(admin, { toolRef: refTo(TOOL), threadId, body: "Two." });
  expect((await listItemNotes(member, refTo(TOOL))).get(ITEM)).toEqual({ openComments: 1, comments: 2, files: 0, assignment: null });
  await resolveThread(admin, { toolRef: refTo(TOOL), threadId, isResolved: true });
  expect((await listItemNotes(partner, refTo(TOOL))).get(ITEM)).toMatchObject({ openComments: 0, comments: 2 });
});

test("a comment is kept as typed, without what a database can't keep", () => {
  expect(commentBodySchema.parse("  One\r\ntwo\u0000 \ud800 <b>#strong[x]</b>\n")).toBe("One\ntwo \ufffd <b>#strong[x]</b>");
  expect(commentBodySchema.safeParse(" \n ").success).toBe(false);
  expect(commentBodySchema.safeParse("a".repeat(4_001)).success).toBe(false);
});
