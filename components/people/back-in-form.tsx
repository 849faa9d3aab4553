"use client";

import { getBackInAction } from "@/app/(account)/invitation/[token]/actions";
import { AccountName } from "@/components/account/account-name";
import { signInWithPassword } from "@/components/account/auth-client";
import { NewPasswordInput } from "@/components/account/new-password-input";
import { ActionForm } from "@/components/forms/action-form";
import { loadPage } from "@/components/forms/load-page";
import { useActionForm } from "@/components/forms/use-action-form";

/** Chooses a new password with a code, and signs in. */
export function BackInForm({ token, signInName }: { token: string; signInName: string }) {
  const action = useActionForm<{ password: string }, { signInName: string }>({
    send: ({ password }) => getBackInAction({ token, password }),
    onDone: async (_, { password }) => {
      const isIn = await signInWithPassword(signInName, password).catch(() => false);
      loadPage(isIn ? "/agencies?from=sign-in" : `/sign-in?from=password-change&email=${encodeURIComponent(signInName)}`);
    },
  });
  return (
    <ActionForm action={action} submitLabel="Save the password and sign in" sendingLabel="Saving">
      <AccountName email={signInName} />
      <NewPasswordInput {...action.field("password", { required: "Choose a password." })} label="Choose a new password" />
    </ActionForm>
  );
}
