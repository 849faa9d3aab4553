"use client";

import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { NEW_PASSWORD_HINT, PasswordInput } from "@/components/account/password-input";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { resetPasswordAction } from "./actions";

export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const { form, field, problems, message, isBusy, isSending } = useActionForm<{ password: string }, { email: string }>({
    send: ({ password }) => resetPasswordAction({ token, password }),
    onDone: async (account, { password }) => {
      const isIn = await signInWithPassword(account.email, password).catch(() => false);
      loadPage(isIn ? "/agencies?from=sign-in" : "/sign-in?from=password-change");
    },
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <div className="grid grid-cols-1 gap-5">
        <PasswordInput
          {...field("password", { required: "Choose a password." })}
          label="New password"
          hint={NEW_PASSWORD_HINT}
          autoComplete="new-password"
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Saving">
            Save the new password
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
