import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { EndOtherSessions, EndSession } from "@/components/account/end-sessions";
import { MailChoicesForm } from "@/components/account/mail-choices-form";
import { NameForm } from "@/components/account/name-form";
import { NeedsScript } from "@/components/forms/form-page";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { getMailChoices } from "@/lib/accounts/accounts";
import { requireUser } from "@/lib/platform/auth/require";
import { listSessions } from "@/lib/platform/auth/session-store";
import { sendsNotices } from "@/lib/platform/mail/outbox";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const user = await requireUser();
  const [sessions, choices] = await Promise.all([listSessions(user.userId), getMailChoices(user)]);
  return (
    <div className="container-page py-10">
      <PageHeader title="Your account" lead={<span className="break-words">You are signed in as {user.email}.</span>} />
      <NeedsScript />
      <div className="grid max-w-[42rem] grid-cols-1 gap-6">
        <Card>
          <h2>Your name</h2>
          <p className="mt-1 mb-4 text-muted">Used when you join or add an agency. You can go by another name in each agency.</p>
          <NameForm name={user.name} />
        </Card>
        <Card>
          <h2 id="letters">Letters</h2>
          <p className="mt-1 mb-4 text-muted">
            {sendsNotices()
              ? "They say what and when, never what was written in a tool or a comment."
              : "This workbook sends no such letters. Your choice counts once it does."}
          </p>
          <MailChoicesForm choices={choices} />
        </Card>
        <Card>
          <h2>Password</h2>
          <p className="mt-1 mb-4 text-muted">Changing it signs you out everywhere, and in again here.</p>
          <ChangePasswordForm email={user.email} />
        </Card>
        <Card>
          <h2>Where you are signed in</h2>
          <p className="mt-1 text-muted">You are signed out after 30 minutes without activity, and after 12 hours in any case.</p>
          <ul className="mt-3 divide-y divide-line">
            {sessions.map((session, index) => {
              const isHere = session.sidHash === user.sidHash;
              return (
                <li key={session.sidHash} className="flex flex-wrap items-center justify-between gap-3 py-3">
                  <span>
                    {isHere ? <strong className="font-semibold">This browser. </strong> : null}
                    Signed in <DateTime iso={session.createdAt.toISOString()} />, last active <DateTime iso={session.lastSeenAt.toISOString()} />
                  </span>
                  {isHere ? null : <EndSession sidHash={session.sidHash} position={index + 1} />}
                </li>
              );
            })}
          </ul>
          {sessions.length > 1 ? <EndOtherSessions /> : null}
        </Card>
      </div>
    </div>
  );
}
