"use server";

import { z } from "zod";
import { getBackIn, joinByCode } from "@/lib/people/code-acceptance";
import { acceptInvitationAgain, acceptInvitationAsNewPerson } from "@/lib/people/invitation-acceptance";
import { passwordSchema, personNameSchema, secretSchema, signInNameSchema } from "@/lib/people/people-schemas";
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

/** With a code that was handed over: an account without an address. */
export const joinByCodeAction = publicAction({
  rate: RATES.link,
  input: z.strictObject({ token: secretSchema, name: personNameSchema, signInName: signInNameSchema, password: passwordSchema }),
  run: ({ token, ...person }) => joinByCode(token, person),
});

export const getBackInAction = publicAction({
  rate: RATES.link,
  input: z.strictObject({ token: secretSchema, password: passwordSchema }),
  run: ({ token, password }, source) => getBackIn(token, password, source),
});
