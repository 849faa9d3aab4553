"use client";

import { ActionForm } from "@/components/forms/action-form";
import { loadPage } from "@/components/forms/load-page";
import { useActionForm } from "@/components/forms/use-action-form";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { AccountName } from "./account-name";
import { signInWithPassword } from "./auth-client";
import { NewPasswordInput } from "./new-password-input";
import { PasswordInput } from "./password-input";

interface PasswordLinkFormProps {
  email: string;
  /** Sends the password with what proves the link; answers whose account it is. */
  send: (password: string) => Promise<ActionResult<{ email: string }>>;
  /** Where to go when the account is there but could not be signed in to. */
  signInAt: (email: string) => string;
  submitLabel: string;
  sendingLabel: string;
  label: string;
  /** Said when nothing was entered. */
  missing: string;
  /** Whether it is chosen here, or was before. */
  isNew: boolean;
}

/** A page that a link in a letter leads to: one password, and its owner is in. */
export function PasswordLinkForm({ email, send, signInAt, submitLabel, sendingLabel, label, missing, isNew }: PasswordLinkFormProps) {
  const action = useActionForm<{ password: string }, { email: string }>({
    send: ({ password }) => send(password),
    onDone: async (account, { password }) => {
      const isIn = await signInWithPassword(account.email, password).catch(() => false);
      loadPage(isIn ? "/agencies?from=sign-in" : signInAt(account.email));
    },
  });
  const field = action.field("password", { required: missing });
  return (
    <ActionForm action={action} submitLabel={submitLabel} sendingLabel={sendingLabel}>
      <AccountName email={email} />
      {isNew ? <NewPasswordInput {...field} label={label} /> : <PasswordInput {...field} label={label} autoComplete="current-password" />}
    </ActionForm>
  );
}
