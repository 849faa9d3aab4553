import "server-only";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/auth/context";
import { isAllowedInTeam } from "@/lib/auth/permissions";
import { withAgency, withAgencyConnection } from "@/lib/db/with-agency";
import { parseCommentText } from "@/lib/people/comment-text";
import { personOf } from "@/lib/people/person";
import type { CommentThread, CommentView, ItemComments } from "@/lib/tools/comments";
import type { ToolNumber } from "@/lib/tools/definition";
import { sendsMentionMail } from "./mention-mail";
import { listToolReaders } from "./mentions";
import { eventOf } from "./response-facts";
import { findOpenTool, itemIndexOf } from "./tool-access";
import type { TakeOutNames } from "./typed-names";

interface CommentRow {
  item_id: string;
  tool_number: ToolNumber;
  thread_id: string;
  resolved_at: Date | null;
  resolved_by: string | null;
  id: string;
  body: string;
  may_name_people: boolean;
  created_by: string;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
}

/** Conversations of the team's tools, oldest first, with the item each is about. */
interface PlacedThread extends CommentThread {
  readonly toolNumber: ToolNumber;
  readonly itemId: string;
}

interface Search {
  readonly toolNumbers: readonly number[];
  readonly itemId?: string;
  readonly takeOutNames?: TakeOutNames | null;
}

async function readThreads(
  client: PoolClient,
  context: TeamContext,
  { toolNumbers, itemId, takeOutNames }: Search,
): Promise<PlacedThread[]> {
  const { rows } = await client.query<CommentRow>(
    `select t.item_id, t.tool_number, t.id as thread_id, t.resolved_at, t.resolved_by,
            c.id, c.body, c.may_name_people, c.created_by, c.created_at, c.edited_at, c.deleted_at
       from comment_thread t
       join comment c on c.agency_id = t.agency_id and c.thread_id = t.id
      where t.agency_id = $1 and t.team_id = $2 and t.tool_number = any($3::int[])
        and ($4::text is null or t.item_id = $4)
      order by t.created_at, t.id, c.created_at, c.id`,
    [context.agencyId, context.teamId, toolNumbers, itemId ?? null],
  );
  return [...groupBy(rows, (row) => row.thread_id).values()]
    .map((comments) => toThread(comments, context.userId, takeOutNames ?? ((text) => text)))
    .filter(({ comments }) => comments.length > 0);
}

function groupBy<T, Key>(list: readonly T[], keyOf: (entry: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

function toThread(rows: readonly CommentRow[], userId: string, takeOutNames: TakeOutNames): PlacedThread {
  const [{ thread_id, tool_number, item_id, resolved_at, resolved_by }] = rows as [CommentRow];
  // A deleted comment leaves its place only where an answer to it would otherwise hang in the air.
  const lastLeft = rows.findLastIndex((row) => row.deleted_at === null);
  return {
    id: thread_id,
    toolNumber: tool_number,
    itemId: item_id,
    resolved: resolved_at && eventOf(resolved_at, personOf(resolved_by)),
    comments: rows.slice(0, lastLeft + 1).map((row) => toComment(row, userId, takeOutNames)),
  };
}

function toComment(row: CommentRow, userId: string, takeOutNames: TakeOutNames): CommentView {
  return {
    id: row.id,
    ...eventOf(row.created_at, personOf(row.created_by)),
    isYours: row.created_by === userId,
    isEdited: row.edited_at !== null,
    body: row.deleted_at ? null : takeOutNames(parseCommentText(row.body), row.may_name_people),
  };
}

/** Everything the comments of an item need; null for an item, or a tool, the person can't open. */
export async function findItemComments(context: TeamContext, toolNumber: number, itemId: string): Promise<ItemComments | null> {
  const tool = findOpenTool(context, toolNumber);
  if (!tool || !itemIndexOf(tool).has(itemId)) return null;
  const [threads, { readers, isLocked }] = await Promise.all([
    withAgencyConnection(context, (client) => readThreads(client, context, { toolNumbers: [toolNumber], itemId })),
    withAgency(context, async (tx) => ({
      readers: await listToolReaders(tx, context, toolNumber),
      isLocked:
        (await tx.response.count({
          where: { agencyId: context.agencyId, teamId: context.teamId, toolNumber, lockedAt: { not: null } },
        })) > 0,
    })),
  ]);
  const mayComment = isAllowedInTeam(context.role, "comment:create");
  return {
    threads: threads.map(({ id, resolved, comments }) => ({ id, resolved, comments })),
    mayComment: mayComment && !isLocked,
    isLocked,
    sendsMail: sendsMentionMail(),
    mentionable: mayComment ? readers.map(({ person }) => person).filter(({ personId }) => personId !== context.userId) : [],
  };
}

/**
 * All conversations of the tools named that the person may open, for exports: by tool, then by item id; where names are
 * left out, with what takes those out that are no mentions.
 */
export async function listThreads(
  context: TeamContext,
  toolNumbers: readonly ToolNumber[],
  takeOutNames: TakeOutNames | null = null,
): Promise<ReadonlyMap<ToolNumber, ReadonlyMap<string, readonly CommentThread[]>>> {
  const open = toolNumbers.filter((number) => findOpenTool(context, number));
  const threads = await withAgencyConnection(context, (client) => readThreads(client, context, { toolNumbers: open, takeOutNames }));
  const byTool = groupBy(threads, ({ toolNumber }) => toolNumber);
  return new Map([...byTool].map(([number, own]) => [number, groupBy(own, ({ itemId }) => itemId)]));
}

/** How many conversations are open in each tool the person may open; tools without any are missing. */
export async function countOpenThreads(context: TeamContext): Promise<ReadonlyMap<ToolNumber, number>> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ tool_number: ToolNumber; open: number }>(
      `select tool_number, count(*)::int as open
         from comment_thread t
        where agency_id = $1 and team_id = $2 and resolved_at is null and ($3::int[] is null or tool_number = any($3::int[]))
          and exists (select 1 from comment c
                       where c.agency_id = t.agency_id and c.thread_id = t.id and c.deleted_at is null)
        group by tool_number`,
      [context.agencyId, context.teamId, context.toolNumbers],
    ),
  );
  return new Map(rows.map((row) => [row.tool_number, row.open]));
}
