"use server";

import { z } from "zod";
import { ADDABLE_TOOLKITS } from "@/content/toolkits";
import { addToolkit, putAwayToolkit } from "@/lib/agencies/team-toolkits";
import { teamAction } from "@/lib/platform/entry/action";
import { showOnTeamPages } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const toolkitSchema = z.strictObject({ toolkitId: z.enum(ADDABLE_TOOLKITS.map(({ id }) => id)) });

export const addToolkitAction = teamAction({
  permission: "team:update",
  rate: RATES.change,
  input: toolkitSchema,
  // Somebody may have put it away again by the time a lost press is repeated.
  once: {},
  run: (context, { toolkitId }) => addToolkit(context, toolkitId),
  finish: showOnTeamPages,
  audit: ({ toolkitId }) => ({ toolkit: toolkitId, change: "add" }),
});

export const putAwayToolkitAction = teamAction({
  permission: "team:update",
  rate: RATES.change,
  input: toolkitSchema,
  once: {},
  run: (context, { toolkitId }) => putAwayToolkit(context, toolkitId),
  finish: showOnTeamPages,
  audit: ({ toolkitId }) => ({ toolkit: toolkitId, change: "put-away" }),
});
