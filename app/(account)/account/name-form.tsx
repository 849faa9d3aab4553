"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { Alert } from "@/components/ui/alert";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import { updateNameAction } from "./actions";

export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const { form, field, problems, message, isBusy, isSending } = useActionForm<{ name: string }, void>({
    send: (values) => {
      setIsSaved(false);
      return updateNameAction(values);
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <div className="grid grid-cols-1 gap-4">
        <TextInput {...field("name", { required: "Enter your name." })} label="Your name" autoComplete="name" defaultValue={name} />
        {isSaved ? (
          <Alert tone="success" live>
            Your name is saved.
          </Alert>
        ) : null}
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Saving">
            Save name
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
