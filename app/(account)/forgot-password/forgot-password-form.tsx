"use client";

import { useRouter } from "next/navigation";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { askForResetAction } from "./actions";

export function ForgotPasswordForm() {
  const router = useRouter();
  const { form, field, problems, message, isBusy, isSending } = useActionForm<{ email: string }, null>({
    send: askForResetAction,
    onDone: () => router.push("/forgot-password?sent"),
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
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Sending">
            Send the link
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
