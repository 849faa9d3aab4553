import type { Metadata } from "next";
import Link from "next/link";
import { FormPage, NeedsScript, NoticePage } from "@/components/forms/form-page";
import { AcceptButton } from "@/components/people/accept-button";
import { BackInForm } from "@/components/people/back-in-form";
import { JoinByCodeForm } from "@/components/people/join-by-code-form";
import { JoinForm } from "@/components/people/join-form";
import { WhoSeesWords } from "@/components/people/who-sees-words";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { getTool } from "@/content/toolkits";
import { refOfKey } from "@/lib/domain/tool/tool-ref";
import { findInvitation, findNameToJoin, type InvitationView } from "@/lib/people/invitation-acceptance";
import { findSession, type SessionUser } from "@/lib/platform/auth/session";
import { describeWhoSees } from "@/lib/platform/auth/who-sees";

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
  if (invitation.backInAs !== null) return <BackIn token={token} signInName={invitation.backInAs} isSignedIn={user !== null} />;
  if (invitation.email === null) return <ByCode token={token} invitation={invitation} user={user} />;
  return (
    <FormPage title={`Join ${invitation.agencyName}`} lead={<Offer invitation={invitation} />} footer={<SeenBy />}>
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

/** With a code that a lead handed over, for whoever has it. */
function ByCode({ token, invitation, user }: { token: string; invitation: InvitationView; user: SessionUser | null }) {
  return (
    <FormPage title={`Join ${invitation.agencyName}`} lead={<Offer invitation={invitation} />} footer={<SeenBy />}>
      {user ? (
        <>
          <p className="mb-4 break-words">You are signed in as {user.email} and join with this account. If that is not you, sign out first.</p>
          <Accept token={token} user={user} />
        </>
      ) : (
        <>
          <NeedsScript />
          <JoinByCodeForm token={token} />
          <div className="prose-block mt-5 border-t border-line pt-4 text-[0.9375rem]">
            <h2 className="text-[1.0625rem]">Getting back in</h2>
            <p>
              Write your sign-in name and password down, or let your browser keep them. There is no email address we could write to.
              If you lose them, a lead of your team makes you a new code. Whoever has that code could sign in as you until you use
              it; you would notice, because you would be signed out and your account page says when a code was used.
            </p>
            <p>
              Have an account already? <Link href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>Sign in first</Link>, then accept.
            </p>
          </div>
        </>
      )}
    </FormPage>
  );
}

function BackIn({ token, signInName, isSignedIn }: { token: string; signInName: string; isSignedIn: boolean }) {
  return (
    <FormPage
      title="Get back in"
      lead={
        <p className="break-words">
          Choose a new password. You sign in as <strong className="font-semibold">{signInName}</strong>. The old password stops working, and you
          are signed out everywhere.
        </p>
      }
    >
      {isSignedIn ? (
        <Alert tone="warning" className="mb-5">
          You are signed in here now. If it is as somebody else, <Link href="/sign-out">sign out</Link> first.
        </Alert>
      ) : null}
      <NeedsScript />
      <BackInForm token={token} signInName={signInName} />
    </FormPage>
  );
}

/** Before somebody joins: who will see what. */
function SeenBy() {
  return (
    <section aria-labelledby="who-sees">
      <h2 id="who-sees">Who can see this</h2>
      <div className="mt-3">
        <WhoSeesWords words={describeWhoSees()} />
      </div>
    </section>
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
      {email === null ? <p>The code is for you alone, and works once.</p> : <p>The invitation is for {email}.</p>}
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
