"use client";

import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import { trySignIn } from "./auth-client";
import { NeedsCookies } from "./needs-cookies";
import { PasswordInput } from "./password-input";
import { SIGN_IN_WORDS } from "./sign-in-words";

interface SignInValues {
  email: string;
  password: string;
}

interface PasswordSignInProps {
  email?: string;
  /** Called once the person is signed in. */
  onDone: () => void | Promise<void>;
}

/** Email address (or sign-in name) and password, on the sign-in page and wherever somebody signs in again. */
export function PasswordSignIn({ email, onDone }: PasswordSignInProps) {
  const action = useActionForm<SignInValues, null>({
    send: async (values) => {
      const result = await trySignIn(values.email, values.password);
      return result === "signed-in" ? { ok: true, data: null } : { ok: false, message: SIGN_IN_WORDS[result] };
    },
    onDone,
  });
  return (
    <ActionForm action={action} submitLabel="Sign in" sendingLabel="Signing in">
      <NeedsCookies />
      <TextInput
        {...action.field("email", { required: "Enter your email address or sign-in name." })}
        label="Email address or sign-in name"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
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
