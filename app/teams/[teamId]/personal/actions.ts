"use server";

import { z } from "zod";
import { findPersonalTool, TOOLKITS } from "@/content/toolkits";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { boundedText, instantText, writtenText } from "@/lib/domain/text/bounded-text";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { idSchema } from "@/lib/people/people-schemas";
import { deleteOwnCheck, unshareOwnCheck } from "@/lib/personal/kept-checks";
import { saveOwnCheck, shareOwnCheck } from "@/lib/personal/personal-checks";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { agencyAction, teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

const check = z.enum(TOOLKITS.flatMap(({ personal }) => personal.map(({ slug }) => slug)));

/** The check, where the team works with its toolkit. */
function openCheck({ addedToolkits }: TeamContext, slug: string): ToolDefinition {
  const tool = findPersonalTool(slug);
  if (!tool || !addedToolkits.includes(tool.ref.toolkitId)) {
    throw new RefusedError("Your team has put this supplement away. Your check is kept.");
  }
  return tool;
}

// The audit log says that it was done, never what was answered.

export const saveOwnCheckAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: z.strictObject({
    check,
    answers: z.array(z.strictObject({ item: boundedText(100), value: writtenText(ANSWER_MAX_LENGTH) })).max(200),
    /** When the check was last changed, as the page shows it. */
    basedOn: instantText().nullable(),
  }),
  run: (context, { check: slug, answers, basedOn }) => saveOwnCheck(context, openCheck(context, slug), answers, basedOn),
  audit: ({ check: slug }) => ({ check: slug, change: "save" }),
});

export const shareOwnCheckAction = teamAction({
  permission: "response:edit",
  rate: RATES.change,
  input: z.strictObject({ check }),
  run: (context, { check: slug }) => shareOwnCheck(context, openCheck(context, slug)),
  audit: ({ check: slug }) => ({ check: slug, change: "share" }),
});

// Taking it back and deleting it stay a person's own to do, whatever became of their place in the team.

const place = z.strictObject({ teamId: idSchema, check });

function placeOf({ teamId, check: slug }: z.infer<typeof place>) {
  const tool = findPersonalTool(slug);
  if (!tool) throw new RefusedError("There is no such check. Load the page again.");
  return { teamId, tool: tool.ref };
}

export const unshareOwnCheckAction = agencyAction({
  permission: "agency:view",
  rate: RATES.change,
  input: place,
  run: (context, input) => unshareOwnCheck(context, placeOf(input)),
  audit: ({ teamId, check: slug }) => ({ teamId, check: slug, change: "unshare" }),
});

export const deleteOwnCheckAction = agencyAction({
  permission: "agency:view",
  rate: RATES.change,
  input: place,
  run: (context, input) => deleteOwnCheck(context, placeOf(input)),
  audit: ({ teamId, check: slug }) => ({ teamId, check: slug, change: "delete" }),
});
