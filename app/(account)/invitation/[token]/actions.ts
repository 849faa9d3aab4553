"use server";

import { z } from "zod";
import { acceptInvitationAgain, acceptInvitationAsNewPerson } from "@/lib/people/invitation-acceptance";
import { passwordSchema, personNameSchema, secretSchema } from "@/lib/people/people-schemas";
import { publicAction, userAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

export const acceptInvitationAction = userAction({
  rate: RATES.account,
  event: "invitation:accept",
  input: z.strictObject({ token: secretSchema, name: personNameSchema.optional() }),
  run: (user, { token, name }) => acceptInvitationAgain(token, user, name),
});

export const acceptAsNewPersonAction = publicAction({
  rate: RATES.link,
  input: z.strictObject({ token: secretSchema, name: personNameSchema, password: passwordSchema }),
  run: ({ token, ...person }) => acceptInvitationAsNewPerson(token, person),
});
