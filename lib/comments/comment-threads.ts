import "server-only";
import type { PoolClient } from "pg";
import { parseCommentText } from "@/lib/domain/people/comment-text";
import { personOf, type PersonRef } from "@/lib/domain/people/person";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TakeOutNames } from "@/lib/people/typed-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { showFrom, type ShownAt, shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { sendsNotices } from "@/lib/platform/mail/outbox";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool, itemIndexOf, openKeysOf } from "@/lib/responses/tool-access";
import type { CommentThread, CommentView, ItemComments } from "./comment";
import { listToolReaders } from "./mentions";

interface CommentRow {
  item_id: string;
  toolkit_id: string;
  tool_id: string;
  thread_id: string;
  resolved_at: Date | null;
  resolved_by: string | null;
  id: string;
  body: string;
  may_name_people: boolean;
  written_by: string;
  is_yours: boolean;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
}

/** Conversations of the team's tools, oldest first, with the item each is about. */
interface PlacedThread extends CommentThread {
  readonly toolRef: ToolRef;
  readonly itemId: string;
}

interface Search {
  /** Null for every tool. */
  readonly toolKeys: readonly ToolKey[] | null;
  readonly itemId?: string;
  readonly takeOutNames?: TakeOutNames | null;
}

async function readThreads(
  client: PoolClient,
  context: TeamContext,
  { toolKeys, itemId, takeOutNames }: Search,
): Promise<PlacedThread[]> {
  const { rows } = await client.query<CommentRow>(
    `select t.item_id, t.toolkit_id, t.tool_id, t.id as thread_id, t.resolved_at,
            ${shownPerson("t.agency_id", "t.resolved_by", "t.resolved_at")} as resolved_by,
            c.id, c.body, c.may_name_people, ${shownPerson("c.agency_id", "c.created_by", "c.created_at")} as written_by,
            c.created_by = $5 as is_yours, c.created_at, c.edited_at, c.deleted_at
       from comment_thread t
       join comment c on c.agency_id = t.agency_id and c.thread_id = t.id
      where t.agency_id = $1 and t.team_id = $2 and ($3::text[] is null or t.toolkit_id || '/' || t.tool_id = any($3::text[]))
        and ($4::text is null or t.item_id = $4)
      order by t.created_at, t.id, c.created_at, c.id`,
    [context.agencyId, context.teamId, toolKeys, itemId ?? null, context.userId],
  );
  const shownAt = rows.some(({ body }) => body.includes("@[")) ? await readShownIn(client, context) : null;
  const reader: Reader = { shownAt, takeOutNames: takeOutNames ?? ((text) => text) };
  return [...groupBy(rows, (row) => row.thread_id).values()]
    .map((comments) => toThread(comments, reader))
    .filter(({ comments }) => comments.length > 0);
}

/** Whom texts mention stands in them by the ids of their accounts. */
async function readShownIn(client: PoolClient, { agencyId }: TeamContext): Promise<ShownAt> {
  const { rows } = await client.query<{ userId: string; id: string; since: Date }>(
    `select user_id as "userId", id, since from persona where agency_id = $1`,
    [agencyId],
  );
  return showFrom(rows);
}

interface Reader {
  /** Null where nobody is mentioned. */
  readonly shownAt: ShownAt | null;
  readonly takeOutNames: TakeOutNames;
}

function groupBy<T, Key>(list: readonly T[], keyOf: (entry: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

function toThread(rows: readonly CommentRow[], reader: Reader): PlacedThread {
  const [{ thread_id, toolkit_id: toolkitId, tool_id: toolId, item_id, resolved_at, resolved_by }] = rows as [CommentRow];
  // A deleted comment leaves its place only where an answer to it would otherwise hang in the air.
  const lastLeft = rows.findLastIndex((row) => row.deleted_at === null);
  return {
    id: thread_id,
    toolRef: { toolkitId, toolId },
    itemId: item_id,
    resolved: resolved_at && eventOf(resolved_at, personOf(resolved_by)),
    comments: rows.slice(0, lastLeft + 1).map((row) => toComment(row, reader)),
  };
}

function toComment(row: CommentRow, { shownAt, takeOutNames }: Reader): CommentView {
  const mentioned = (part: string | PersonRef) => (typeof part === "string" || !shownAt ? part : shownAt(part.personId, row.created_at));
  return {
    id: row.id,
    ...eventOf(row.created_at, personOf(row.written_by)),
    isYours: row.is_yours,
    isEdited: row.edited_at !== null,
    body: row.deleted_at ? null : takeOutNames(parseCommentText(row.body).map(mentioned), row.may_name_people),
  };
}

function isOpenItem(context: TeamContext, toolRef: ToolRef, itemId: string): boolean {
  const tool = findOpenTool(context, toolRef);
  return tool !== null && itemIndexOf(tool).has(itemId);
}

/** The conversations about one item, to be read; null for an item, or a tool, the person can't open. */
export async function listItemThreads(context: TeamContext, toolRef: ToolRef, itemId: string): Promise<readonly CommentThread[] | null> {
  if (!isOpenItem(context, toolRef, itemId)) return null;
  const threads = await withAgencyConnection(context, (client) => readThreads(client, context, { toolKeys: [toolKey(toolRef)], itemId }));
  return threads.map(({ id, resolved, comments }) => ({ id, resolved, comments }));
}

/** Everything the comments of an item need, to be answered too; null for an item, or a tool, the person can't open. */
export async function findItemComments(context: TeamContext, toolRef: ToolRef, itemId: string): Promise<ItemComments | null> {
  if (!isOpenItem(context, toolRef, itemId)) return null;
  const [threads, { readers, isLocked }] = await Promise.all([
    listItemThreads(context, toolRef, itemId),
    withAgency(context, async (tx) => ({
      readers: await listToolReaders(tx, context, toolRef),
      isLocked:
        (await tx.response.count({
          where: { agencyId: context.agencyId, teamId: context.teamId, ...toolRef, lockedAt: { not: null } },
        })) > 0,
    })),
  ]);
  const mayComment = isAllowedInTeam(context.role, "comment:create");
  return {
    threads: threads ?? [],
    mayComment: mayComment && !isLocked,
    isLocked,
    sendsMail: sendsNotices(),
    mentionable: mayComment ? readers.map(({ person }) => person).filter(({ personId }) => personId !== context.personId) : [],
  };
}

/**
 * All conversations of the tools named that the person may open, for exports: by tool, then by item id; where names are
 * left out, with what takes those out that are no mentions.
 */
export async function listThreads(
  context: TeamContext,
  toolRefs: readonly ToolRef[],
  takeOutNames: TakeOutNames | null = null,
): Promise<ReadonlyMap<ToolKey, ReadonlyMap<string, readonly CommentThread[]>>> {
  const open = openKeysOf(context, toolRefs);
  const threads = await withAgencyConnection(context, (client) => readThreads(client, context, { toolKeys: open, takeOutNames }));
  const byTool = groupBy(threads, ({ toolRef }) => toolKey(toolRef));
  return new Map([...byTool].map(([key, own]) => [key, groupBy(own, ({ itemId }) => itemId)]));
}

/** How many conversations are open in each tool the person may open; tools without any are missing. */
export async function countOpenThreads(context: TeamContext): Promise<ReadonlyMap<ToolKey, number>> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ tool_key: ToolKey; open: number }>(
      `select toolkit_id || '/' || tool_id as tool_key, count(*)::int as open
         from comment_thread t
        where agency_id = $1 and team_id = $2 and resolved_at is null and ($3::text[] is null or toolkit_id || '/' || tool_id = any($3::text[]))
          and exists (select 1 from comment c
                       where c.agency_id = t.agency_id and c.thread_id = t.id and c.deleted_at is null)
        group by tool_key`,
      [context.agencyId, context.teamId, context.toolKeys],
    ),
  );
  return new Map(rows.map((row) => [row.tool_key, row.open]));
}
