import "server-only";
import { findTool } from "@/content/toolkits";
import type { AgendaEntry } from "@/lib/domain/meetings/agenda";
import { findListedItem } from "@/lib/domain/tool/listed-items";
import { placeInTool } from "@/lib/domain/rounds/item-place";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { formatDay } from "@/lib/domain/text/due-words";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { listRounds } from "@/lib/rounds/read-rounds";
import { loadShownRound } from "@/lib/rounds/shown-round";
import { listShownVotes } from "./shown-votes";

/** An item that the team's work offers for a meeting, and why. */
export interface OfferedItem {
  readonly tool: ToolRef;
  readonly itemId: string;
  /** With what is printed before it: "Our organization: offers …". */
  readonly name: string;
  /** "Tool 4, item 1" */
  readonly place: string;
  readonly why: string;
}

const WHY: Partial<Record<AgendaEntry["part"], string>> = { gaps: "New gap since the last meeting", decide: "To decide" };

/** Without what is printed before the item, which its name begins with. */
function shortPlace(tool: ToolDefinition, item: Item): string {
  return placeInTool(tool, item).split(" · ")[0] ?? "";
}

/**
 * Statements on which people differed when they rated alone or voted in a meeting, as long as nothing was decided on them since; then
 * what the agenda brings. Each once.
 */
export async function listOfferedItems(context: TeamContext, agenda: readonly AgendaEntry[]): Promise<readonly OfferedItem[]> {
  const offered = new Map<string, OfferedItem>();
  const offer = (tool: ToolRef, itemId: string, why: string) => {
    const found = findOpenTool(context, tool) && findTool(tool);
    const item = found && itemIndexOf(found).get(itemId);
    if (item && !offered.has(itemId)) offered.set(itemId, { tool, itemId, name: findListedItem(found, itemId)?.name ?? item.prompt, place: shortPlace(found, item), why });
  };
  const [rounds, votes, decidedAt] = await Promise.all([listRounds(context), listShownVotes(context, null), readLastDecisions(context)]);
  const isOpen = (itemId: string, since: string) => (decidedAt.get(itemId) ?? "") < since;
  for (const vote of votes.toReversed()) {
    if (vote.shown.agreement?.isFlagged && isOpen(vote.itemId, vote.revealedAt)) offer(vote.tool, vote.itemId, `Views differed in the meeting on ${formatDay(vote.heldOn)}`);
  }
  for (const round of rounds) {
    if (!round.revealed) continue;
    const shown = await loadShownRound(context, round);
    for (const [itemId, { agreement }] of shown?.items ?? []) {
      if (agreement?.isFlagged && isOpen(itemId, round.revealed.at)) offer(round.tool, itemId, `Views differ in round ${round.number}`);
    }
  }
  for (const { part, tool, itemId } of agenda) {
    const why = WHY[part];
    if (why && itemId) offer(tool, itemId, why);
  }
  return [...offered.values()];
}

/** By item, when the team last decided on it, in a round or in a meeting; ISO 8601. What was left open is no decision. */
async function readLastDecisions({ agencyId, teamId, userId }: TeamContext): Promise<ReadonlyMap<string, string>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ item_id: string; decided_at: Date }>(
      "select item_id, max(decided_at) as decided_at from round_decision where agency_id = $1 and team_id = $2 and undone_at is null and value is not null group by item_id",
      [agencyId, teamId],
    ),
  );
  return new Map(rows.map(({ item_id, decided_at }) => [item_id, decided_at.toISOString()]));
}
