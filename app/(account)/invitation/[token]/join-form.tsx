"use client";

import { signInWithPassword } from "@/components/account/auth-client";
import { loadPage } from "@/components/account/load-page";
import { NEW_PASSWORD_HINT, PasswordInput } from "@/components/account/password-input";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { acceptAsNewPersonAction } from "./actions";
import { goToJoined, type Joined } from "./go-to-joined";

interface JoinValues {
  name: string;
  password: string;
}

/** Makes an account and joins, in one step: the link already proved the address. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const { form, field, problems, message, isBusy, isSending } = useActionForm<JoinValues, Joined>({
    send: (values) => acceptAsNewPersonAction({ ...values, token }),
    onDone: async (joined, { password }) => {
      const isIn = await signInWithPassword(email, password).catch(() => false);
      if (isIn) goToJoined(joined);
      else loadPage(`/sign-in?from=account-made&email=${encodeURIComponent(email)}`);
    },
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <div className="grid grid-cols-1 gap-5">
        <TextInput
          {...field("name", { required: "Enter your name." })}
          label="Your name"
          hint="Your teammates see it. You can use another name in this agency later."
          autoComplete="name"
        />
        <PasswordInput
          {...field("password", { required: "Choose a password." })}
          label="Choose a password"
          hint={NEW_PASSWORD_HINT}
          autoComplete="new-password"
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Joining">
            Create my account and join
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
