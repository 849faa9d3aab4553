"use client";

import { Alert } from "@/components/ui/alert";
import { LinkToCopy } from "@/components/forms/link-to-copy";

export interface SentLink {
  readonly email: string;
  /** Null where mail works: then only the letter has it. */
  readonly link: string | null;
  readonly isMailed: boolean;
}

/** What became of an invitation: sent, not sent, or (without a mail server) a link to hand over, which is shown once. */
export function SentInvitation({ sent: { email, link, isMailed } }: { sent: SentLink }) {
  if (link !== null) return <LinkToHandOver email={email} link={link} />;
  if (!isMailed) {
    return (
      <Alert tone="warning" title={`The invitation for ${email} could not be mailed`} live>
        <p>
          Check the address. If it is right, wait a few minutes, then choose “Send again” under “Open invitations”. If that
          does not help, ask the person who runs this site.
        </p>
      </Alert>
    );
  }
  return (
    <Alert tone="success" title={`Invitation sent to ${email}`} live>
      <p>The letter holds a link that works once, for seven days. Nobody else can see it.</p>
    </Alert>
  );
}

function LinkToHandOver({ email, link }: { email: string; link: string }) {
  return (
    <Alert tone="warning" title={`Hand this link to ${email}`} live>
      <p className="mb-3">
        This site has no mail server, so it can’t check whose address this is. Whoever opens the link first can join under
        this address. Give it to this person and nobody else. It is shown only now, and works once, for seven days.
      </p>
      <LinkToCopy label="Invitation link" link={link} />
    </Alert>
  );
}
