import "server-only";
import { requireCommentRoom } from "@/lib/agencies/quotas";
import { COMMENT_MAX_LENGTH, COMMENTS_PER_THREAD, THREADS_PER_ITEM } from "@/lib/domain/limits";
import { boundedText, writtenText } from "@/lib/domain/text/bounded-text";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { countAttempt, type ThrottleRule } from "@/lib/platform/rates/throttle";
import { itemIndexOf } from "@/lib/responses/tool-access";
import { requireUnlocked } from "@/lib/responses/tool-status";
import { writeComment } from "./mentions";

const GONE = "This is not there any more. Someone may have removed it.";

export const COMMENTS_PER_PERSON: ThrottleRule = { name: "comment:person", limit: 200, minutes: 60 };

const TOO_LONG = `Use ${COMMENT_MAX_LENGTH.toLocaleString("en-US")} characters or fewer.`;

export const commentBodySchema = writtenText(COMMENT_MAX_LENGTH, TOO_LONG, (text) => text.trim()).pipe(
  boundedText(COMMENT_MAX_LENGTH).min(1, "Write something first."),
);

interface ThreadPlace {
  readonly toolRef: ToolRef;
  readonly threadId: string;
}

interface CommentPlace {
  readonly toolRef: ToolRef;
  readonly commentId: string;
}

/** Begins a conversation on an item. @returns its id. @throws RefusedError for a locked tool, or an item with too many. */
export async function createThread(
  context: TeamContext,
  { toolRef, itemId, body }: { readonly toolRef: ToolRef; readonly itemId: string; readonly body: string },
): Promise<string> {
  const { agencyId, teamId, userId } = context;
  return withAgency(context, async (tx) => {
    const tool = await requireUnlocked(context, toolRef);
    if (!itemIndexOf(tool).has(itemId)) throw new RefusedError(GONE);
    const count = await tx.commentThread.count({ where: { agencyId, teamId, ...toolRef, itemId } });
    if (count >= THREADS_PER_ITEM) throw new RefusedError("This item has as many conversations as it can hold. Reply in one of them.");
    const { id } = await tx.commentThread.create({
      data: { agencyId, teamId, ...toolRef, itemId, createdBy: userId },
      select: { id: true },
    });
    await insertComment(tx, context, { toolRef, threadId: id, body });
    await recordEvent(context, toolRef, { kind: "thread-begun", threadId: id, itemId });
    return id;
  });
}

/** @throws RefusedError for a conversation that is resolved, full, or of another tool. */
export async function replyToThread(context: TeamContext, reply: ThreadPlace & { readonly body: string }): Promise<string> {
  return withAgency(context, async (tx) => {
    const thread = await requireThread(tx, context, reply);
    if (thread.resolvedAt) throw new RefusedError("This conversation is resolved. Reopen it to reply.");
    const count = await tx.comment.count({ where: { agencyId: context.agencyId, threadId: thread.id } });
    if (count >= COMMENTS_PER_THREAD) throw new RefusedError("This conversation is full. Start a new one.");
    const commentId = await insertComment(tx, context, reply);
    await recordEvent(context, reply.toolRef, { kind: "replied", threadId: thread.id, commentId });
    return commentId;
  });
}

/** Changes one's own comment; people it mentions for the first time are told. @throws RefusedError for someone else's. */
export async function updateComment(context: TeamContext, change: CommentPlace & { readonly body: string }): Promise<void> {
  const { agencyId } = context;
  await withAgency(context, async (tx) => {
    const { id, ...before } = await requireOwnComment(tx, context, change);
    const { toolRef, body: typed } = change;
    const { body, mentioned, hasOtherAt } = await writeComment(tx, context, { toolRef, typed, before: { body: before.body, at: before.createdAt } });
    // Sent again because the answer was lost.
    if (body === before.body) return;
    const mayNamePeople = before.mayNamePeople && hasOtherAt;
    await tx.comment.update({ where: { agencyId_id: { agencyId, id } }, data: { body, mayNamePeople, editedAt: new Date() } });
    await mention(tx, context, id, mentioned);
    await recordEvent(context, toolRef, { kind: "comment-edited", commentId: id });
  });
}

/** Takes one's own comment's words away for good. @throws RefusedError for someone else's. */
export async function deleteComment(context: TeamContext, place: CommentPlace): Promise<void> {
  const { agencyId } = context;
  await withAgency(context, async (tx) => {
    const { id } = await requireOwnComment(tx, context, place);
    await tx.comment.update({ where: { agencyId_id: { agencyId, id } }, data: { body: "", deletedAt: new Date() } });
    await settleMentions(tx, agencyId, id, []);
    await recordEvent(context, place.toolRef, { kind: "comment-deleted", commentId: id });
  });
}

/** Sets a conversation aside, or takes it up again; who and when stay as they were if it is so already. */
export async function resolveThread(context: TeamContext, { isResolved, ...place }: ThreadPlace & { readonly isResolved: boolean }): Promise<void> {
  await withAgency(context, async (tx) => {
    const { id } = await requireThread(tx, context, place);
    const { count } = await tx.commentThread.updateMany({
      where: { agencyId: context.agencyId, id, resolvedAt: isResolved ? null : { not: null } },
      data: isResolved ? { resolvedAt: new Date(), resolvedBy: context.userId } : { resolvedAt: null, resolvedBy: null },
    });
    const kind = isResolved ? "thread-resolved" : "thread-reopened";
    if (count > 0) await recordEvent(context, place.toolRef, { kind, threadId: id });
  });
}

async function requireThread(tx: Tx, context: TeamContext, { toolRef, threadId }: ThreadPlace) {
  await requireUnlocked(context, toolRef);
  const thread = await tx.commentThread.findFirst({
    where: { agencyId: context.agencyId, teamId: context.teamId, ...toolRef, id: threadId },
    select: { id: true, resolvedAt: true },
  });
  if (!thread) throw new RefusedError(GONE);
  return thread;
}

async function requireOwnComment(tx: Tx, context: TeamContext, { toolRef, commentId }: CommentPlace) {
  await requireUnlocked(context, toolRef);
  const comment = await tx.comment.findFirst({
    where: {
      agencyId: context.agencyId,
      id: commentId,
      createdBy: context.userId,
      deletedAt: null,
      thread: { agencyId: context.agencyId, teamId: context.teamId, ...toolRef },
    },
    select: { id: true, body: true, mayNamePeople: true, createdAt: true },
  });
  if (!comment) throw new RefusedError(GONE);
  return comment;
}

interface NewComment extends ThreadPlace {
  readonly body: string;
}

async function insertComment(tx: Tx, context: TeamContext, { toolRef, threadId, body: typed }: NewComment): Promise<string> {
  if (!(await countAttempt(COMMENTS_PER_PERSON, context.userId))) {
    throw new RefusedError("You wrote many comments in the last hour. Please wait a while, then go on.");
  }
  await requireCommentRoom(tx, context, toolRef);
  const { body, mentioned } = await writeComment(tx, context, { toolRef, typed, before: null });
  const { id } = await tx.comment.create({
    data: { agencyId: context.agencyId, threadId, body, createdBy: context.userId },
    select: { id: true },
  });
  await mention(tx, context, id, mentioned);
  return id;
}

/** Notes who is to be told; nobody is told of their own words. */
async function mention(tx: Tx, { agencyId, userId: writer }: TeamContext, commentId: string, mentioned: readonly string[]) {
  const told = mentioned.filter((userId) => userId !== writer);
  await tx.commentMention.createMany({
    data: told.map((userId) => ({ agencyId, commentId, userId })),
    skipDuplicates: true,
  });
  await settleMentions(tx, agencyId, commentId, told);
}

/** Whoever is no longer named has nothing to be told any more. */
async function settleMentions(tx: Tx, agencyId: string, commentId: string, still: readonly string[]): Promise<void> {
  await tx.commentMention.updateMany({
    where: { agencyId, commentId, mailedAt: null, userId: { notIn: [...still] } },
    data: { mailedAt: new Date() },
  });
}
