import "server-only";
import { findTool } from "@/content/toolkits";
import { type RoundScale, scaleOf } from "@/lib/domain/rounds/round-values";
import { type ShownCount, type ShownItem, showItem } from "@/lib/domain/rounds/shown-item";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { itemIndexOf } from "@/lib/responses/tool-access";

/** A vote of a meeting that was revealed, as the database hands it out to everybody. */
export interface ShownVote {
  readonly roundId: string;
  readonly sittingId: string;
  readonly tool: ToolRef;
  readonly itemId: string;
  readonly scale: RoundScale;
  readonly shown: ShownItem;
  /** How many voted before the reveal. */
  readonly answered: number;
  /** ISO 8601 */
  readonly revealedAt: string;
  /** The meeting's day, "2026-12-03". */
  readonly heldOn: string;
}

interface VoteRow {
  id: string;
  sitting_id: string;
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  answered: number | null;
  revealed_at: Date;
  held_on: string;
  counts: { value: ShownCount["value"]; n: number }[];
}

/** Most votes that are read at once; a meeting has fewer. */
const MOST = 1_000;

/** The votes of a meeting that were revealed, in the order in which they were. Who asks for them leaves out tools that the reader may not open. */
export async function listShownVotes({ agencyId, teamId, userId }: TeamContext, meetingId: string): Promise<readonly ShownVote[]> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<VoteRow>(
      `select r.id, r.sitting_id, r.toolkit_id, r.tool_id, r.item_ids[1] as item_id, r.answered, r.revealed_at, to_char(m.held_on, 'YYYY-MM-DD') as held_on,
              coalesce((select jsonb_agg(jsonb_build_object('value', c.value, 'n', c.n)) from round_counts(r.team_id, r.id) c), '[]') as counts
         from rating_round r
         join sitting s on s.agency_id = r.agency_id and s.team_id = r.team_id and s.id = r.sitting_id
         join meeting m on m.agency_id = s.agency_id and m.team_id = s.team_id and m.id = s.meeting_id
        where r.agency_id = $1 and r.team_id = $2 and r.revealed_at is not null and m.removed_at is null and m.id = $3
        order by r.revealed_at desc, r.id limit ${MOST}`,
      [agencyId, teamId, meetingId],
    ),
  );
  return rows.toReversed().flatMap((row): ShownVote[] => {
    const ref: ToolRef = { toolkitId: row.toolkit_id, toolId: row.tool_id };
    const tool = findTool(ref);
    const scale = tool && scaleOf(itemIndexOf(tool).get(row.item_id)?.kind ?? "text");
    if (!scale) return [];
    const shown = showItem(scale, row.counts.map(({ value, n }): ShownCount => ({ itemId: row.item_id, value, count: n })), null);
    return [{ roundId: row.id, sittingId: row.sitting_id, tool: ref, itemId: row.item_id, scale, shown, answered: row.answered ?? 0, revealedAt: row.revealed_at.toISOString(), heldOn: row.held_on }];
  });
}
