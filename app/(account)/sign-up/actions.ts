"use server";

import { z } from "zod";
import { confirmSignUp, startSignUp } from "@/lib/accounts/account-links";
import { requireGoodPassword } from "@/lib/accounts/accounts";
import { idText } from "@/lib/domain/text/bounded-text";
import { emailSchema, passwordSchema, personNameSchema, secretSchema } from "@/lib/people/people-schemas";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { publicAction } from "@/lib/platform/entry/action";
import { env } from "@/lib/platform/env";
import { afterReply } from "@/lib/platform/http/after-reply";
import { mailRoute } from "@/lib/platform/mail/outbox";
import { RATES } from "@/lib/platform/rates/rates";

function requireOpenSignUp(): void {
  if (env().SIGN_UP === "closed") throw new RefusedError("Sign-up is closed. Ask someone on your team to invite you.");
}

/** Answers the same for a new and a known address. */
export const signUpAction = publicAction({
  rate: RATES.signUp,
  input: z.strictObject({ name: personNameSchema, email: emailSchema, password: passwordSchema, key: idText().optional() }),
  run: async (input, source) => {
    requireOpenSignUp();
    requireGoodPassword(input.password, input);
    if (mailRoute() === "off") {
      throw new RefusedError("This site can’t send mail yet, so nobody can sign up. Ask the person who runs it to set up mail.");
    }
    await afterReply(() => startSignUp(input, source));
    return null;
  },
});

export const confirmSignUpAction = publicAction({
  rate: RATES.link,
  input: z.strictObject({ token: secretSchema, password: passwordSchema }),
  run: async ({ token, password }) => {
    requireOpenSignUp();
    const { email } = await confirmSignUp(token, password);
    return { email };
  },
});
