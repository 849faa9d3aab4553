"use server";

import { z } from "zod";
import { createAgency } from "@/lib/agencies/agencies";
import { idText } from "@/lib/domain/text/bounded-text";
import { agencyKindSchema, agencyNameSchema, personNameSchema, stateSchema, teamNameSchema } from "@/lib/people/people-schemas";
import { userAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

/** Whoever adds an agency is its first admin. */
export const createAgencyAction = userAction({
  rate: RATES.agency,
  event: "agency:create",
  input: z.strictObject({
    name: agencyNameSchema,
    kind: agencyKindSchema,
    state: stateSchema,
    teamName: teamNameSchema,
    displayName: personNameSchema,
    key: idText().optional(),
  }),
  run: (user, { key, ...input }) => createAgency(user.userId, input, key),
});
