"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActButton } from "@/components/forms/act-button";
import { DateTime } from "@/components/ui/date-time";
import { Tag } from "@/components/ui/tag";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { SentInvitation, type SentLink } from "./sent-invitation";

export interface ListedInvitation {
  readonly invitationId: string;
  /** Null for a code that was handed over. */
  readonly email: string | null;
  /** Such a code, to get back in. */
  readonly isBackIn: boolean;
  readonly createdAt: Date;
  readonly roleLabel: string;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
}

interface InvitationListProps {
  invitations: readonly ListedInvitation[];
  renew: (input: { invitationId: string; key: string }) => Promise<ActionResult<SentLink>>;
  revoke: (input: { invitationId: string }) => Promise<ActionResult<unknown>>;
}

/** Invitations nobody accepted yet: send again (a new link), or take back. */
export function InvitationList({ invitations, renew, revoke }: InvitationListProps) {
  const router = useRouter();
  const [sent, setSent] = useState<SentLink>();
  if (invitations.length === 0 && !sent) return null;
  return (
    <div className="mt-7">
      <h3>Open invitations</h3>
      {sent ? (
        <div className="mt-3 max-w-[34rem]">
          <SentInvitation key={sent.link ?? sent.email} sent={sent} />
        </div>
      ) : null}
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {invitations.map(({ invitationId, email, isBackIn, createdAt, roleLabel, expiresAt, isExpired }) => (
          <li key={invitationId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
            <div className="min-w-0">
              <p className="break-words">
                {email ?? (
                  <>
                    {isBackIn ? "Code to get back in" : "Code to join"}, made <DateTime iso={createdAt.toISOString()} />
                  </>
                )}
              </p>
              <p className="text-[0.9375rem] text-muted">
                {roleLabel}. {isExpired ? "Too old since " : "Works until "}
                <DateTime iso={expiresAt.toISOString()} />
              </p>
              {isExpired ? <Tag tone="warning">No longer works</Tag> : null}
            </div>
            <div className="flex flex-wrap gap-2">
              {email === null ? null : (
                <ActButton
                  once={(key) => renew({ invitationId, key })}
                  label="Send again"
                  describedFor={email}
                  onDone={(link) => {
                    setSent(link);
                    router.refresh();
                  }}
                />
              )}
              <ActButton
                act={() => revoke({ invitationId })}
                label="Take back"
                describedFor={email ?? `the code made ${createdAt.toISOString()}`}
                variant="danger"
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
