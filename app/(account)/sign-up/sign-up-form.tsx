"use client";

import { useRouter } from "next/navigation";
import { NEW_PASSWORD_HINT, PasswordInput } from "@/components/account/password-input";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { signUpAction } from "./actions";

interface SignUpValues {
  name: string;
  email: string;
  password: string;
}

export function SignUpForm() {
  const router = useRouter();
  const { form, field, problems, message, isBusy, isSending } = useActionForm<SignUpValues, null>({
    send: signUpAction,
    onDone: () => router.push("/sign-up?sent"),
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <div className="grid grid-cols-1 gap-5">
        <TextInput {...field("name", { required: "Enter your name." })} label="Your name" autoComplete="name" />
        <TextInput
          {...field("email", { required: "Enter your email address." })}
          label="Work email address"
          type="email"
          autoComplete="username"
        />
        <PasswordInput
          {...field("password", { required: "Choose a password." })}
          label="Choose a password"
          hint={NEW_PASSWORD_HINT}
          autoComplete="new-password"
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Sending">
            Sign up
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
