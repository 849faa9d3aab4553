"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { changePasswordAction } from "@/app/(account)/account/actions";
import { ActionForm } from "@/components/forms/action-form";
import { loadPage } from "@/components/forms/load-page";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { AccountName } from "./account-name";
import { signInWithPassword } from "./auth-client";
import { NewPasswordInput } from "./new-password-input";
import { PasswordInput } from "./password-input";

interface PasswordValues {
  currentPassword: string;
  newPassword: string;
}

export function ChangePasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const action = useActionForm<PasswordValues, void>({
    send: (values) => {
      setIsSaved(false);
      return changePasswordAction(values);
    },
    onDone: async (_, { newPassword }) => {
      // Every session ended, this one too; a copy of the old cookie stays dead.
      const isIn = await signInWithPassword(email, newPassword).catch(() => false);
      if (!isIn) return loadPage("/sign-in?from=password-change");
      action.reset();
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <ActionForm action={action} submitLabel="Change password" isMain={false} sendingLabel="Saving">
      <AccountName email={email} />
      <PasswordInput
        {...action.field("currentPassword", { required: "Enter your current password." })}
        label="Current password"
        showLabel="Show current password"
        autoComplete="current-password"
      />
      <NewPasswordInput {...action.field("newPassword", { required: "Choose a new password." })} label="New password" showLabel="Show new password" />
      {isSaved ? (
        <Alert tone="success" live>
          Your password is changed, and you are signed out everywhere else.
        </Alert>
      ) : null}
    </ActionForm>
  );
}
