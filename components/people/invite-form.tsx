"use client";

import { useRouter } from "next/navigation";
import { Fragment, type ReactNode, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { SentInvitation, type SentLink } from "./sent-invitation";

interface InviteFormProps<Values extends { email: string }> {
  send: (values: Values, key: string) => Promise<ActionResult<SentLink>>;
  /** More fields than the address. */
  children?: (field: ReturnType<typeof useActionForm<Values, SentLink>>["field"]) => ReactNode;
}

/** Invites one person and shows the link once. */
export function InviteForm<Values extends { email: string }>({ send, children }: InviteFormProps<Values>) {
  const router = useRouter();
  const [sent, setSent] = useState<SentLink>();
  const [round, setRound] = useState(0);
  const action = useActionForm<Values, SentLink>({
    send: async (values, key) => {
      setSent(undefined);
      const result = await send(values, key);
      // What had arrived before is there to see.
      if (!result.ok && result.hasArrived) router.refresh();
      return result;
    },
    onDone: (link) => {
      action.reset();
      setRound((before) => before + 1);
      setSent(link);
      router.refresh();
    },
  });
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActionForm action={action} submitLabel="Send the invitation" sendingLabel="Sending">
        <TextInput
          {...action.field("email" as Parameters<typeof action.field>[0], { required: "Enter their email address." })}
          label="Email address"
          type="email"
          autoComplete="off"
        />
        <Fragment key={round}>{children?.(action.field)}</Fragment>
      </ActionForm>
      {sent ? <SentInvitation key={sent.link ?? sent.email} sent={sent} /> : null}
    </div>
  );
}
