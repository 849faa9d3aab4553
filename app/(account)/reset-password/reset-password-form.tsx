"use client";

import { ActionForm } from "@/components/account/action-form";
import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { NEW_PASSWORD_HINT, PasswordInput } from "@/components/account/password-input";
import { useActionForm } from "@/components/account/use-action-form";
import { resetPasswordAction } from "./actions";

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
