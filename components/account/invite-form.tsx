"use client";

import { useRouter } from "next/navigation";
import { Fragment, type ReactNode, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import type { ActionResult } from "@/lib/auth/action";
import { SentInvitation, type SentLink } from "./sent-invitation";
import { SubmitButton } from "./submit-button";
import { useActionForm } from "./use-action-form";

interface InviteFormProps<Values extends { email: string }> {
  send: (values: Values) => Promise<ActionResult<SentLink>>;
  /** More fields than the address. */
  children?: (field: ReturnType<typeof useActionForm<Values, SentLink>>["field"]) => ReactNode;
}

/** Invites one person and shows the link once. */
export function InviteForm<Values extends { email: string }>({ send, children }: InviteFormProps<Values>) {
  const router = useRouter();
  const [sent, setSent] = useState<SentLink>();
  const [round, setRound] = useState(0);
  const { form, field, problems, message, isBusy, isSending, reset } = useActionForm<Values, SentLink>({
    send: (values) => {
      setSent(undefined);
      return send(values);
    },
    onDone: (link) => {
      reset();
      setRound((before) => before + 1);
      setSent(link);
      router.refresh();
    },
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <div className="grid grid-cols-1 gap-5">
        <TextInput
          {...field("email" as Parameters<typeof field>[0], { required: "Enter their email address." })}
          label="Email address"
          type="email"
          autoComplete="off"
        />
        <Fragment key={round}>{children?.(field)}</Fragment>
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Sending">
            Send the invitation
          </SubmitButton>
        </div>
        {sent ? <SentInvitation key={sent.link} sent={sent} /> : null}
      </div>
    </form>
  );
}
