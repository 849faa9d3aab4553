"use client";

import { acceptInvitationAction } from "@/app/(account)/invitation/[token]/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import { goToJoined, type Joined } from "./go-to-joined";

interface AcceptValues {
  name?: string;
}

/** `otherName` when somebody in the agency goes by a name like the person's own: then they choose one. */
export function AcceptButton({ token, otherName }: { token: string; otherName: string | null }) {
  const action = useActionForm<AcceptValues, Joined>({
    send: ({ name }) => acceptInvitationAction(name === undefined ? { token } : { token, name }),
    onDone: goToJoined,
  });
  return (
    <ActionForm action={action} submitLabel="Accept the invitation" sendingLabel="Joining">
      {otherName === null ? null : (
        <TextInput
          {...action.field("name", { required: "Enter your name." })}
          label="Your name in this agency"
          hint="Someone there goes by a name like yours. This one tells you apart; you can choose another."
          defaultValue={otherName}
          autoComplete="off"
        />
      )}
    </ActionForm>
  );
}
