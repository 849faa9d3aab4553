import "server-only";
import { findTool } from "@/content/toolkits";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { countWords, standingWords } from "@/lib/domain/rounds/count-words";
import { placeInTool } from "@/lib/domain/rounds/item-place";
import { formatValue, scaleOf } from "@/lib/domain/rounds/round-values";
import type { Seat, SittingFacts, SittingItem } from "@/lib/domain/sittings/sitting";
import type { RecordedVote } from "@/lib/domain/sittings/vote-words";
import { itemName } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { type Decision, readDecisionsOf } from "@/lib/rounds/decide";
import { listSeats, listSittings } from "./read-sittings";
import { listShownVotes, type ShownVote } from "./shown-votes";

/** What became of one item of a sitting. */
export interface RecordedItem {
  readonly id: string;
  readonly name: string;
  /** "Tool 9. Component 4, item 2" */
  readonly place: string;
  /** After `/teams/<id>`. */
  readonly path: string;
  /** What the team decided, in words; null where it is open. */
  readonly outcome: string | null;
  readonly rationale: string;
  readonly dissent: string;
  readonly decided: ReportEvent | null;
  /** The vote that led to the decision, for taking it back; null where nothing was decided. */
  readonly decidedIn: string | null;
  readonly decisionId: string | null;
  /** In the tool. */
  readonly itemId: string;
  /** How many voted in the newest vote; null without one that was revealed. */
  readonly voted: number | null;
  /** What each vote that was revealed showed, the first first. */
  readonly votes: readonly RecordedVote[];
}

/** A sitting as the meeting's page and its export tell it: decided, open, who took part. */
export interface SittingRecord {
  readonly sitting: SittingFacts;
  readonly seats: readonly Seat[];
  readonly items: readonly RecordedItem[];
}


/** The sittings of a meeting, the newest first; items of tools that the reader may not open are left out. */
export async function loadSittingRecords(context: TeamContext, meetingId: string): Promise<readonly SittingRecord[]> {
  const records: SittingRecord[] = [];
  const all = await listShownVotes(context, meetingId);
  const decisions = await readDecisionsOf(context, all.map(({ roundId }) => roundId));
  for (const sitting of await listSittings(context, meetingId)) {
    const [seats, outcomes] = await Promise.all([listSeats(context, sitting.id), readOutcomes(context, sitting.id)]);
    const items = sitting.items.flatMap((item) => {
      const votes = all.filter(({ sittingId, itemId }) => sittingId === sitting.id && itemId === item.itemId);
      return recordItem(context, item, outcomes.get(item.id) ?? null, votes, standingOf(votes, decisions)) ?? [];
    });
    records.push({ sitting, seats: seats.filter(({ isRemoved }) => !isRemoved), items });
  }
  return records;
}

interface StandingDecision {
  readonly roundId: string;
  readonly decision: Decision;
}

/**
 * The decision that stands, whichever vote it came after: the newest with a value, which the tool says too. A later vote takes nothing
 * back by being opened, called off or left open. Without one, that the team left it open.
 */
function standingOf(votes: readonly ShownVote[], decisions: Awaited<ReturnType<typeof readDecisionsOf>>): StandingDecision | null {
  const made = votes.flatMap(({ roundId, itemId }) => {
    const decision = decisions.get(roundId)?.get(itemId);
    return decision ? [{ roundId, decision }] : [];
  });
  const newest = (list: readonly StandingDecision[]) => list.toSorted((a, b) => b.decision.made.at.localeCompare(a.decision.made.at))[0] ?? null;
  return newest(made.filter(({ decision }) => decision.value !== null)) ?? newest(made);
}

async function readOutcomes({ agencyId, teamId, userId }: TeamContext, sittingId: string): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ id: string; outcome: string | null }>("select i.id, i.outcome from sitting_item i where i.agency_id = $1 and i.team_id = $2 and i.sitting_id = $3", [
      agencyId, teamId, sittingId,
    ]),
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}

function recordItem(context: TeamContext, { id, tool: ref, itemId }: SittingItem, outcome: string | null, votes: readonly ShownVote[], standing: StandingDecision | null): RecordedItem | null {
  const tool = findOpenTool(context, ref) && findTool(ref);
  const item = tool && itemIndexOf(tool).get(itemId);
  if (!tool || !item) return null;
  const scale = scaleOf(item.kind);
  const value = standing?.decision.value ?? null;
  return {
    id,
    itemId,
    name: itemName(item),
    place: placeInTool(tool, item),
    path: `/tools/${tool.slug}#${itemId}`,
    outcome: scale ? (value === null ? null : formatValue(scale, value)) : outcome,
    rationale: standing?.decision.rationale ?? "",
    dissent: standing?.decision.dissent ?? "",
    decided: standing?.decision.made ?? null,
    decidedIn: standing?.roundId ?? null,
    decisionId: standing?.decision.id ?? null,
    voted: votes.at(-1)?.answered ?? null,
    votes: votes.map(({ roundId, answered, shown, scale: steps }) => ({ roundId, voted: answered, standing: standingWords(shown), counts: shown.counts && countWords(steps, shown.counts) })),
  };
}
