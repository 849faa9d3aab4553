import "server-only";
import { randomUUID } from "node:crypto";
import { findTool } from "@/content/toolkits";
import { scaleOf } from "@/lib/domain/rounds/round-values";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { itemIndexOf } from "@/lib/responses/tool-access";
import { inWords } from "@/lib/rounds/round-errors";
import { ENDED, holdSitting } from "./lead-sitting";
import { tellScreens } from "./tell-screens";

// What the facilitator does on the big screen: from item to item, vote, reveal, timer, end.

const NO_ITEM = "Choose an item first.";

interface ItemRow {
  readonly id: string;
  readonly toolkit_id: string;
  readonly tool_id: string;
  readonly item_id: string;
  readonly round_id: string | null;
  /** The vote before it, if the item has been voted on before, and whether that one was revealed. */
  readonly follows_id: string | null;
  readonly has_earlier: boolean;
  readonly is_revealed: boolean;
  readonly is_closed: boolean;
  readonly voted: number;
}

/** The item with how its newest vote stands. */
async function readItem(tx: Tx, { agencyId, teamId }: TeamContext, sittingId: string, id: string | null): Promise<ItemRow | null> {
  if (id === null) return null;
  const [row] = await tx.$queryRaw<ItemRow[]>`
    select i.id, i.toolkit_id, i.tool_id, i.item_id, i.round_id, r.follows_id, f.revealed_at is not null as has_earlier, r.revealed_at is not null as is_revealed, r.id is null or r.closed_at is not null as is_closed,
           (select count(*)::int from round_rater p where p.agency_id = i.agency_id and p.team_id = i.team_id and p.round_id = i.round_id) as voted
      from sitting_item i
      left join rating_round r on r.agency_id = i.agency_id and r.team_id = i.team_id and r.id = i.round_id
      left join rating_round f on f.agency_id = r.agency_id and f.team_id = r.team_id and f.id = r.follows_id
     where i.agency_id = ${agencyId}::uuid and i.team_id = ${teamId}::uuid and i.sitting_id = ${sittingId}::uuid and i.id = ${id}::uuid`;
  return row ?? null;
}

async function closeVote(tx: Tx, { agencyId, teamId }: TeamContext, roundId: string): Promise<void> {
  await tx.$executeRaw`update rating_round set closed_at = now() where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${roundId}::uuid`;
}

/**
 * Gives a vote up that was not revealed, and destroys it unseen. The vote before it, with its dots and its decision, stands again
 * as if this one had never been opened.
 */
async function callOff(tx: Tx, context: TeamContext, sittingId: string, item: ItemRow & { readonly round_id: string }): Promise<void> {
  const { agencyId, teamId } = context;
  await closeVote(tx, context, item.round_id);
  if (item.follows_id) await tx.sittingItem.updateMany({ where: { agencyId, teamId, sittingId, id: item.id }, data: { roundId: item.follows_id } });
}

function isWithRound(item: ItemRow): item is ItemRow & { readonly round_id: string } {
  return item.round_id !== null;
}

/**
 * Leaves the item on the screen: late votes end, and the tie between people and votes is destroyed.
 * @param isCallingOff whether votes that were not revealed may be destroyed unseen. @throws RefusedError when there are some, and it may not
 */
async function leaveItem(tx: Tx, context: TeamContext, sittingId: string, item: ItemRow | null, isCallingOff: boolean): Promise<void> {
  if (!item || !isWithRound(item) || item.is_closed) return;
  if (item.is_revealed) return closeVote(tx, context, item.round_id);
  if (item.voted > 0 && !isCallingOff) throw new RefusedError("The vote is still open. Reveal it first, or go on without it: then it is called off, and nobody sees the votes.");
  await callOff(tx, context, sittingId, item);
}

/** Shows another item of the list on the screen; null none. */
export async function goToItem(context: TeamContext, sittingId: string, itemId: string | null, isCallingOff: boolean): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId);
    if (current_id === itemId) return;
    if (itemId !== null && !(await readItem(tx, context, sittingId, itemId))) throw new RefusedError("This is not on the list any more. Load the page again.");
    await leaveItem(tx, context, sittingId, await readItem(tx, context, sittingId, current_id), isCallingOff);
    await tx.sitting.updateMany({ where: { agencyId, teamId, id: sittingId }, data: { currentId: itemId, timerEndsAt: null } });
  });
  tellScreens(context, sittingId);
}

/** Opens a vote on the item on the screen; after a reveal a second one, and the first stays. It is no failure when one is open. */
export async function openVote(context: TeamContext, sittingId: string): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId);
    const item = await readItem(tx, context, sittingId, current_id);
    if (!item) throw new RefusedError(NO_ITEM);
    const tool = findTool({ toolkitId: item.toolkit_id, toolId: item.tool_id });
    if (!tool || !scaleOf(itemIndexOf(tool).get(item.item_id)?.kind ?? "text")) throw new RefusedError("This is not decided by a vote. The scribe writes it down.");
    if (item.round_id && !item.is_closed && !item.is_revealed) return;
    if (item.round_id && !item.is_closed) await closeVote(tx, context, item.round_id);
    const [last] = await tx.$queryRaw<{ number: number }[]>`
      select coalesce(max(number), 0)::int as number from rating_round where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and sitting_id = ${sittingId}::uuid`;
    const number = (last?.number ?? 0) + 1;
    if (number > SITTING_LIMITS.votes) throw new RefusedError("This meeting has had very many votes. Start meeting mode again for more.");
    const roundId = randomUUID();
    await tx.$executeRaw`
      insert into rating_round (agency_id, team_id, id, sitting_id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, follows_id, opened_by, asked)
      values (${agencyId}::uuid, ${teamId}::uuid, ${roundId}::uuid, ${sittingId}::uuid, ${number}, ${item.toolkit_id}, ${item.tool_id}, ${tool.version}, ${[item.item_id]}::text[],
              false, false, ${item.round_id}::uuid, ${userId}::uuid, 0)`;
    await tx.$executeRaw`
      update sitting_item set round_id = ${roundId}::uuid, settled_at = null, outcome = null
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and sitting_id = ${sittingId}::uuid and id = ${item.id}::uuid`;
  });
  tellScreens(context, sittingId);
}

/**
 * Reveals the vote on the screen. Never by itself; with people missing only by somebody who has seen how many.
 * @throws RefusedError when more are missing by now. It is no failure when it was revealed already.
 */
export async function revealVote(context: TeamContext, sittingId: string, missing: number): Promise<void> {
  const { agencyId, teamId } = context;
  await inWords(() =>
    withAgency(context, async (tx) => {
      const { current_id } = await holdSitting(tx, context, sittingId);
      const item = await readItem(tx, context, sittingId, current_id);
      if (!item?.round_id) throw new RefusedError("There is no vote on this yet.");
      if (item.is_revealed || item.is_closed) return;
      // A second vote that nobody took part in shows nothing: it must not take the first one's dots away.
      if (item.has_earlier && item.voted === 0) {
        await callOff(tx, context, sittingId, { ...item, round_id: item.round_id });
        await tx.sitting.updateMany({ where: { agencyId, teamId, id: sittingId }, data: { timerEndsAt: null } });
        return;
      }
      await tx.$executeRaw`
        update rating_round set revealed_at = now(), missing_at_reveal = ${missing} where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${item.round_id}::uuid`;
      await tx.sitting.updateMany({ where: { agencyId, teamId, id: sittingId }, data: { timerEndsAt: null } });
    }),
  );
  tellScreens(context, sittingId);
}

/** Calls the open vote off, on the item that stays on the screen. It is no failure when none is open. */
export async function callOffVote(context: TeamContext, sittingId: string): Promise<void> {
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId);
    const item = await readItem(tx, context, sittingId, current_id);
    if (item && isWithRound(item) && !item.is_closed && !item.is_revealed) await callOff(tx, context, sittingId, item);
  });
  tellScreens(context, sittingId);
}

/** Starts the timer, or stops it. It tells, and ends nothing. @param seconds null stops it */
export async function setTimer(context: TeamContext, sittingId: string, seconds: number | null): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    await holdSitting(tx, context, sittingId);
    await tx.$executeRaw`
      update sitting set timer_ends_at = now() + make_interval(secs => ${seconds}::int) where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${sittingId}::uuid`;
  });
  tellScreens(context, sittingId);
}

/** Shows another row of the table on the screen. */
export async function showRow(context: TeamContext, sittingId: string, rowId: string | null): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId);
    if (current_id === null) throw new RefusedError(NO_ITEM);
    await tx.sittingItem.updateMany({ where: { agencyId, teamId, sittingId, id: current_id }, data: { rowId } });
  });
  tellScreens(context, sittingId);
}

/** Says that the team is done with what the scribe wrote, or goes on with it. @param outcome what the tool says now, in words; null to go on */
export async function settleItem(context: TeamContext, sittingId: string, outcome: string | null): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId);
    if (current_id === null) throw new RefusedError(NO_ITEM);
    await tx.sittingItem.updateMany({
      where: { agencyId, teamId, sittingId, id: current_id },
      data: { settledAt: outcome === null ? null : new Date(), outcome: outcome?.slice(0, SITTING_LIMITS.outcome) ?? null },
    });
  });
  tellScreens(context, sittingId);
}

/** Puts items at the end of the list; what stands there already stays as it is. */
export async function addItems(context: TeamContext, sittingId: string, items: readonly { readonly tool: ToolRef; readonly itemId: string }[]): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    await holdSitting(tx, context, sittingId);
    const there = await tx.sittingItem.findMany({ where: { agencyId, teamId, sittingId }, select: { itemId: true, position: true } });
    const asked = [...new Map(items.map((item) => [item.itemId, item])).values()];
    const fresh = asked.filter(({ itemId }) => !there.some((item) => item.itemId === itemId));
    if (there.length + fresh.length > SITTING_LIMITS.items) throw new RefusedError(`One meeting goes through ${SITTING_LIMITS.items} items at most.`);
    const last = Math.max(0, ...there.map(({ position }) => position));
    for (const [index, { tool, itemId }] of fresh.entries()) {
      await tx.$executeRaw`
        insert into sitting_item (agency_id, team_id, sitting_id, id, position, toolkit_id, tool_id, item_id)
        values (${agencyId}::uuid, ${teamId}::uuid, ${sittingId}::uuid, ${randomUUID()}::uuid, ${last + index + 1}, ${tool.toolkitId}, ${tool.toolId}, ${itemId})`;
    }
  });
  tellScreens(context, sittingId);
}

/** Puts an item before the one above it, or after the one below it; at either end it stays. */
export async function moveItem(context: TeamContext, sittingId: string, itemId: string, by: "up" | "down"): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    await holdSitting(tx, context, sittingId);
    const order = (await tx.sittingItem.findMany({ where: { agencyId, teamId, sittingId }, select: { id: true }, orderBy: [{ position: "asc" }, { id: "asc" }] })).map(({ id }) => id);
    const from = order.indexOf(itemId);
    if (from === -1) throw new RefusedError("This is not on the list any more. Load the page again.");
    const to = by === "up" ? from - 1 : from + 1;
    const other = order[to];
    if (other === undefined) return;
    order[to] = itemId;
    order[from] = other;
    for (const [index, id] of order.entries()) await tx.sittingItem.updateMany({ where: { agencyId, teamId, sittingId, id }, data: { position: index + 1 } });
  });
  tellScreens(context, sittingId);
}

/** Takes an item off the list that nobody has voted on. */
export async function takeItemOff(context: TeamContext, sittingId: string, itemId: string): Promise<void> {
  const { agencyId, teamId } = context;
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId);
    if (current_id === itemId) throw new RefusedError("This is on the screen. Go to another item first.");
    const { count } = await tx.sittingItem.deleteMany({ where: { agencyId, teamId, sittingId, id: itemId } });
    if (count === 0) throw new RefusedError("This was voted on, so it stays on the list.");
  });
  tellScreens(context, sittingId);
}

/** Ends it for everyone: phones are let go, the code opens nothing, votes that were not revealed are destroyed unseen. */
export async function endSitting(context: TeamContext, sittingId: string): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgency(context, async (tx) => {
    const { current_id } = await holdSitting(tx, context, sittingId).catch((error: unknown) => {
      if (error instanceof RefusedError && error.message === ENDED) return { current_id: null };
      throw error;
    });
    await leaveItem(tx, context, sittingId, await readItem(tx, context, sittingId, current_id), true);
    await tx.$executeRaw`
      update sitting set ended_at = now(), ended_by = ${userId}::uuid, code_hash = null, is_joinable = false, timer_ends_at = null
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${sittingId}::uuid and ended_at is null`;
  });
  tellScreens(context, sittingId);
}
