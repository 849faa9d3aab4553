"use server";

import { z } from "zod";
import { instantText } from "@/lib/domain/text/bounded-text";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { addAction, changeAction } from "@/lib/plan/change-plan";
import { PLAN } from "@/lib/plan/load-plan";
import { markPlanSeen } from "@/lib/plan/mark-plan-seen";
import { actionChangeSchema, newActionSchema } from "@/lib/plan/plan-schemas";
import { takeBackAction } from "@/lib/plan/take-back-action";
import { teamAction } from "@/lib/platform/entry/action";
import { showOnTeamPages } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const tool = toolKey(PLAN.tool);

/** Moves an action, or gives it another owner, day or words. */
export const changePlanAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: actionChangeSchema,
  toolRef: () => PLAN.tool,
  run: changeAction,
  finish: async (changed, context) => {
    await showOnTeamPages(null, context);
    return changed;
  },
  audit: ({ actionId }) => ({ tool, actionId }),
});

/** Its own key makes it once: see `addAction`. */
export const addPlanAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: newActionSchema,
  toolRef: () => PLAN.tool,
  run: addAction,
  finish: async (added, context) => {
    await showOnTeamPages(null, context);
    return added;
  },
  audit: (_input, { actionId }) => ({ tool, actionId }),
});

/** Takes back what the same filling of the form added. Once more changes nothing. */
export const takeBackPlanAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: newActionSchema,
  toolRef: () => PLAN.tool,
  run: takeBackAction,
  finish: async (taken, context) => {
    await showOnTeamPages(null, context);
    return taken;
  },
  audit: (_input, { actionId }) => ({ tool, actionId, change: "taken-back" }),
});

/** For nobody but the person: no audit row. The mark asks for their standing itself. */
export const markPlanSeenAction = teamAction({
  permission: "response:view",
  rate: RATES.change,
  input: z.strictObject({ at: instantText() }),
  toolRef: () => PLAN.tool,
  run: (context, { at }) => markPlanSeen(context, at),
  finish: showOnTeamPages,
  audit: false,
});
