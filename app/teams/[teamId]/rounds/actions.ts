"use server";

import { z } from "zod";
import { findToolBySlug } from "@/content/toolkits";
import { findGuestProblem } from "@/lib/domain/rounds/guest-names";
import { type Invitee, ratableItems, ratableParts, ROUND_LIMITS } from "@/lib/domain/rounds/round";
import { SIDES } from "@/lib/domain/rounds/shown-item";
import { boundedText, dateText, writtenText } from "@/lib/domain/text/bounded-text";
import { DATE_PROBLEM, findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { listTeamMembers } from "@/lib/people/members";
import { idSchema } from "@/lib/people/people-schemas";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { findOpenTool } from "@/lib/responses/tool-access";
import { recordDecision, undoDecision } from "@/lib/rounds/decide";
import { closeRound, revealRound } from "@/lib/rounds/move-round";
import { openRound } from "@/lib/rounds/open-round";
import { giveRateLinkAgain } from "@/lib/rounds/rate-links";
import { findRound } from "@/lib/rounds/read-rounds";

const trimmed = (text: string) => text.trim();
const LONGEST_NAME = 100;
const itemId = boundedText(LONGEST_NAME);
const round = z.strictObject({ roundId: idSchema });
const MOST_ITEMS = 300;
/** More often than anybody loses a link. */
const MOST_LINKS = 1_000;

const daySchema = dateText(DATE_PROBLEM).refine((day) => findDateProblem(day) === null, YEAR_PROBLEM);

/** Opens a round. Everything it says is fixed from then on. */
export const openRoundAction = teamAction({
  permission: "round:open",
  rate: RATES.change,
  input: z.strictObject({
    tool: boundedText(LONGEST_NAME),
    /** Parts of the tool and single items; none means all of it. */
    parts: z.array(itemId).max(MOST_ITEMS),
    items: z.array(itemId).max(MOST_ITEMS),
    raters: z.array(z.strictObject({ userId: idSchema, side: z.enum(SIDES) })).max(ROUND_LIMITS.raters),
    guests: z.array(writtenText(ROUND_LIMITS.guestName, undefined, trimmed)).max(ROUND_LIMITS.raters),
    guestSide: z.enum(SIDES),
    untilOn: z.union([z.literal(""), daySchema]),
    shown: z.enum(["unnamed", "named"], "Choose what will be shown."),
    isSplit: z.boolean(),
    deputy: z.union([z.literal(""), idSchema]),
    follows: z.union([z.literal(""), idSchema]),
  }),
  once: {},
  run: async (context, input) => {
    const tool = findToolBySlug(input.tool);
    if (!tool || !findOpenTool(context, tool.ref)) throw new RefusedError("We could not find this tool. Load the page again.");
    const chosen = new Set([...input.items, ...ratableParts(tool).filter(({ id }) => input.parts.includes(id)).flatMap(({ items }) => items.map(({ id }) => id))]);
    const isWhole = input.parts.length === 0 && input.items.length === 0;
    const members = await listTeamMembers(context);
    const mayRate = members.filter(({ role, toolKeys }) => isAllowedInTeam(role, "round:rate") && (role !== "partner" || toolKeys.includes(toolKey(tool.ref))));
    if (input.raters.some(({ userId }) => !mayRate.some((member) => member.userId === userId))) throw new RefusedError("Some answers need another look.", { raters: "Somebody you chose can’t be asked any more. Load the page again." });
    if (input.deputy !== "" && !members.some(({ userId, role }) => userId === input.deputy && isAllowedInTeam(role, "round:reveal"))) {
      throw new RefusedError("Some answers need another look.", { deputy: "Choose a member of the team." });
    }
    if (input.follows !== "" && !(await findRound(context, input.follows))) throw new RefusedError("We could not find the earlier round. Load the page again.");
    const guestProblem = findGuestProblem(input.guests);
    if (guestProblem !== null) throw new RefusedError("Some answers need another look.", { guests: guestProblem });
    const once = new Map(input.raters.map((rater) => [rater.userId, rater]));
    const invitees: Invitee[] = [
      ...[...once.values()].map(({ userId, side }) => ({ userId, guestName: null, side })),
      ...input.guests.filter((name) => name !== "").map((guestName) => ({ userId: null, guestName, side: input.guestSide })),
    ];
    return openRound(context, {
      tool,
      itemIds: ratableItems(tool).map(({ id }) => id).filter((id) => isWhole || chosen.has(id)),
      invitees,
      untilOn: input.untilOn || null,
      isNamed: input.shown === "named",
      isSplit: input.isSplit,
      deputyId: input.deputy || null,
      followsId: input.follows || null,
    });
  },
  audit: (_input, { roundId }) => ({ roundId, change: "open" }),
});

/** Reveals a round; `missing` is how many have not finished, as whoever presses it was told. */
export const revealRoundAction = teamAction({
  permission: "round:reveal",
  rate: RATES.change,
  input: round.extend({ missing: z.int().min(0).max(ROUND_LIMITS.raters) }),
  run: (context, { roundId, missing }) => revealRound(context, roundId, missing),
  audit: ({ roundId }) => ({ roundId, change: "reveal" }),
});

/** Closes a round for good. */
export const closeRoundAction = teamAction({
  permission: "round:reveal",
  rate: RATES.change,
  input: round,
  run: (context, { roundId }) => closeRound(context, roundId),
  audit: ({ roundId }) => ({ roundId, change: "close" }),
});

/** Gives somebody without an account a new link; what they rated with the lost one is destroyed unread. */
export const giveRateLinkAgainAction = teamAction({
  permission: "round:open",
  rate: RATES.change,
  input: round.extend({ raterId: idSchema, linkNumber: z.int().min(0).max(MOST_LINKS) }),
  run: (context, input) => giveRateLinkAgain(context, input),
  audit: ({ roundId }) => ({ roundId, change: "give a link again" }),
});

/** Records what the team decided on an item, or that it stays open. */
export const decideAction = teamAction({
  permission: "round:decide",
  rate: RATES.change,
  input: round.extend({
    itemId,
    value: z.union([z.null(), boundedText(LONGEST_NAME).min(1, "Choose one of the answers.")], "Choose one of the answers."),
    rationale: writtenText(ROUND_LIMITS.rationale, undefined, trimmed),
    dissent: writtenText(ROUND_LIMITS.dissent, undefined, trimmed),
  }),
  once: {},
  run: async (context, { roundId, ...decision }) => {
    await recordDecision(context, roundId, decision);
    return null;
  },
  audit: ({ roundId, itemId: decided }) => ({ roundId, itemId: decided, change: "decide" }),
});

export const undoDecisionAction = teamAction({
  permission: "round:decide",
  rate: RATES.change,
  input: round.extend({ itemId, decisionId: idSchema }),
  run: (context, { roundId, ...decision }) => undoDecision(context, roundId, decision),
  audit: ({ roundId, itemId: decided }) => ({ roundId, itemId: decided, change: "undo decision" }),
});
