"use client";

import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { PasswordInput } from "@/components/account/password-input";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
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
  const { form, field, problems, message, isBusy, isSending } = useActionForm<SignInValues, null>({
    send: async (values) =>
      (await signInWithPassword(values.email, values.password)) ? { ok: true, data: null } : REFUSED,
    onDone: () => loadPage(nextPath),
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <div className="grid grid-cols-1 gap-5">
        <TextInput
          {...field("email", { required: "Enter your email address." })}
          label="Email address"
          type="email"
          autoComplete="username"
          defaultValue={email}
        />
        <PasswordInput
          {...field("password", { required: "Enter your password." })}
          label="Password"
          autoComplete="current-password"
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Signing in">
            Sign in
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
