import "server-only";
import type { PoolClient } from "pg";
import { getTool } from "@/content/toolkits";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import { type KeptAnswer, upgradeAnswers } from "@/lib/domain/item/upgrades";
import { personOf } from "@/lib/domain/people/person";
import type { AnswerRecord } from "@/lib/domain/readiness/assessed-items";
import type { ReportEvent, ToolReportMeta } from "@/lib/domain/report/report-model";
import { refOfKey, type ToolKey } from "@/lib/domain/tool/tool-ref";
import { readEvent, STATUS_KINDS } from "@/lib/events/response-event";
import { listEvidenceEntries } from "@/lib/exports/read/export-evidence";
import { listExportIndicators } from "@/lib/exports/read/export-indicators";
import { type ExportSource, withReviews } from "@/lib/exports/read/export-source";
import { authorOf } from "@/lib/history/history";
import { listLinkTexts } from "@/lib/links/link-texts";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { instantText, metaOf } from "@/lib/responses/response-facts";
import { getTeamAnswers, type TeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { listFlaggedItems } from "@/lib/rounds/open-disagreements";
import { indicatorsAsOf } from "./past-indicators";
import { linksAsOf } from "./past-links";

/** What the history says of one tool at a moment. */
interface PastTool {
  readonly records: Readonly<Record<string, AnswerRecord>>;
  readonly kept: readonly KeptAnswer[];
  readonly meta: ToolReportMeta;
  /** Its answers were given in an earlier version. */
  readonly isUpgraded: boolean;
}

export interface PastSource extends ExportSource {
  /** Tools whose answers of then stand where a newer version has a place for them. */
  readonly upgraded: readonly string[];
}

/** A team as its history says that it was at a moment. What no history tells is left out, and said (UNKNOWN_OF_PAST). */
export async function sourceOfPast(context: TeamContext, at: Date): Promise<PastSource> {
  // Brings outdated answers along first, so that every tool stands in its newest version.
  await getTeamAnswers(context);
  const tools = await withAgencyConnection(context, (client) => readTools(client, context, at));
  const answers: TeamAnswers = joinTools(tools);
  return {
    at: at.toISOString(),
    upgraded: [...tools].flatMap(([key, { isUpgraded }]) => (isUpgraded ? [getTool(refOfKey(key)).label] : [])),
    answers: async () => answers,
    metas: async () => withReviews(answers.tools, await withAgencyConnection(context, (client) => readReviews(client, context, at))),
    kept: async () => new Map([...tools].flatMap(([key, { kept }]) => (kept.length > 0 ? [[key, kept] as const] : []))),
    // Who was given what, and by when, is kept nowhere once it is given to somebody else.
    assignments: async () => [],
    indicators: (refs) => listExportIndicators(context, refs, { answers: answers.answers, asOf: (measured) => indicatorsAsOf(context, measured, at) }),
    links: async () => listLinkTexts(context, { links: await linksAsOf(context, at), answers: answers.answers }),
    evidence: async (refs) => (await listEvidenceEntries(context, refs)).filter(({ added }) => Date.parse(added.at) <= at.getTime()),
    flagged: () => listFlaggedItems(context, at),
  };
}

function joinTools(tools: ReadonlyMap<ToolKey, PastTool>): TeamAnswers {
  const records = Object.assign({}, ...[...tools.values()].map((tool) => tool.records)) as TeamAnswers["records"];
  return {
    records,
    answers: Object.fromEntries(Object.entries(records).map(([id, { answer }]) => [id, answer])),
    tools: new Map([...tools].map(([key, { meta }]) => [key, meta])),
  };
}

interface LastRow {
  tool_key: ToolKey;
  item_id: string;
  after: Answer | null;
  person_id: string;
  at: string;
}

/** The last change of each item until then: what it left is what stood there. An entry never reaches over a minute, and days begin on one. */
const lastChanges = (context: TeamContext) => `
  select distinct on (v.response_id, v.item_id) r.toolkit_id || '/' || r.tool_id as tool_key, v.item_id, v.after,
         ${authorOf(context)} as person_id, ${instantText("v.changed_at")} as at
    from response r
    join answer_revision v on v.agency_id = r.agency_id and v.response_id = r.id
   where r.agency_id = $1 and r.team_id = $2 and v.changed_at <= $3
   order by v.response_id, v.item_id, v.changed_at desc, v.minute desc`;

interface UpgradeRow {
  tool_key: ToolKey;
  from_version: number;
  kept: KeptAnswer[];
  is_later: boolean;
}

const UPGRADES = `
  select r.toolkit_id || '/' || r.tool_id as tool_key, u.from_version, u.kept, u.at > $3 as is_later
    from response r
    join response_upgrade u on u.agency_id = r.agency_id and u.response_id = r.id
   where r.agency_id = $1 and r.team_id = $2
   order by u.to_version`;

interface StatusRow {
  tool_key: ToolKey;
  /** Whose it was, to tell one person's marks from another's; who is shown for it is `person_id`. */
  user_id: string | null;
  kind: string;
  detail: unknown;
  person_id: string | null;
  at: string;
}

const events = (context: TeamContext) => `
  select e.toolkit_id || '/' || e.tool_id as tool_key, e.user_id, e.kind, e.detail, ${shownAuthor(context, "e.agency_id", "e.user_id", "e.at")} as person_id, ${instantText("e.at")} as at
    from response_event e
   where e.agency_id = $1 and e.team_id = $2 and e.at <= $3 and e.kind = any($4)
   order by e.at, e.id`;

async function readTools(client: PoolClient, context: TeamContext, at: Date): Promise<ReadonlyMap<ToolKey, PastTool>> {
  const place = [context.agencyId, context.teamId, at];
  const changes = (await client.query<LastRow>(lastChanges(context), place)).rows;
  const upgrades = (await client.query<UpgradeRow>(UPGRADES, place)).rows;
  const statuses = (await client.query<StatusRow>(events(context), [...place, STATUS_KINDS])).rows;
  const keys = [...new Set([...changes, ...statuses].map((row) => row.tool_key))].filter((key) => findOpenTool(context, refOfKey(key)));
  const of = <Row extends { readonly tool_key: ToolKey }>(rows: readonly Row[], key: ToolKey) => rows.filter((row) => row.tool_key === key);
  return new Map(keys.map((key) => [key, toolAsOf(key, of(changes, key), of(upgrades, key), of(statuses, key))]));
}

function toolAsOf(key: ToolKey, changes: readonly LastRow[], upgrades: readonly UpgradeRow[], statuses: readonly StatusRow[]): PastTool {
  const given = Object.fromEntries(
    changes.flatMap(({ item_id, after, person_id, at }) => (after === null ? [] : [[item_id, { answer: after, by: personOf(person_id), at }] as const])),
  );
  const kept = upgrades.filter(({ is_later }) => !is_later).flatMap((upgrade) => upgrade.kept);
  const next = upgrades.find(({ is_later }) => is_later);
  const newest = changes.reduce<LastRow | null>((latest, row) => (latest && latest.at >= row.at ? latest : row), null);
  const lastChange = newest && { by: personOf(newest.person_id), at: newest.at };
  const brought = next ? bringAlong(key, next.from_version, given) : { records: given, kept: [] };
  return { records: brought.records, kept: [...kept, ...brought.kept], meta: metaAsOf(statuses, lastChange), isUpgraded: next !== undefined };
}

/** Answers of an earlier version, where the newest has a place for them: as they would be brought along today. */
function bringAlong(key: ToolKey, version: number, records: PastTool["records"]): Pick<PastTool, "records" | "kept"> {
  const answers: Answers = Object.fromEntries(Object.entries(records).map(([id, { answer }]) => [id, answer]));
  const { moves, kept } = upgradeAnswers(getTool(refOfKey(key)), version, answers);
  const moved = { ...records };
  for (const { itemId, answer, fromItem } of moves) {
    const from = records[fromItem];
    if (answer === null || !from) delete moved[itemId];
    else moved[itemId] = { ...from, answer };
  }
  return { records: moved, kept };
}

/** How a tool stood, from what happened to it. */
function metaAsOf(statuses: readonly StatusRow[], lastChange: ReportEvent | null): ToolReportMeta {
  let completed: ReportEvent | null = null;
  let locked: ReportEvent | null = null;
  for (const row of statuses) {
    const event: ReportEvent = { by: personOf(row.person_id), at: row.at };
    const happened = readEvent(row, STATUS_KINDS);
    if (happened.kind === "completed") completed = event;
    if (happened.kind === "reopened") completed = null;
    if (happened.kind === "unlocked") locked = null;
    if (happened.kind === "locked") {
      locked = event;
      if (happened.isCompletion) completed = event;
    }
  }
  return { ...metaOf(undefined), status: completed ? "complete" : lastChange ? "in-progress" : "not-started", completed, locked, lastChange };
}

/** Who had marked which tool as read, and had not taken it back. */
async function readReviews(client: PoolClient, context: TeamContext, at: Date) {
  const { rows } = await client.query<StatusRow>(
    events(context),
    [context.agencyId, context.teamId, at, ["reviewed", "review-withdrawn"]],
  );
  const last = new Map(rows.map((row) => [`${row.tool_key} ${row.user_id}`, row]));
  return [...last.values()]
    .filter(({ kind }) => kind === "reviewed")
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ tool_key: key, person_id: by, at: when }) => ({ toolRef: refOfKey(key), by: personOf(by), at: when }));
}

