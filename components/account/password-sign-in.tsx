"use client";

import { ActionForm } from "./action-form";
import { signInWithPassword } from "./auth-client";
import { PasswordInput } from "./password-input";
import { useActionForm } from "./use-action-form";
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

interface PasswordSignInProps {
  email?: string;
  /** Called once the person is signed in. */
  onDone: () => void | Promise<void>;
}

/** Email address and password, on the sign-in page and wherever somebody signs in again. */
export function PasswordSignIn({ email, onDone }: PasswordSignInProps) {
  const action = useActionForm<SignInValues, null>({
    send: async (values) =>
      (await signInWithPassword(values.email, values.password)) ? { ok: true, data: null } : REFUSED,
    onDone,
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
