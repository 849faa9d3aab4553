import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { PoolClient } from "pg";
import type { Answer } from "@/lib/domain/answer/answers";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { LaterDecision } from "@/lib/domain/rounds/later-decision";
import { ROUND_LIMITS, type RoundFacts } from "@/lib/domain/rounds/round";
import { isChoosable, type RoundScale, type RoundValue, scaleOf, toAnswer } from "@/lib/domain/rounds/round-values";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { editAsServer } from "@/lib/responses/responses";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { findRound, type findVote } from "./read-rounds";
import { publishRound } from "./watch-round";

/** What the team decided on an item. Null leaves it open, which is an answer too. */
export interface Decision {
  readonly id: string;
  readonly itemId: string;
  readonly value: RoundValue | null;
  readonly rationale: string;
  /** Without a name. */
  readonly dissent: string;
  readonly made: ReportEvent;
}

interface DecisionRow {
  round_id: string;
  id: string;
  item_id: string;
  value: string | null;
  rationale: string;
  dissent: string;
  decided_by: string | null;
  decided_at: Date;
}

type Decisions = ReadonlyMap<string, Decision>;
const NONE: Decisions = new Map();

/** The decisions that stand, by item. */
export async function readDecisions(context: TeamContext, roundId: string): Promise<Decisions> {
  return (await readDecisionsOf(context, [roundId])).get(roundId) ?? NONE;
}

/** The same of several rounds, by round. */
export async function readDecisionsOf({ agencyId, teamId, userId }: TeamContext, roundIds: readonly string[]): Promise<ReadonlyMap<string, Decisions>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<DecisionRow>(
      `select distinct on (d.round_id, d.item_id) d.round_id, d.id, d.item_id, d.value, d.rationale, d.dissent, d.decided_at, ${shownPerson("d.agency_id", "d.decided_by", "d.decided_at")} as decided_by
         from round_decision d where d.agency_id = $1 and d.team_id = $2 and d.round_id = any($3::uuid[]) and d.undone_at is null
        order by d.round_id, d.item_id, d.decided_at desc, d.id desc`,
      [agencyId, teamId, roundIds],
    ),
  );
  const decisionOf = (row: DecisionRow): Decision => ({
    id: row.id, itemId: row.item_id, value: row.value, rationale: row.rationale, dissent: row.dissent, made: eventOf(row.decided_at, personOf(row.decided_by)),
  });
  return new Map(roundIds.map((roundId) => [roundId, new Map(rows.filter((row) => row.round_id === roundId).map((row) => [row.item_id, decisionOf(row)]))]));
}

/** In which round the team decided an item's answer, or in which meeting. */
export interface DecidedIn {
  readonly roundId: string;
  readonly number: number;
  /** "2026-12-03" is when it was held; null for a round that people rated by themselves. */
  readonly meeting: { readonly id: string; readonly heldOn: string } | null;
}

interface DecidedRow {
  item_id: string;
  round_id: string;
  number: number;
  meeting_id: string | null;
  held_on: string | null;
}

const meetingOf = ({ meeting_id, held_on }: DecidedRow) => (meeting_id && held_on ? { id: meeting_id, heldOn: held_on } : null);

/** By item, the newest decision with a value that stands: for the tool, whose answers came from there. */
export async function listDecidedItems({ agencyId, teamId, userId }: TeamContext, { toolkitId, toolId }: ToolRef): Promise<ReadonlyMap<string, DecidedIn>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<DecidedRow>(
      `select distinct on (d.item_id) d.item_id, d.round_id, r.number, m.id as meeting_id, to_char(m.held_on, 'YYYY-MM-DD') as held_on
         from rating_round r
         left join sitting s on s.agency_id = r.agency_id and s.team_id = r.team_id and s.id = r.sitting_id
         left join meeting m on m.agency_id = s.agency_id and m.team_id = s.team_id and m.id = s.meeting_id
         join round_decision d on d.agency_id = r.agency_id and d.team_id = r.team_id and d.round_id = r.id
        where r.agency_id = $1 and r.team_id = $2 and r.toolkit_id = $3 and r.tool_id = $4 and d.undone_at is null and d.value is not null
        order by d.item_id, d.decided_at desc, d.id desc`,
      [agencyId, teamId, toolkitId, toolId],
    ),
  );
  return new Map(
    rows.map((row) => [row.item_id, { roundId: row.round_id, number: row.number, meeting: meetingOf(row) }]),
  );
}

/** What was decided of this round's items in other rounds and votes since it was revealed, by item: the newest that stands. */
export async function listLaterDecisions({ agencyId, teamId, userId }: TeamContext, { id, revealed }: Pick<RoundFacts, "id" | "revealed">): Promise<ReadonlyMap<string, LaterDecision>> {
  if (!revealed) return new Map();
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<DecidedRow & { value: string }>(
      `with standing as (
         select distinct on (d.round_id, d.item_id) d.item_id, d.round_id, d.value, d.decided_at, d.id
           from rating_round o
           join round_decision d on d.agency_id = o.agency_id and d.team_id = o.team_id and d.item_id = any(o.item_ids)
          where o.agency_id = $1 and o.team_id = $2 and o.id = $3 and d.round_id <> o.id and d.decided_at >= o.revealed_at and d.undone_at is null
          order by d.round_id, d.item_id, d.decided_at desc, d.id desc
       )
       select distinct on (d.item_id) d.item_id, d.value, d.round_id, r.number, m.id as meeting_id, to_char(m.held_on, 'YYYY-MM-DD') as held_on
         from standing d
         join rating_round r on r.agency_id = $1 and r.team_id = $2 and r.id = d.round_id
         left join sitting s on s.agency_id = r.agency_id and s.team_id = r.team_id and s.id = r.sitting_id
         left join meeting m on m.agency_id = s.agency_id and m.team_id = s.team_id and m.id = s.meeting_id
        where d.value is not null
        order by d.item_id, d.decided_at desc, d.id desc`,
      [agencyId, teamId, id],
    ),
  );
  return new Map(rows.map((row) => [row.item_id, { value: row.value, roundId: row.round_id, number: row.number, meeting: meetingOf(row) }]));
}

export interface NewDecision {
  readonly itemId: string;
  readonly value: RoundValue | null;
  readonly rationale: string;
  readonly dissent: string;
}

const GONE = "We could not find this round. It may not be open to you any more.";

async function requireItem(context: TeamContext, roundId: string, itemId: string, find: typeof findVote): Promise<{ readonly round: RoundFacts; readonly scale: RoundScale }> {
  const round = await find(context, roundId);
  const tool = round && findOpenTool(context, round.tool);
  if (!round || !tool) throw new RefusedError(GONE);
  if (!round.revealed) throw new RefusedError("The team decides after the reveal.");
  const scale = round.itemIds.includes(itemId) ? scaleOf(itemIndexOf(tool).get(itemId)?.kind ?? "text") : null;
  if (!scale) throw new RefusedError("This round does not ask about that. Load the page again.");
  return { round, scale };
}

/** Saves the answer into the tool, where there is one to save, and `note` with it: both or neither. */
async function saveWith(context: TeamContext, tool: ToolRef, edit: { readonly itemId: string; readonly answer: Answer | null } | null, note: (client: PoolClient) => Promise<void>): Promise<void> {
  if (edit) {
    const edited = await editAsServer(context, tool, { kind: "answers", answers: { [edit.itemId]: edit.answer } }, { alongside: note, isLast: true });
    if (edited === "no-row") throw new RangeError("an edit of answers names no row");
    if (!edited.result.ok) throw new RefusedError(edited.result.refusal.message);
    if (edited.hasChanged) return;
  }
  const { agencyId, userId } = context;
  await withAgencyConnection({ agencyId, userId }, note);
}

async function answerNow(context: TeamContext, tool: ToolRef, itemId: string): Promise<Answer | null> {
  const { answers } = await getTeamAnswers(context, [tool]);
  return answers[itemId] ?? null;
}

/** What the answer was until this very transaction wrote it, by its history; what was read before where it writes none. */
const BEFORE = `
  coalesce((select coalesce(v.before, 'null'::jsonb) from rating_round o
              join response w on w.agency_id = o.agency_id and w.team_id = o.team_id and w.toolkit_id = o.toolkit_id and w.tool_id = o.tool_id
              join answer_revision v on v.agency_id = w.agency_id and v.response_id = w.id
             where o.agency_id = $1 and o.team_id = $2 and o.id = $3 and v.item_id = $4 and v.user_id = $9 and v.changed_at >= now()
             order by v.changed_at desc limit 1), $8::jsonb)`;

/**
 * Records what the team decided; nothing of it is computed. The value becomes an ordinary answer of the tool, under the name of
 * whoever writes it down. @param find whether it is a round or a meeting's vote.
 * @throws RefusedError before the reveal, for no value of the scale, and what saving refuses.
 */
export async function recordDecision(context: TeamContext, roundId: string, { itemId, value, rationale, dissent }: NewDecision, find: typeof findVote = findRound): Promise<void> {
  const { round, scale } = await requireItem(context, roundId, itemId, find);
  if (value !== null && !isChoosable(scale, value)) throw new RefusedError("Some answers need another look.", { value: "Choose one of the answers." });
  const before = await answerNow(context, round.tool, itemId);
  const edit = value === null ? null : { itemId, answer: toAnswer(scale, value) };
  const { agencyId, teamId, userId } = context;
  await saveWith(context, round.tool, edit, async (client) => {
    const { rowCount } = await client.query(
      `insert into round_decision (agency_id, team_id, round_id, id, item_id, value, rationale, dissent, answer_before, decided_by)
       select $1, $2, $3, gen_random_uuid(), $4, $5, $6, $7, ${BEFORE}, $9
        where (select count(*) from round_decision where agency_id = $1 and team_id = $2 and round_id = $3) < $10`,
      [agencyId, teamId, roundId, itemId, value, rationale, dissent, before === null ? null : JSON.stringify(before), userId, ROUND_LIMITS.decisions],
    );
    if (rowCount === 0) throw new RefusedError("This round holds very many decisions. Open another one.");
  });
  publishRound(context, roundId);
}

/**
 * Takes back the decision that was on the page. The tool's answer becomes what it was, unless somebody changed it since.
 * @throws RefusedError when another one stands by now, or none: whoever presses has not seen it.
 */
export async function undoDecision(context: TeamContext, roundId: string, { itemId, decisionId }: { readonly itemId: string; readonly decisionId: string }, find: typeof findVote = findRound): Promise<void> {
  const { round, scale } = await requireItem(context, roundId, itemId, find);
  const { agencyId, teamId, userId } = context;
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ id: string; value: string | null; answer_before: Answer | null }>(
      `select id, value, answer_before from round_decision
        where agency_id = $1 and team_id = $2 and round_id = $3 and item_id = $4 and undone_at is null order by decided_at desc, id desc limit 1`,
      [agencyId, teamId, roundId, itemId],
    ),
  );
  const [found] = rows;
  if (found?.id !== decisionId) throw new RefusedError("This decision was taken back, or replaced, since you opened the page. Load the page again.");
  const now = await answerNow(context, round.tool, itemId);
  const isStill = found.value !== null && isDeepStrictEqual(now, toAnswer(scale, found.value));
  await saveWith(context, round.tool, isStill ? { itemId, answer: found.answer_before } : null, async (client) => {
    await client.query("update round_decision set undone_at = now(), undone_by = $5 where agency_id = $1 and team_id = $2 and round_id = $3 and id = $4", [agencyId, teamId, roundId, found.id, userId]);
  });
  publishRound(context, roundId);
}
