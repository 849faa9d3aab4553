"use client";

import { useRouter } from "next/navigation";
import { askForResetAction } from "@/app/(account)/forgot-password/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";

export function ForgotPasswordForm() {
  const router = useRouter();
  const action = useActionForm<{ email: string }, null>({
    send: (values) => askForResetAction(values),
    onDone: () => router.push("/forgot-password?sent"),
  });
  return (
    <ActionForm action={action} submitLabel="Send the link" sendingLabel="Sending">
      <TextInput
        {...action.field("email", { required: "Enter your email address." })}
        label="Email address"
        type="email"
        autoComplete="username"
      />
    </ActionForm>
  );
}
