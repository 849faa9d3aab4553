"use server";

import { z } from "zod";
import { changePassword, updateAccountName, updateMailChoices } from "@/lib/accounts/accounts";
import { NOTICE_PACES } from "@/lib/domain/notices";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { passwordSchema, personNameSchema } from "@/lib/people/people-schemas";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { revokeAllSessions, revokeOwnSession } from "@/lib/platform/auth/session-store";
import { userAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

export const updateNameAction = userAction({
  rate: RATES.account,
  event: "account:update-name",
  input: z.strictObject({ name: personNameSchema }),
  run: (user, { name }) => updateAccountName(user, name),
});

export const updateMailChoicesAction = userAction({
  rate: RATES.account,
  event: "account:update-mail",
  input: z.strictObject({ assignments: z.enum(NOTICE_PACES), mentions: z.enum(NOTICE_PACES) }),
  run: (user, choices) => updateMailChoices(user, choices),
});

export const changePasswordAction = userAction({
  rate: RATES.password,
  event: "account:change-password",
  input: z.strictObject({ currentPassword: passwordSchema, newPassword: passwordSchema }),
  run: (user, { currentPassword, newPassword }) => changePassword(user, currentPassword, newPassword),
});

export const endSessionAction = userAction({
  rate: RATES.account,
  event: "account:end-session",
  input: z.strictObject({ sidHash: boundedText(64).regex(/^[0-9a-f]{64}$/) }),
  run: async (user, { sidHash }) => {
    if (!(await revokeOwnSession(user.userId, sidHash))) throw new RefusedError("That place was signed out already.");
  },
});

export const endOtherSessionsAction = userAction({
  rate: RATES.account,
  event: "account:end-other-sessions",
  input: z.strictObject({}),
  run: (user) => revokeAllSessions(user.userId, user.sidHash),
});
