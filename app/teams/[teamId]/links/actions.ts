"use server";

import { z } from "zod";
import { writtenText } from "@/lib/domain/text/bounded-text";
import { ANSWER_MAX_LENGTH, GAPS_AT_ONCE } from "@/lib/domain/limits";
import { decideWords, developIdea, evaluateGoal, makePriorities } from "@/lib/links/carry-words";
import { removeLink, restoreLink } from "@/lib/links/change-links";
import { FLOW } from "@/lib/links/load-trace";
import { idSchema } from "@/lib/people/people-schemas";
import { teamAction } from "@/lib/platform/entry/action";
import { showOnTeamPages } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const targetId = writtenText(100);
const linkSchema = z.strictObject({ linkId: idSchema });

export const makePrioritiesAction = teamAction({
  permission: "response:edit",
  toolRef: () => FLOW.priorities.tool,
  rate: RATES.change,
  input: z.strictObject({
    itemIds: z.array(targetId).min(1, "Choose at least one gap.").max(GAPS_AT_ONCE, `Choose ${GAPS_AT_ONCE} or fewer at once.`),
    /** A priority to join; null for new ones. */
    rowId: targetId.nullable(),
  }),
  once: { mayChange: true },
  run: makePriorities,
  finish: async (made, context) => {
    await showOnTeamPages(made, context);
    return made;
  },
  audit: ({ itemIds }) => ({ itemIds: itemIds.join(" ") }),
});

export const developIdeaAction = teamAction({
  permission: "response:edit",
  toolRef: () => FLOW.plan.tool,
  rate: RATES.change,
  input: z.strictObject({ rowId: targetId, section: targetId }),
  once: { mayChange: true },
  run: developIdea,
  finish: showOnTeamPages,
  audit: ({ section }, linkId) => ({ linkId, targetId: section }),
});

export const evaluateGoalAction = teamAction({
  permission: "response:edit",
  toolRef: () => FLOW.evaluation.tool,
  rate: RATES.change,
  input: z.strictObject({ section: targetId, sheet: targetId }),
  once: { mayChange: true },
  run: evaluateGoal,
  finish: showOnTeamPages,
  audit: ({ sheet }, linkId) => ({ linkId, targetId: sheet }),
});

/** The texts at both ends stay as they are. */
export const removeLinkAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: linkSchema,
  run: (context, { linkId }) => removeLink(context, linkId),
  finish: showOnTeamPages,
  audit: ({ linkId }) => ({ linkId, change: "remove" }),
});

export const restoreLinkAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: linkSchema,
  run: (context, { linkId }) => restoreLink(context, linkId),
  finish: showOnTeamPages,
  audit: ({ linkId }) => ({ linkId, change: "restore" }),
});

export const decideWordsAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: z.strictObject({ ...linkSchema.shape, choice: z.enum(["use", "keep"]), words: writtenText(ANSWER_MAX_LENGTH) }),
  run: decideWords,
  finish: showOnTeamPages,
  audit: ({ linkId, choice }) => ({ linkId, change: choice }),
});
