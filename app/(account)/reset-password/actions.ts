"use server";

import { z } from "zod";
import { resetPassword } from "@/lib/accounts/account-links";
import { passwordSchema, secretSchema } from "@/lib/people/people-schemas";
import { publicAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

export const resetPasswordAction = publicAction({
  rate: RATES.link,
  input: z.strictObject({ token: secretSchema, password: passwordSchema }),
  run: ({ token, password }) => resetPassword(token, password),
});
