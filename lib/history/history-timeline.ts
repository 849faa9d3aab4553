import "server-only";
import type { PoolClient } from "pg";
import type { StateCode } from "@/lib/agencies/agency-facts";
import { FORMER_MEMBER, FORMER_NAME, FORMER_NAME_ID, personOf, type PersonRef, WORKBOOK_ID } from "@/lib/domain/people/person";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { readEvent, STATUS_KINDS, type StatusWord, statusWordOf } from "@/lib/events/response-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool } from "@/lib/responses/tool-access";
import { type AnswerRevision, authorOf, EXACT, findRestores, RESPONSE_ID, type RevisionRow, toRevision, UPGRADES } from "./history";
import { formatToolCursor, parseToolCursor, type ToolCursor } from "./history-cursor";

/** A change of an answer, or of the whole tool's status. */
export type TimelineEntry =
  | (AnswerRevision & { readonly kind: "answer"; readonly itemId: string })
  | {
      readonly kind: "status";
      readonly status: StatusWord;
      readonly by: PersonRef;
      readonly at: string;
    };

export interface ToolHistory {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  /** Where older entries begin; null when there are none. */
  readonly older: string | null;
  /** Everyone who changed something in this tool, by name; empty for a reader who is not told. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Where the agency is: its days begin there. */
  readonly state: StateCode;
}

/** Stands for everyone who has left, and for every name set apart. */
export const FORMER_MEMBERS = "former";
export const FORMER_NAMES = "former-name";

export interface TimelineFilter {
  /** An id of `people`. */
  readonly person?: string | null;
  /** Only changes of these items. */
  readonly itemIds?: readonly string[] | null;
}

interface Page extends TimelineFilter {
  /** From `older`; anything else shows the newest. */
  readonly before?: string;
  readonly limit: number;
}

/** What happened in a tool, newest first, a page at a time. Null for a tool the person can't open. */
export async function listToolHistory(context: TeamContext, toolRef: ToolRef, page: Page): Promise<ToolHistory | null> {
  if (!findOpenTool(context, toolRef)) return null;
  return withAgencyConnection(context, async (client) => {
    const authors = context.historyNames === "hidden" ? [] : await listAuthors(client, context, toolRef);
    const search: Search = {
      toolRef,
      cursor: parseToolCursor(page.before ?? ""),
      limit: page.limit + 1,
      // Who isn't told can't ask for one person's changes either.
      personIds: context.historyNames === "hidden" ? null : findPersonIds(authors, page.person ?? null),
      itemIds: page.itemIds ?? null,
    };
    const revisions = await findRevisions(client, context, search);
    const events = search.itemIds ? [] : await findEvents(client, context, search);
    const found = [...revisions.map(answerPlace), ...events.map(statusPlace)].sort(comparePlaces);
    const shown = found.slice(0, page.limit);
    const last = shown.at(-1);
    const { rows: agencies } = await client.query<{ state: StateCode }>("select state from agency where id = $1", [context.agencyId]);
    const restores = await findRestores(client, context, toolRef, revisions);
    return {
      entries: shown.map(({ row }) => ("item_id" in row ? toAnswer(context, row, restores) : toStatus(row))),
      older: last && found.length > page.limit ? formatToolCursor(last.cursor) : null,
      people: nameAuthors(authors),
      state: (agencies[0] as { state: StateCode }).state,
    };
  });
}

interface Author {
  person_id: string;
  name: string | null;
}

/** Who is shown for an event `e`. */
const eventAuthor = (context: TeamContext) => shownAuthor(context, "e.agency_id", "e.user_id", "e.at");

async function listAuthors(client: PoolClient, context: TeamContext, toolRef: ToolRef): Promise<Author[]> {
  const { rows } = await client.query<Author>(
    `select a.person_id, m.display_name as name
       from (select distinct ${authorOf(context)} as person_id from answer_revision v
              where v.agency_id = $1 and v.response_id = ${RESPONSE_ID} and v.user_id <> '${WORKBOOK_ID}'
             union
             select ${eventAuthor(context)} from response_event e where ${STATUS_EVENTS} and e.user_id is not null) a
       left join (membership m left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id)
         on m.agency_id = $1 and coalesce(p.id, m.user_id) = a.person_id
      order by m.display_name, a.person_id`,
    [context.agencyId, context.teamId, toolKey(toolRef), STATUS_KINDS],
  );
  return rows;
}

function nameAuthors(authors: readonly Author[]): ToolHistory["people"] {
  const known = authors.flatMap(({ person_id: id, name }) => (name === null ? [] : [{ id, name }]));
  const hasApart = authors.some(isApart);
  const hasLeft = authors.length > known.length + (hasApart ? 1 : 0);
  return [
    ...known,
    ...(hasApart ? [{ id: FORMER_NAMES, name: FORMER_NAME }] : []),
    ...(hasLeft ? [{ id: FORMER_MEMBERS, name: FORMER_MEMBER }] : []),
  ];
}

function isApart({ person_id }: Author): boolean {
  return person_id === FORMER_NAME_ID;
}

/** Null for everyone. */
function findPersonIds(authors: readonly Author[], person: string | null): readonly string[] | null {
  if (person === null) return null;
  const isMeant = (author: Author) => {
    if (person === FORMER_NAMES) return isApart(author);
    if (person === FORMER_MEMBERS) return author.name === null && !isApart(author);
    return author.name !== null && author.person_id === person;
  };
  return authors.filter(isMeant).map((author) => author.person_id);
}

interface Search {
  readonly toolRef: ToolRef;
  readonly cursor: ToolCursor | null;
  readonly limit: number;
  readonly personIds: readonly string[] | null;
  readonly itemIds: readonly string[] | null;
}

interface AnswerRow extends RevisionRow {
  item_id: string;
}

/** `author` says who is shown for an entry. */
const ofSearch = (author: string) => `v.agency_id = $1 and v.response_id = ${RESPONSE_ID}
     and ($4::uuid[] is null or ${author} = any($4::uuid[]))
     and ($5::text[] is null or v.item_id = any($5::text[]))`;

/**
 * The newest by their last change, found by when they began: an entry stays within one minute of the clock, so none from
 * before the minute of the last that is wanted is among them. An index of their last changes would cost every save.
 */
function newestRevisions(author: string, from: string): string {
  return `
  select v.item_id, v.user_id, ${author} as person_id, v.minute, v.changed_at, to_char(v.changed_at at time zone 'UTC', ${EXACT}) as exact,
         v.before, v.after, u.from_version
    from answer_revision v
    ${UPGRADES}
   where ${ofSearch(author)} ${from}
     and v.minute >= coalesce((select date_trunc('minute', v.minute) from answer_revision v where ${ofSearch(author)} ${from}
                                order by v.minute desc offset $6::int - 1 limit 1), '-infinity')
   order by v.changed_at desc, v.item_id desc, v.user_id desc
   limit $6::int`;
}

async function findRevisions(client: PoolClient, context: TeamContext, search: Search): Promise<AnswerRow[]> {
  const { cursor, toolRef, personIds, itemIds, limit } = search;
  const values: unknown[] = [context.agencyId, context.teamId, toolKey(toolRef), personIds, itemIds, limit];
  let from = "";
  if (cursor?.kind === "answer") {
    from = "and v.minute <= $7::timestamptz and (v.changed_at, v.item_id) < ($7::timestamptz, $8)";
    values.push(cursor.at, cursor.itemId);
  } else if (cursor) {
    from = "and v.minute <= $7::timestamptz and v.changed_at <= $7::timestamptz";
    values.push(cursor.at);
  }
  return (await client.query<AnswerRow>(newestRevisions(authorOf(context), from), values)).rows;
}

const STATUS_EVENTS = "e.agency_id = $1 and e.team_id = $2 and e.toolkit_id = split_part($3::text, '/', 1) and e.tool_id = split_part($3::text, '/', 2) and e.kind = any($4)";

interface StatusRow {
  id: string;
  person_id: string | null;
  kind: string;
  detail: unknown;
  at: Date;
  exact: string;
}

async function findEvents(client: PoolClient, context: TeamContext, search: Search): Promise<StatusRow[]> {
  const { cursor, toolRef, personIds, limit } = search;
  const values: unknown[] = [context.agencyId, context.teamId, toolKey(toolRef), STATUS_KINDS, personIds, limit];
  let from = "";
  if (cursor?.kind === "status") {
    from = "and (e.at, e.id) < ($7::timestamptz, $8::bigint)";
    values.push(cursor.at, cursor.id);
  } else if (cursor) {
    from = "and e.at < $7::timestamptz";
    values.push(cursor.at);
  }
  const { rows } = await client.query<StatusRow>(
    `select e.*
       from (select e.id, ${eventAuthor(context)} as person_id, e.kind, e.detail, e.at, to_char(e.at at time zone 'UTC', ${EXACT}) as exact
               from response_event e where ${STATUS_EVENTS}) e
      where ($5::uuid[] is null or e.person_id = any($5::uuid[])) ${from}
      order by e.at desc, e.id desc
      limit $6`,
    values,
  );
  return rows;
}

/** A row with where it stands among the others. */
interface Place<Row> {
  readonly row: Row;
  readonly cursor: ToolCursor;
  /** Among those of its instant and kind, as the database sorted it. */
  readonly index: number;
}

function answerPlace(row: AnswerRow, index: number): Place<AnswerRow> {
  const { exact: at, item_id: itemId } = row;
  return { row, index, cursor: { kind: "answer", at, itemId } };
}

function statusPlace(row: StatusRow, index: number): Place<StatusRow> {
  return { row, index, cursor: { kind: "status", at: row.exact, id: row.id } };
}

/** Newest first. */
function comparePlaces(a: Place<unknown>, b: Place<unknown>): number {
  if (a.cursor.at !== b.cursor.at) return a.cursor.at < b.cursor.at ? 1 : -1;
  if (a.cursor.kind !== b.cursor.kind) return a.cursor.kind === "status" ? -1 : 1;
  return a.index - b.index;
}

function toAnswer(context: TeamContext, row: AnswerRow, restores: ReadonlySet<string>): TimelineEntry {
  return { kind: "answer", itemId: row.item_id, ...toRevision(context, row, row.item_id, restores) };
}

function toStatus(row: StatusRow): TimelineEntry {
  const status = statusWordOf(readEvent(row, STATUS_KINDS));
  return { kind: "status", status, ...eventOf(row.at, personOf(row.person_id)) };
}
