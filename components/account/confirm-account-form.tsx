"use client";

import { confirmSignUpAction } from "@/app/(account)/sign-up/actions";
import { PasswordLinkForm } from "./password-link-form";

export function ConfirmForm({ token, email }: { token: string; email: string }) {
  return (
    <PasswordLinkForm
      email={email}
      send={(password) => confirmSignUpAction({ token, password })}
      signInAt={(account) => `/sign-in?from=account-made&email=${encodeURIComponent(account)}`}
      submitLabel="Create my account"
      sendingLabel="Creating your account"
      label="Your password"
      missing="Enter the password you chose."
      isNew={false}
    />
  );
}
