"use client";

import { ActionForm } from "@/components/account/action-form";
import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { PasswordInput } from "@/components/account/password-input";
import { useActionForm } from "@/components/account/use-action-form";
import { confirmSignUpAction } from "../actions";

export function ConfirmForm({ token, email }: { token: string; email: string }) {
  const action = useActionForm<{ password: string }, { email: string }>({
    send: ({ password }) => confirmSignUpAction({ token, password }),
    onDone: async (account, { password }) => {
      const isIn = await signInWithPassword(account.email, password).catch(() => false);
      loadPage(isIn ? "/agencies?from=sign-in" : `/sign-in?from=account-made&email=${encodeURIComponent(account.email)}`);
    },
  });
  return (
    <ActionForm action={action} submitLabel="Create my account" sendingLabel="Creating your account">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        {...action.field("password", { required: "Enter the password you chose." })}
        label="Your password"
        autoComplete="current-password"
      />
    </ActionForm>
  );
}
