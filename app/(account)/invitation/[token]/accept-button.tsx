"use client";

import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { acceptInvitationAction } from "./actions";
import { goToJoined, type Joined } from "./go-to-joined";

export function AcceptButton({ token }: { token: string }) {
  const { form, problems, message, isBusy, isSending } = useActionForm<Record<string, never>, Joined>({
    send: () => acceptInvitationAction({ token }),
    onDone: goToJoined,
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Joining">
        Accept the invitation
      </SubmitButton>
    </form>
  );
}
