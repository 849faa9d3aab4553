import "server-only";
import type { PoolClient } from "pg";
import type { Answer } from "@/lib/domain/answer/answers";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { openKeysOf } from "@/lib/responses/tool-access";
import { ITEMS_TOLD, type ItemNews, TOLD_KINDS, type ToldKind, type ToolNews } from "./since";

/** Older changes are no news to anybody, however long they were away. */
const DAYS_BACK = 30;

/**
 * Each tool with the moment from which on it is new to the person ($3): when they last looked at all of it, or at the team,
 * or came. `looked` are single items that they looked at later.
 */
const TOOLS_SINCE = `
  base as (
    select greatest(coalesce(s.seen_at, p.joined_at, m.joined_at), now() - interval '${DAYS_BACK} days') as since
      from membership m
      left join team_member p on p.agency_id = m.agency_id and p.team_id = $2 and p.user_id = m.user_id
      left join tool_seen s
        on s.agency_id = m.agency_id and s.team_id = $2 and s.user_id = m.user_id and s.toolkit_id = '' and s.tool_id = ''
     where m.agency_id = $1 and m.user_id = $3
  ), tools as materialized (
    select k.toolkit_id, k.tool_id, greatest(b.since, s.seen_at) as since, coalesce(s.looked, '{}') as looked, r.id as response_id
      from (select split_part(key, '/', 1) as toolkit_id, split_part(key, '/', 2) as tool_id from unnest($4::text[]) key) k
     cross join base b
      left join tool_seen s
        on s.agency_id = $1 and s.team_id = $2 and s.user_id = $3 and s.toolkit_id = k.toolkit_id and s.tool_id = k.tool_id
      left join response r
        on r.agency_id = $1 and r.team_id = $2 and r.toolkit_id = k.toolkit_id and r.tool_id = k.tool_id
  )`;

// What the person changed after somebody else's change they have seen. Of the first change of each item what was there
// before is read by its key: gathered from all of them, it would be every text that anybody wrote there for a month.
const ANSWERS = `
  with ${TOOLS_SINCE}
  select t.toolkit_id, t.tool_id, n.item_id, n.at, n.was_blank, n.is_blank, f.before
    from tools t
   cross join lateral (
     select v.item_id, max(v.changed_at) as at,
            (array_agg(v.before is null order by v.changed_at))[1] as was_blank,
            (array_agg(v.after is null order by v.changed_at desc))[1] as is_blank,
            (array_agg(v.minute order by v.changed_at, v.minute, v.user_id))[1] as first_minute,
            (array_agg(v.user_id order by v.changed_at, v.minute, v.user_id))[1] as first_by
       from answer_revision v
      where v.agency_id = $1 and v.response_id = t.response_id and v.user_id <> $3
        -- An entry stays within one minute of the clock; only when it began is in an index.
        and v.minute >= date_trunc('minute', t.since) and v.changed_at > t.since
        and v.changed_at > coalesce((t.looked ->> v.item_id)::timestamptz, t.since)
        and not exists (
          select from answer_revision mine
           where mine.agency_id = $1 and mine.response_id = t.response_id and mine.item_id = v.item_id
             and mine.user_id = $3 and mine.changed_at >= v.changed_at)
      group by v.item_id
      order by max(v.changed_at) desc
      limit ${ITEMS_TOLD}) n
    left join answer_revision f
      on $5::boolean and f.agency_id = $1 and f.response_id = t.response_id and f.item_id = n.item_id
     and f.user_id = n.first_by and f.minute = n.first_minute`;

const EVENTS = `
  with ${TOOLS_SINCE}
  select t.toolkit_id, t.tool_id, n.kind, n.item_id, count(*)::int as count, max(n.at) as at
    from tools t
   cross join lateral (
     select e.kind, e.at, coalesce(e.detail ->> 'itemId', c.item_id) as item_id
       from response_event e
       left join comment_thread c
         on e.kind = 'replied' and c.agency_id = e.agency_id and c.id = (e.detail ->> 'threadId')::uuid
      where e.agency_id = $1 and e.team_id = $2 and e.toolkit_id = t.toolkit_id and e.tool_id = t.tool_id
        and e.at > t.since and e.user_id is distinct from $3 and e.kind = any($5::text[])
      order by e.at desc
      limit 500) n
   where n.item_id is null or n.at > coalesce((t.looked ->> n.item_id)::timestamptz, t.since)
   group by t.toolkit_id, t.tool_id, n.kind, n.item_id`;

const COMMENT_KINDS: readonly string[] = ["thread-begun", "replied"];
const KINDS = [...TOLD_KINDS, ...COMMENT_KINDS, "file-added"];

interface AnswerRow {
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  at: Date;
  was_blank: boolean;
  is_blank: boolean;
  before: Answer | null;
}

interface EventRow {
  toolkit_id: string;
  tool_id: string;
  kind: string;
  item_id: string | null;
  count: number;
  at: Date;
}

/** What others changed in each tool since the person looked at it, the newest tool first; tools without news are left out. */
export async function listTeamNews(context: TeamContext, toolRefs: readonly ToolRef[]): Promise<readonly ToolNews[]> {
  return withAgencyConnection(context, (client) => readNews(client, context, toolRefs, { withAnswers: false }));
}

/** The same for one tool's page, with what changed answers were before. */
export interface ToolSince {
  readonly news: ToolNews | null;
  /** As of when: what comes later is not looked at with it. */
  readonly at: string;
  /** Where in the tool the person was last. */
  readonly lastItem: string | null;
  /** When they last looked at all of it, or at all that was new in the team; null when never, or longer ago than news are told. */
  readonly lookedAt: string | null;
}

export async function loadToolSince(context: TeamContext, toolRef: ToolRef): Promise<ToolSince> {
  return withAgencyConnection(context, async (client) => {
    const [news = null] = await readNews(client, context, [toolRef], { withAnswers: true });
    const { rows } = await client.query<{ now: Date; last_item: string | null; looked_at: Date | null }>(
      `select now() as now, max(last_item) filter (where tool_id = $5) as last_item,
              max(seen_at) filter (where seen_at > now() - interval '${DAYS_BACK} days') as looked_at
         from tool_seen
        where agency_id = $1 and team_id = $2 and user_id = $3 and (toolkit_id, tool_id) in (($4, $5), ('', ''))`,
      [context.agencyId, context.teamId, context.userId, toolRef.toolkitId, toolRef.toolId],
    );
    const [row] = rows;
    return {
      news,
      at: row?.now.toISOString() ?? new Date(0).toISOString(),
      lastItem: row?.last_item ?? null,
      lookedAt: row?.looked_at?.toISOString() ?? null,
    };
  });
}

async function readNews(
  client: PoolClient,
  context: TeamContext,
  toolRefs: readonly ToolRef[],
  { withAnswers }: { readonly withAnswers: boolean },
): Promise<ToolNews[]> {
  const values = [context.agencyId, context.teamId, context.userId, openKeysOf(context, toolRefs)];
  const answers = await client.query<AnswerRow>(ANSWERS, [...values, withAnswers]);
  const events = await client.query<EventRow>(EVENTS, [...values, KINDS]);
  const tools = new Map<ToolKey, NewsBuilder>();
  const builderOf = ({ toolkit_id: toolkitId, tool_id: toolId }: AnswerRow | EventRow) => {
    const toolRef = { toolkitId, toolId };
    const builder = tools.get(toolKey(toolRef)) ?? new NewsBuilder(toolRef);
    tools.set(toolKey(toolRef), builder);
    return builder;
  };
  for (const row of answers.rows) builderOf(row).addAnswer(row);
  for (const row of events.rows) builderOf(row).addEvent(row);
  return [...tools.values()].map((builder) => builder.build()).filter(({ at }) => at !== "").sort((a, b) => (a.at < b.at ? 1 : -1));
}

class NewsBuilder {
  readonly #toolRef: ToolRef;
  readonly #items = new Map<string, ItemNews>();
  readonly #events: { readonly kind: ToldKind; readonly at: string }[] = [];

  constructor(toolRef: ToolRef) {
    this.#toolRef = toolRef;
  }

  addAnswer({ item_id, at, was_blank: wasBlank, is_blank: isBlank, before }: AnswerRow): void {
    // Begun and cleared again: as it was.
    if (wasBlank && isBlank) return;
    this.#change(item_id, at, (news) => ({ ...news, answer: { wasBlank, isBlank, before } }));
  }

  addEvent({ kind, item_id, count, at }: EventRow): void {
    if ((TOLD_KINDS as readonly string[]).includes(kind)) this.#events.push({ kind: kind as ToldKind, at: at.toISOString() });
    else if (item_id !== null) {
      const isComment = COMMENT_KINDS.includes(kind);
      this.#change(item_id, at, (news) => (isComment ? { ...news, comments: news.comments + count } : { ...news, files: news.files + count }));
    }
  }

  build(): ToolNews {
    const items = [...this.#items.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
    const events = this.#events.sort((a, b) => (a.at < b.at ? 1 : -1));
    const at = [...items, ...events].reduce((newest, one) => (one.at > newest ? one.at : newest), "");
    return { toolRef: this.#toolRef, items, events: events.map(({ kind }) => kind), at };
  }

  #change(itemId: string, at: Date, change: (news: ItemNews) => ItemNews): void {
    const known = this.#items.get(itemId) ?? { itemId, answer: null, comments: 0, files: 0, at: "" };
    const iso = at.toISOString();
    this.#items.set(itemId, { ...change(known), at: iso > known.at ? iso : known.at });
  }
}
