"use server";

import { z } from "zod";
import { publicAction } from "@/lib/auth/action";
import { RATES } from "@/lib/auth/rates";
import { RefusedError } from "@/lib/auth/refused-error";
import { startPasswordReset } from "@/lib/data/account-links";
import { mailRoute } from "@/lib/data/outbox";
import { emailSchema } from "@/lib/data/people-schemas";
import { afterReply } from "../after-reply";

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
