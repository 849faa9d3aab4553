"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { NEW_PASSWORD_HINT, PasswordInput } from "@/components/account/password-input";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { Alert } from "@/components/ui/alert";
import { ErrorSummary } from "@/components/ui/error-summary";
import { changePasswordAction } from "./actions";

interface PasswordValues {
  currentPassword: string;
  newPassword: string;
}

export function ChangePasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const { form, field, problems, message, isBusy, isSending, reset } = useActionForm<PasswordValues, void>({
    send: (values) => {
      setIsSaved(false);
      return changePasswordAction(values);
    },
    onDone: async (_, { newPassword }) => {
      // Every session ended, this one too; a copy of the old cookie stays dead.
      const isIn = await signInWithPassword(email, newPassword).catch(() => false);
      if (!isIn) return loadPage("/sign-in?from=password-change");
      reset();
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <div className="grid grid-cols-1 gap-5">
        <PasswordInput
          {...field("currentPassword", { required: "Enter your current password." })}
          label="Current password"
          autoComplete="current-password"
        />
        <PasswordInput
          {...field("newPassword", { required: "Choose a new password." })}
          label="New password"
          hint={NEW_PASSWORD_HINT}
          autoComplete="new-password"
        />
        {isSaved ? (
          <Alert tone="success" live>
            Your password is changed, and you are signed out everywhere else.
          </Alert>
        ) : null}
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Saving">
            Change password
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
