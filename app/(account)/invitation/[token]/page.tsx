import type { Metadata } from "next";
import Link from "next/link";
import { FormPage, NeedsScript, NoticePage } from "@/components/forms/form-page";
import { AcceptButton } from "@/components/people/accept-button";
import { JoinForm } from "@/components/people/join-form";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { getTool } from "@/content/toolkits";
import { refOfKey } from "@/lib/domain/tool/tool-ref";
import { findInvitation, findNameToJoin, type InvitationView } from "@/lib/people/invitation-acceptance";
import { findSession, type SessionUser } from "@/lib/platform/auth/session";

export const metadata: Metadata = { title: "Invitation" };

const CLOSED = {
  expired: "This invitation is more than seven days old.",
  used: "This invitation was accepted already.",
  revoked: "This invitation was taken back or replaced by a newer one.",
} as const;

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation || invitation.state !== "open") {
    return (
      <NoticePage title="This invitation no longer works">
        <p>
          {invitation && invitation.state !== "open" ? CLOSED[invitation.state] : "The link may be incomplete."} Ask the
          person who invited you to send a new one.
        </p>
        <p>
          Joined already? <Link href="/sign-in">Sign in</Link>
        </p>
      </NoticePage>
    );
  }
  const user = await findSession();
  return (
    <FormPage title={`Join ${invitation.agencyName}`} lead={<Offer invitation={invitation} />}>
      {user && user.email === invitation.email ? <Accept token={token} user={user} /> : null}
      {user && user.email !== invitation.email ? (
        <OtherPerson invited={invitation.email} signedIn={user.email} />
      ) : null}
      {!user && invitation.hasAccount ? <HasAccount token={token} email={invitation.email} /> : null}
      {!user && !invitation.hasAccount && !invitation.mayMakeAccount ? <NeedsLetter /> : null}
      {!user && !invitation.hasAccount && invitation.mayMakeAccount ? (
        <>
          <NeedsScript />
          <JoinForm token={token} email={invitation.email} />
        </>
      ) : null}
    </FormPage>
  );
}

async function Accept({ token, user }: { token: string; user: SessionUser }) {
  const { name, isOther } = await findNameToJoin(token, user);
  return <AcceptButton token={token} otherName={isOther ? name : null} />;
}

function Offer({ invitation: { teamName, roleLabel, agencyName, email, toolKeys } }: { invitation: InvitationView }) {
  return (
    <>
      <p>
        You are invited to {teamName === null ? `help run ${agencyName}` : `join ${teamName}`} in the PS-COPE Workbook. Your
        role: {roleLabel}.
      </p>
      {toolKeys.length > 0 ? (
        <p>
          The team shares {toolKeys.length === 1 ? "this tool" : "these tools"} with you: {toolKeys.map((key) => getTool(refOfKey(key)).label).join(", ")}.
        </p>
      ) : null}
      <p>The invitation is for {email}.</p>
    </>
  );
}

function OtherPerson({ invited, signedIn }: { invited: string; signedIn: string }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Alert tone="warning" title="You are signed in as someone else">
        <p>
          This invitation is for {invited}, and you are signed in as {signedIn}. Sign out, open this link again, and
          accept it with the right address. Or ask for an invitation to {signedIn}.
        </p>
      </Alert>
      <div>
        <LinkButton href="/sign-out">Sign out</LinkButton>
      </div>
    </div>
  );
}

function NeedsLetter() {
  return (
    <Alert tone="warning" title="This link can’t make an account">
      <p>
        It was made before this site could send mail. Ask the person who invited you to press “Send again”. You will get a
        new link by mail.
      </p>
    </Alert>
  );
}

function HasAccount({ token, email }: { token: string; email: string }) {
  const next = encodeURIComponent(`/invitation/${token}`);
  return (
    <div className="grid grid-cols-1 gap-4">
      <p>You have an account with this address. Sign in, then accept the invitation.</p>
      <div>
        <LinkButton href={`/sign-in?next=${next}&email=${encodeURIComponent(email)}`}>Sign in</LinkButton>
      </div>
    </div>
  );
}
