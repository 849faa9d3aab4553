"use server";

import { z } from "zod";
import { TOOLS } from "@/content/toolkits";
import { filterGaps, GAP_KINDS } from "@/lib/domain/readiness/gaps";
import { ELEMENT_IDS } from "@/lib/domain/tool/definition";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { loadReadiness } from "@/lib/readiness/load-readiness";

const gapFilterSchema = z.strictObject({
  kind: z.enum(["answered", "all", ...GAP_KINDS]),
  element: z.enum(ELEMENT_IDS).nullable(),
  tool: z.enum(TOOLS.map(({ slug }) => slug)).nullable(),
});

/** The whole report: headline, areas, checklists, elements and every gap. */
export const computeReadinessAction = teamAction({
  permission: "report:view",
  rate: RATES.report,
  input: z.strictObject({}),
  run: (context) => loadReadiness(context),
  audit: false,
});

/** The gap list alone, in the order to work through it. */
export const listGapsAction = teamAction({
  permission: "report:view",
  rate: RATES.report,
  input: gapFilterSchema,
  run: async (context, filter) => filterGaps((await loadReadiness(context)).gaps, filter),
  audit: false,
});
