"use client";

import { resetPasswordAction } from "@/app/(account)/reset-password/actions";
import { PasswordLinkForm } from "./password-link-form";

export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <PasswordLinkForm
      email={email}
      send={(password) => resetPasswordAction({ token, password })}
      signInAt={() => "/sign-in?from=password-change"}
      submitLabel="Save the new password"
      sendingLabel="Saving"
      label="New password"
      missing="Choose a password."
      isNew
    />
  );
}
