"use client";

import { ActionForm } from "@/components/forms/action-form";
import { signInWithPassword } from "./auth-client";
import { loadPage } from "@/components/forms/load-page";
import { PasswordInput } from "./password-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { confirmSignUpAction } from "@/app/(account)/sign-up/actions";

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
