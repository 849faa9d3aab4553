"use client";

import { ActionForm } from "@/components/account/action-form";
import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { PasswordInput } from "@/components/account/password-input";
import { useActionForm } from "@/components/account/use-action-form";
import { TextInput } from "@/components/ui/text-input";

interface SignInValues {
  email: string;
  password: string;
}

const REFUSED = {
  ok: false as const,
  message:
    "That email address and password do not match an account that can sign in now. After five wrong tries, wait 15 minutes or choose a new password.",
};

export function SignInForm({ nextPath, email }: { nextPath: string; email: string }) {
  const action = useActionForm<SignInValues, null>({
    send: async (values) =>
      (await signInWithPassword(values.email, values.password)) ? { ok: true, data: null } : REFUSED,
    onDone: () => loadPage(nextPath),
  });
  return (
    <ActionForm action={action} submitLabel="Sign in" sendingLabel="Signing in">
      <TextInput
        {...action.field("email", { required: "Enter your email address." })}
        label="Email address"
        type="email"
        autoComplete="username"
        defaultValue={email}
      />
      <PasswordInput
        {...action.field("password", { required: "Enter your password." })}
        label="Password"
        autoComplete="current-password"
      />
    </ActionForm>
  );
}
