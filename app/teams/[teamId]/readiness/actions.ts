"use server";

import { z } from "zod";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { filterGaps, GAP_KINDS } from "@/lib/domain/readiness/gaps";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { loadReadiness } from "@/lib/readiness/load-readiness";

const gapFilterSchema = z.strictObject({
  kind: z.enum(["answered", "all", ...GAP_KINDS]),
  element: z.enum(MAIN_TOOLKIT.elements.map(({ id }) => id)).nullable(),
  tool: z.enum(MAIN_TOOLKIT.tools.map(({ slug }) => slug)).nullable(),
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
