import type { Metadata } from "next";
import { cookies } from "next/headers";
import { CalendarCard } from "@/components/calendar/calendar-card";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { EndOtherSessions, EndSession } from "@/components/account/end-sessions";
import { MailChoicesForm } from "@/components/letters/mail-choices-form";
import { NameForm } from "@/components/account/name-form";
import { RemindersForm } from "@/components/letters/reminders-form";
import { NeedsScript } from "@/components/forms/form-page";
import { OwnNameForm } from "@/components/people/own-name-form";
import { LOOK_COOKIE, parseLook } from "@/components/shell/look";
import { LookForm } from "@/components/shell/look-form";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { WhoSeesWords } from "@/components/people/who-sees-words";
import { PageHeader } from "@/components/ui/page-header";
import { getMailChoices, getReminderChoice } from "@/lib/accounts/mail-choices";
import { findCalendarFeed } from "@/lib/calendar/calendar-feed";
import { findLastBackIn } from "@/lib/people/code-acceptance";
import { listOwnNames } from "@/lib/people/own-names";
import { findOwnTimeZone } from "@/lib/reminders/own-time-zone";
import { requireUser } from "@/lib/platform/auth/require";
import { listSessions } from "@/lib/platform/auth/session-store";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { describeWhoSees } from "@/lib/platform/auth/who-sees";
import { sendsNotices } from "@/lib/platform/mail/outbox";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const user = await requireUser();
  const [sessions, names, lastBackIn, choices, reminders, usualZone, feed] = await Promise.all([
    listSessions(user.userId),
    listOwnNames(user.userId),
    findLastBackIn(user.userId),
    getMailChoices(user),
    getReminderChoice(user),
    findOwnTimeZone(user.userId),
    findCalendarFeed(user.userId),
  ]);
  const hasMail = hasAddress(user.email);
  const signsInWith = hasMail ? user.email : `${user.email} (a sign-in name)`;
  return (
    <div className="container-page py-10">
      <PageHeader title="Your account" lead={<span className="break-words">You are signed in as {signsInWith}.</span>} />
      <NeedsScript />
      <div className="grid max-w-[42rem] grid-cols-1 gap-6">
        <Card>
          <h2 id="names">Your names</h2>
          <p className="mt-1 text-muted">Everywhere a name of yours shows, and where you change it. They are apart from each other: changing one leaves the others as they are.</p>
          <section aria-labelledby="account-name" className="mt-5">
            <h3 id="account-name">On your account</h3>
            <p className="mt-1 mb-4 text-[0.9375rem] text-muted">Shows at the top of your own pages, to nobody else. It is suggested when you join or add an agency.</p>
            <NameForm name={user.name} />
          </section>
          {names.map(({ agencyId, agencyName, displayName }) => (
            <section key={agencyId} aria-labelledby={`name-${agencyId}`} className="mt-6 border-t border-line pt-5">
              <h3 id={`name-${agencyId}`} className="break-words">
                In {agencyName}
              </h3>
              <p className="mt-1 mb-4 text-[0.9375rem] text-muted">
                Shows to the people of this agency: in your teams’ lists of people, beside comments, files and assignments, in the history, to those who have a tool open with you, in
                downloads and in mail.
              </p>
              <OwnNameForm agencyId={agencyId} agencyName={agencyName} displayName={displayName} />
            </section>
          ))}
        </Card>
        <Card>
          <h2>Who can see this</h2>
          <div className="mt-3">
            <WhoSeesWords words={describeWhoSees()} />
          </div>
        </Card>
        <Card>
          <h2>How pages look on this device</h2>
          <div className="mt-3">
            <LookForm look={parseLook((await cookies()).get(LOOK_COOKIE)?.value)} />
          </div>
        </Card>
        <Card>
          <h2 id="letters">Letters</h2>
          <p className="mt-1 mb-4 text-muted">
            {!hasMail
              ? "You sign in without an email address, so no letters come to you."
              : sendsNotices()
              ? "They say what and when, never what was written in a tool or a comment."
              : "This workbook sends no such letters. Your choice counts once it does."}
          </p>
          {hasMail ? (
            <>
              <MailChoicesForm choices={choices} />
              <section aria-labelledby="reminders" className="mt-6 border-t border-line pt-5">
                <h3 id="reminders">What is due for you</h3>
                <p className="mt-1 mb-4 text-[0.9375rem] text-muted">
                  Work assigned to you, rounds that wait for your ratings and actions of yours in the plan, in one letter for each agency. No letter comes when nothing is due. When something becomes overdue, a letter says so once;
                  after that it is only named within these.
                </p>
                <RemindersForm choice={reminders} usualZone={usualZone} />
              </section>
            </>
          ) : null}
        </Card>
        <CalendarCard feed={feed} />
        <Card>
          <h2>Password</h2>
          <p className="mt-1 mb-4 text-muted">Changing it signs you out everywhere, and in again here.</p>
          <ChangePasswordForm email={user.email} />
          {hasAddress(user.email) ? null : (
            <p className="mt-4 text-[0.9375rem] text-muted">
              Forgot it one day? No letter can reach you. Ask a lead of your team for a code to get back in.
            </p>
          )}
          {lastBackIn ? (
            <p className="mt-4 text-[0.9375rem]">
              A code was last used to choose this account’s password <DateTime iso={lastBackIn.toISOString()} />. If that was not you, tell an agency admin.
            </p>
          ) : null}
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
                    {isHere ? <strong>This browser. </strong> : null}
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
