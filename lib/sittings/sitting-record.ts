import "server-only";
import { findTool } from "@/content/toolkits";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { placeOfItem } from "@/lib/domain/rounds/item-place";
import { formatValue, scaleOf } from "@/lib/domain/rounds/round-values";
import type { Seat, SittingFacts, SittingItem } from "@/lib/domain/sittings/sitting";
import { itemName } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { type Decision, readDecisionsOf } from "@/lib/rounds/decide";
import { listSeats, listSittings } from "./read-sittings";
import { titleOver } from "./read-state";

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
  /** How many voted in the newest vote; null without one that was revealed. */
  readonly voted: number | null;
}

/** A sitting as the meeting's page and its export tell it: decided, open, who took part. */
export interface SittingRecord {
  readonly sitting: SittingFacts;
  readonly seats: readonly Seat[];
  readonly items: readonly RecordedItem[];
}

interface OutcomeRow {
  id: string;
  outcome: string | null;
  answered: number | null;
}

/** The sittings of a meeting, the newest first; items of tools that the reader may not open are left out. */
export async function loadSittingRecords(context: TeamContext, meetingId: string): Promise<readonly SittingRecord[]> {
  const records: SittingRecord[] = [];
  for (const sitting of await listSittings(context, meetingId)) {
    const votes = sitting.items.flatMap(({ roundId }) => roundId ?? []);
    const [seats, outcomes, decisions] = await Promise.all([listSeats(context, sitting.id), readOutcomes(context, sitting.id), readDecisionsOf(context, votes)]);
    const items = sitting.items.flatMap((item) => recordItem(context, item, outcomes.get(item.id), decisions.get(item.roundId ?? "")?.get(item.itemId)) ?? []);
    records.push({ sitting, seats: seats.filter(({ isRemoved }) => !isRemoved), items });
  }
  return records;
}

async function readOutcomes({ agencyId, teamId, userId }: TeamContext, sittingId: string): Promise<ReadonlyMap<string, OutcomeRow>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<OutcomeRow>(
      `select i.id, i.outcome, r.answered from sitting_item i
         left join rating_round r on r.agency_id = i.agency_id and r.team_id = i.team_id and r.id = i.round_id and r.revealed_at is not null
        where i.agency_id = $1 and i.team_id = $2 and i.sitting_id = $3`,
      [agencyId, teamId, sittingId],
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function recordItem(context: TeamContext, { id, tool: ref, itemId }: SittingItem, row: OutcomeRow | undefined, decision: Decision | undefined): RecordedItem | null {
  const tool = findOpenTool(context, ref) && findTool(ref);
  const item = tool && itemIndexOf(tool).get(itemId);
  if (!tool || !item) return null;
  const scale = scaleOf(item.kind);
  const value = decision?.value ?? null;
  return {
    id,
    name: itemName(item),
    place: `${tool.label}. ${scale ? placeOfItem(tool, itemId) : titleOver(tool, itemId)}`,
    path: `/tools/${tool.slug}#${itemId}`,
    outcome: scale ? (value === null ? null : formatValue(scale, value)) : (row?.outcome ?? null),
    rationale: decision?.rationale ?? "",
    dissent: decision?.dissent ?? "",
    decided: decision?.made ?? null,
    voted: row?.answered ?? null,
  };
}
