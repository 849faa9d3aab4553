"use server";

import { z } from "zod";
import { publicAction } from "@/lib/auth/action";
import { RATES } from "@/lib/auth/rates";
import { resetPassword } from "@/lib/data/account-links";
import { passwordSchema, secretSchema } from "@/lib/data/people-schemas";

export const resetPasswordAction = publicAction({
  rate: RATES.link,
  input: z.strictObject({ token: secretSchema, password: passwordSchema }),
  run: ({ token, password }) => resetPassword(token, password),
});
