"use client";

import { ActionForm } from "@/components/account/action-form";
import { useActionForm } from "@/components/account/use-action-form";
import { acceptInvitationAction } from "./actions";
import { goToJoined, type Joined } from "./go-to-joined";

export function AcceptButton({ token }: { token: string }) {
  const action = useActionForm<Record<string, never>, Joined>({
    send: () => acceptInvitationAction({ token }),
    onDone: goToJoined,
  });
  return (
    <ActionForm action={action} submitLabel="Accept the invitation" sendingLabel="Joining" />
  );
}
