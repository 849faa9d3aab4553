"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

export interface SentLink {
  readonly email: string;
  readonly link: string;
  readonly isMailed: boolean;
}

/** The link is shown once, to hand over when mail doesn't arrive; afterwards nobody can read it again. */
export function SentInvitation({ sent: { email, link, isMailed } }: { sent: SentLink }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Alert
      tone={isMailed ? "success" : "warning"}
      title={isMailed ? `Invitation sent to ${email}` : `The invitation for ${email} could not be mailed`}
      live
    >
      <p className="mb-3">
        {isMailed ? "You can also hand over the link yourself." : "Hand over this link yourself."} It is shown only now, works
        once, for seven days. Give it to nobody else.
      </p>
      <TextInput label="Invitation link" value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="secondary"
          size="small"
          onClick={() => navigator.clipboard.writeText(link).then(() => setIsCopied(true), () => setIsCopied(false))}
        >
          Copy the link
        </Button>
        <span role="status">{isCopied ? "Copied" : ""}</span>
      </div>
    </Alert>
  );
}
