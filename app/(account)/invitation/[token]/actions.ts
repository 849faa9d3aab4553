"use server";

import { z } from "zod";
import { publicAction, userAction } from "@/lib/auth/action";
import { acceptInvitation, acceptInvitationAsNewPerson } from "@/lib/data/invitation-acceptance";
import { passwordSchema, personNameSchema, secretSchema } from "@/lib/data/people-schemas";

export const acceptInvitationAction = userAction({
  event: "invitation:accept",
  input: z.strictObject({ token: secretSchema, name: personNameSchema.optional() }),
  run: (user, { token, name }) => acceptInvitation(token, user, name),
});

export const acceptAsNewPersonAction = publicAction({
  input: z.strictObject({ token: secretSchema, name: personNameSchema, password: passwordSchema }),
  run: ({ token, ...person }) => acceptInvitationAsNewPerson(token, person),
});
