import "server-only";
import type { PoolClient } from "pg";
import type { Answer } from "@/lib/domain/answer/answers";
import { personOf, WORKBOOK_ID, workbookOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { Item } from "@/lib/domain/tool/definition";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { readEvent } from "@/lib/events/response-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { secretOf } from "@/lib/platform/auth/secrets";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { formatItemCursor, parseItemCursor } from "./history-cursor";

/** Names one recorded change of an item: no person begins two at one moment. Whose it is can't be read from it. */
export interface RevisionKey {
  readonly mark: string;
  /** When it began, ISO 8601: the moment, or the whole minute in older ones. */
  readonly minute: string;
}

/** One change of one answer as it was recorded; null is blank. */
export interface AnswerRevision extends ReportEvent {
  readonly key: RevisionKey;
  readonly before: Answer | null;
  readonly after: Answer | null;
  /** Whether the person brought back an answer from the history. */
  readonly isRestore: boolean;
}

export interface ItemHistory {
  readonly item: Item;
  /** The answer as it is; null is blank. */
  readonly current: Answer | null;
  /** Newest first. */
  readonly revisions: readonly AnswerRevision[];
  /** Where older changes begin; null when there are none. */
  readonly older: string | null;
}

/** Few, because each may hold two long answers. */
const ITEM_PAGE = 20;

/** An instant to the microsecond; JavaScript's dates would cut it off, and the next page would repeat a change. */
export const EXACT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
/** The team's response to the tool; as a subquery, so that PostgreSQL knows the id before it chooses an index. */
export const RESPONSE_ID = "(select id from response where agency_id = $1 and team_id = $2 and toolkit_id || '/' || tool_id = $3)";

export interface RevisionRow {
  /** Whose account wrote it: for the server alone. */
  user_id: string;
  /** Who is shown for it. */
  person_id: string;
  minute: Date;
  changed_at: Date;
  exact: string;
  before: Answer | null;
  after: Answer | null;
  /** Of an entry that the workbook made when it brought answers along: from which version. */
  from_version: number | null;
}

/** Beside `answer_revision v`: when it was the workbook that brought answers along, from where. */
export const UPGRADES = `
    left join response_upgrade u on v.user_id = '${WORKBOOK_ID}' and u.agency_id = v.agency_id and u.response_id = v.response_id
                                and u.at = v.minute`;

const itemRevisions = (author: string) => `
  select v.user_id, ${author} as person_id, v.minute, v.changed_at, to_char(v.changed_at at time zone 'UTC', ${EXACT}) as exact,
         v.before, v.after, u.from_version
    from answer_revision v
    ${UPGRADES}
   where v.agency_id = $1 and v.response_id = ${RESPONSE_ID} and v.item_id = $4
     and ($5::timestamptz is null or v.changed_at < $5)
   order by v.changed_at desc, v.user_id desc
   limit $6`;

/** Every change of one item, newest first, a page at a time. Null for an item or a tool the person can't open. */
export async function listItemHistory(
  context: TeamContext,
  toolRef: ToolRef,
  itemId: string,
  { before = "", limit = ITEM_PAGE }: { readonly before?: string; readonly limit?: number } = {},
): Promise<ItemHistory | null> {
  const item = findOpenItem(context, toolRef, itemId);
  if (!item) return null;
  const place = [context.agencyId, context.teamId, toolKey(toolRef)];
  const cursor = parseItemCursor(before);
  return withAgencyConnection(context, async (client) => {
    const values = [...place, itemId, cursor?.at ?? null, limit + 1];
    const { rows } = await client.query<RevisionRow>(itemRevisions(authorOf(context)), values);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const answers = await client.query<{ value: Answer }>(
      `select value from answer where agency_id = $1 and response_id = ${RESPONSE_ID} and item_id = $4`,
      [...place, itemId],
    );
    const restores = await findRestores(client, context, toolRef, shown);
    return {
      item,
      current: answers.rows[0]?.value ?? null,
      revisions: shown.map((row) => toRevision(context, row, itemId, restores)),
      older: last && rows.length > limit ? formatItemCursor({ at: last.exact }) : null,
    };
  });
}

/** The item, when the person may open its tool; foreign and nonexistent are the same. */
export function findOpenItem(context: TeamContext, toolRef: ToolRef, itemId: string): Item | null {
  const tool = findOpenTool(context, toolRef);
  return (tool && itemIndexOf(tool).get(itemId)) ?? null;
}

/** Who is shown for an entry of `answer_revision v`. The workbook itself is nobody who could be hidden. */
export function authorOf(context: TeamContext): string {
  return `case when v.user_id = '${WORKBOOK_ID}' then v.user_id else ${shownAuthor(context, "v.agency_id", "v.user_id", "v.changed_at")} end`;
}

/** The same for whoever wrote it and this moment, and for nothing else. */
export function markRevision({ agencyId }: TeamContext, userId: string, minute: string): string {
  return secretOf("revision", agencyId, userId, minute).slice(0, 22);
}

export function toRevision(context: TeamContext, row: RevisionRow, itemId: string, restores: ReadonlySet<string>): AnswerRevision {
  const { user_id: userId, before, after } = row;
  const minute = row.minute.toISOString();
  return {
    key: { mark: markRevision(context, userId, minute), minute },
    ...eventOf(row.changed_at, row.from_version === null ? personOf(row.person_id) : workbookOf(row.from_version)),
    before,
    after,
    isRestore: restores.has(nameRevision(userId, itemId, minute)),
  };
}

function nameRevision(userId: string, itemId: string, minute: string): string {
  return [userId, itemId, minute].join(" ");
}

/** Which of these changes brought something back from the history: that event names the change it made. */
export async function findRestores(
  client: PoolClient,
  context: TeamContext,
  toolRef: ToolRef,
  revisions: readonly Pick<RevisionRow, "minute">[],
): Promise<ReadonlySet<string>> {
  const minutes = revisions.map((row) => row.minute.getTime());
  if (minutes.length === 0) return new Set();
  const { rows } = await client.query<{ user_id: string; kind: string; detail: unknown }>(
    `select user_id, kind, detail
       from response_event
      where agency_id = $1 and team_id = $2 and toolkit_id = split_part($3::text, '/', 1) and tool_id = split_part($3::text, '/', 2) and kind = 'restored' and at between $4 and $5`,
    // Written a moment after the change itself.
    [context.agencyId, context.teamId, toolKey(toolRef), new Date(Math.min(...minutes)), new Date(Math.max(...minutes) + 180_000)],
  );
  const names = rows.flatMap((row) => {
    const { itemId, madeIn } = readEvent(row, ["restored"]);
    return madeIn === null ? [] : [nameRevision(row.user_id, itemId, madeIn)];
  });
  return new Set(names);
}
