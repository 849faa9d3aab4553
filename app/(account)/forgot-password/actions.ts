"use server";

import { z } from "zod";
import { startPasswordReset } from "@/lib/accounts/account-links";
import { emailSchema } from "@/lib/people/people-schemas";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { publicAction } from "@/lib/platform/entry/action";
import { afterReply } from "@/lib/platform/http/after-reply";
import { mailRoute } from "@/lib/platform/mail/outbox";
import { RATES } from "@/lib/platform/rates/rates";

/** Answers the same for a known and an unknown address. */
export const askForResetAction = publicAction({
  rate: RATES.signUp,
  input: z.strictObject({ email: emailSchema }),
  run: async ({ email }, source) => {
    if (mailRoute() === "off") {
      throw new RefusedError("This site can’t send mail yet. Ask the person who runs it to help you.");
    }
    await afterReply(() => startPasswordReset(email, source));
    return null;
  },
});
