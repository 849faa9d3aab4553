"use server";

import { z } from "zod";
import { findTool, findToolBySlug } from "@/content/toolkits";
import { ROUND_LIMITS } from "@/lib/domain/rounds/round";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { boundedText, writtenText } from "@/lib/domain/text/bounded-text";
import { planMeeting } from "@/lib/meetings/change-meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import { listTeamMembers } from "@/lib/people/members";
import { idSchema } from "@/lib/people/people-schemas";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import { addItems, callOffVote, endSitting, goToItem, moveItem, openVote, revealVote, setTimer, showRow, takeItemOff } from "@/lib/sittings/conduct";
import { decideVote, settleCurrent, undoVoteDecision } from "@/lib/sittings/decide-item";
import { handOver, renewCode, setDeputies, setJoinable, startSitting, takeOver } from "@/lib/sittings/lead-sitting";
import { takeSeatAway } from "@/lib/sittings/seats";

const trimmed = (text: string) => text.trim();
const LONGEST_ID = 100;
const sitting = z.strictObject({ sittingId: idSchema });
const deputies = z.array(idSchema).max(SITTING_LIMITS.deputies);
const itemIds = z.array(boundedText(LONGEST_ID)).max(SITTING_LIMITS.items);

/** @throws RefusedError for somebody who can't lead a sitting of this team */
async function requireLeaders(context: TeamContext, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const members = await listTeamMembers(context);
  const may = (userId: string) => members.some((member) => member.userId === userId && isAllowedInTeam(member.role, "sitting:run"));
  if (!userIds.every(may)) throw new RefusedError("Somebody you chose can’t lead this meeting any more. Load the page again.");
}

/** The items of a tool, if the person may open it. @throws RefusedError naming what is not there */
function requireItems(context: TeamContext, slug: string, ids: readonly string[]) {
  const tool = findToolBySlug(slug);
  if (!tool || !findOpenTool(context, tool.ref)) throw new RefusedError("We could not find this tool. Load the page again.");
  const index = itemIndexOf(tool);
  const known = ids.filter((id) => index.has(id));
  if (known.length === 0) throw new RefusedError("Some answers need another look.", { items: "Choose at least one item." });
  return known.map((itemId) => ({ tool: tool.ref, itemId }));
}

/** Begins meeting mode, in a meeting that is planned or in one that begins now. */
export const startSittingAction = teamAction({
  permission: "sitting:run",
  rate: RATES.change,
  input: z.strictObject({ meetingId: z.union([z.literal("now"), idSchema]), deputies }),
  once: {},
  run: async (context, input) => {
    await requireLeaders(context, input.deputies);
    const meetingId = input.meetingId === "now" ? (await planMeeting(context, { heldOn: await findTeamDay(context, new Date()), startsAt: "", place: "" })).meetingId : input.meetingId;
    const { sittingId } = await startSitting(context, meetingId, input.deputies);
    return { meetingId, sittingId };
  },
  audit: (_input, { meetingId, sittingId }) => ({ meetingId, sittingId, change: "start" }),
});

/** What the facilitator does on the big screen. */
export const conductSittingAction = teamAction({
  permission: "sitting:run",
  rate: RATES.change,
  input: sitting.extend({
    act: z.union([
      /** To another item; `isCallingOff` when an open vote may be given up. Null: none. */
      z.strictObject({ to: z.literal("item"), itemId: z.union([z.null(), idSchema]), isCallingOff: z.boolean() }),
      z.strictObject({ to: z.literal("vote") }),
      z.strictObject({ to: z.literal("call-off") }),
      /** `missing` is how many had not voted, as the screen said. */
      z.strictObject({ to: z.literal("reveal"), missing: z.int().min(0).max(SITTING_LIMITS.seats * SITTING_LIMITS.sharing) }),
      z.strictObject({ to: z.literal("timer"), seconds: z.union([z.null(), z.int().min(5).max(SITTING_LIMITS.timerMinutes * 60)]) }),
      z.strictObject({ to: z.literal("row"), rowId: z.union([z.null(), boundedText(LONGEST_ID)]) }),
    ]),
  }),
  run: async (context, { sittingId, act }) => {
    if (act.to === "item") await goToItem(context, sittingId, act.itemId, act.isCallingOff);
    else if (act.to === "vote") await openVote(context, sittingId);
    else if (act.to === "call-off") await callOffVote(context, sittingId);
    else if (act.to === "reveal") await revealVote(context, sittingId, act.missing);
    else if (act.to === "timer") await setTimer(context, sittingId, act.seconds);
    else await showRow(context, sittingId, act.rowId);
    return null;
  },
  audit: ({ sittingId, act }) => ({ sittingId, change: act.to }),
});

/** Whom and what a sitting holds, and its end. */
export const arrangeSittingAction = teamAction({
  permission: "sitting:run",
  rate: RATES.change,
  input: sitting.extend({
    act: z.union([
      z.strictObject({ set: z.literal("items"), tool: boundedText(LONGEST_ID), items: itemIds }),
      z.strictObject({ set: z.literal("offered"), items: z.array(z.strictObject({ toolkitId: boundedText(LONGEST_ID), toolId: boundedText(LONGEST_ID), itemId: boundedText(LONGEST_ID) })).max(SITTING_LIMITS.items) }),
      z.strictObject({ set: z.literal("off"), itemId: idSchema }),
      z.strictObject({ set: z.literal("move"), itemId: idSchema, by: z.enum(["up", "down"]) }),
      z.strictObject({ set: z.literal("joinable"), isJoinable: z.boolean() }),
      z.strictObject({ set: z.literal("code") }),
      z.strictObject({ set: z.literal("deputies"), deputies }),
      z.strictObject({ set: z.literal("facilitator"), userId: idSchema }),
      z.strictObject({ set: z.literal("seat"), seatId: idSchema }),
      z.strictObject({ set: z.literal("end") }),
    ]),
  }),
  run: async (context, { sittingId, act }) => {
    if (act.set === "items") await addItems(context, sittingId, requireItems(context, act.tool, act.items));
    else if (act.set === "offered") await addItems(context, sittingId, act.items.flatMap(({ toolkitId, toolId, itemId }) => requireItems(context, findTool({ toolkitId, toolId })?.slug ?? "", [itemId])));
    else if (act.set === "off") await takeItemOff(context, sittingId, act.itemId);
    else if (act.set === "move") await moveItem(context, sittingId, act.itemId, act.by);
    else if (act.set === "joinable") await setJoinable(context, sittingId, act.isJoinable);
    else if (act.set === "code") await renewCode(context, sittingId);
    else if (act.set === "deputies") {
      await requireLeaders(context, act.deputies);
      await setDeputies(context, sittingId, act.deputies);
    } else if (act.set === "facilitator") {
      await requireLeaders(context, [act.userId]);
      await handOver(context, sittingId, act.userId);
    } else if (act.set === "seat") await takeSeatAway(context, sittingId, act.seatId);
    else await endSitting(context, sittingId);
    return null;
  },
  audit: ({ sittingId, act }) => ({ sittingId, change: act.set }),
});

/** A stored deputy or a lead goes on in the facilitator's place. */
export const takeOverSittingAction = teamAction({
  permission: "sitting:run",
  rate: RATES.change,
  input: sitting,
  run: async (context, { sittingId }) => {
    await takeOver(context, sittingId);
    return null;
  },
  audit: ({ sittingId }) => ({ sittingId, change: "take over" }),
});

/** Records what the team decided after a vote. */
export const decideVoteAction = teamAction({
  permission: "round:decide",
  rate: RATES.change,
  input: z.strictObject({
    roundId: idSchema,
    itemId: boundedText(LONGEST_ID),
    value: z.union([z.null(), boundedText(LONGEST_ID).min(1, "Choose one of the answers.")], "Choose one of the answers."),
    rationale: writtenText(ROUND_LIMITS.rationale, undefined, trimmed),
    dissent: writtenText(ROUND_LIMITS.dissent, undefined, trimmed),
  }),
  once: {},
  run: async (context, { roundId, ...decision }) => {
    await decideVote(context, roundId, decision);
    return null;
  },
  audit: ({ roundId, itemId }) => ({ roundId, itemId, change: "decide in a meeting" }),
});

export const undoVoteDecisionAction = teamAction({
  permission: "round:decide",
  rate: RATES.change,
  input: z.strictObject({ roundId: idSchema, itemId: boundedText(LONGEST_ID), decisionId: idSchema }),
  run: async (context, { roundId, ...decision }) => {
    await undoVoteDecision(context, roundId, decision);
    return null;
  },
  audit: ({ roundId, itemId }) => ({ roundId, itemId, change: "undo decision in a meeting" }),
});

/** Says that the team is done with what the scribe wrote, or goes on with it. */
export const settleItemAction = teamAction({
  permission: "sitting:run",
  rate: RATES.change,
  input: z.strictObject({ meetingId: idSchema, isSettled: z.boolean() }),
  run: async (context, { meetingId, isSettled }) => {
    await settleCurrent(context, meetingId, isSettled);
    return null;
  },
  audit: ({ meetingId }) => ({ meetingId, change: "settle" }),
});
