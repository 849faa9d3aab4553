"use server";

import { z } from "zod";
import { changePassword, updateAccountName } from "@/lib/accounts/accounts";
import { updateMailChoices } from "@/lib/accounts/mail-choices";
import { endCalendarFeed, makeCalendarFeed } from "@/lib/calendar/calendar-feed";
import { NOTICE_PACES } from "@/lib/domain/notices";
import { isTimeZone } from "@/lib/domain/reminders/local-time";
import { REMINDER_PACES } from "@/lib/domain/reminders/reminder-choice";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { passwordSchema, personNameSchema } from "@/lib/people/people-schemas";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { revokeAllSessions, revokeOwnSession } from "@/lib/platform/auth/session-store";
import { userAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";
import { updateReminderChoice } from "@/lib/reminders/plan-reminders";

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

export const updateRemindersAction = userAction({
  rate: RATES.account,
  event: "account:update-reminders",
  input: z.strictObject({
    pace: z.enum(REMINDER_PACES),
    weekday: z.number().int().min(1).max(7),
    hour: z.number().int().min(0).max(23),
    timeZone: boundedText(60).refine(isTimeZone, "Choose a time zone."),
    today: z.boolean(),
    week: z.boolean(),
    overdue: z.boolean(),
  }),
  run: (user, choice) => updateReminderChoice(user, choice),
});

/** In place of an address made before, which ends. */
export const makeCalendarFeedAction = userAction({
  rate: RATES.account,
  event: "account:make-calendar-address",
  input: z.strictObject({}),
  run: (user) => makeCalendarFeed(user.userId),
});

export const endCalendarFeedAction = userAction({
  rate: RATES.account,
  event: "account:end-calendar-address",
  input: z.strictObject({}),
  run: (user) => endCalendarFeed(user.userId),
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
