"use client";

import { ActionForm } from "@/components/forms/action-form";
import { signInWithPassword } from "./auth-client";
import { loadPage } from "@/components/forms/load-page";
import { NEW_PASSWORD_HINT, PasswordInput } from "./password-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { resetPasswordAction } from "@/app/(account)/reset-password/actions";

export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const action = useActionForm<{ password: string }, { email: string }>({
    send: ({ password }) => resetPasswordAction({ token, password }),
    onDone: async (account, { password }) => {
      const isIn = await signInWithPassword(account.email, password).catch(() => false);
      loadPage(isIn ? "/agencies?from=sign-in" : "/sign-in?from=password-change");
    },
  });
  return (
    <ActionForm action={action} submitLabel="Save the new password" sendingLabel="Saving">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        {...action.field("password", { required: "Choose a password." })}
        label="New password"
        hint={NEW_PASSWORD_HINT}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
