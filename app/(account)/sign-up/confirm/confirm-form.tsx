"use client";

import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { PasswordInput } from "@/components/account/password-input";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { confirmSignUpAction } from "../actions";

export function ConfirmForm({ token, email }: { token: string; email: string }) {
  const { form, field, problems, message, isBusy, isSending } = useActionForm<{ password: string }, { email: string }>({
    send: ({ password }) => confirmSignUpAction({ token, password }),
    onDone: async (account, { password }) => {
      const isIn = await signInWithPassword(account.email, password).catch(() => false);
      loadPage(isIn ? "/agencies?from=sign-in" : `/sign-in?from=account-made&email=${encodeURIComponent(account.email)}`);
    },
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <div className="grid grid-cols-1 gap-5">
        <PasswordInput
          {...field("password", { required: "Enter the password you chose." })}
          label="Your password"
          autoComplete="current-password"
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Creating your account">
            Create my account
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
