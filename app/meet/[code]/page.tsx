import type { Metadata } from "next";
import { headers } from "next/headers";
import { FormPage, NoticePage } from "@/components/forms/form-page";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { CodeForm, JoinForm } from "@/components/sittings/meet-forms";
import { PhoneMeeting } from "@/components/sittings/phone-meeting";
import { personOf, showPerson } from "@/lib/domain/people/person";
import { formatMeetCode, readMeetCode } from "@/lib/domain/sittings/meet-code";
import { forPhones } from "@/lib/domain/sittings/sitting-state";
import { formatDay } from "@/lib/domain/text/due-words";
import { listPeople } from "@/lib/people/list-people";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { findKeptSeat } from "@/lib/platform/auth/kept-seat";
import { findSession } from "@/lib/platform/auth/session";
import { readSaidWords } from "@/lib/platform/entry/said-words";
import { readOwnVote } from "@/lib/sittings/cast-vote";
import { enterCode, isTooMany, networkOfRequest } from "@/lib/sittings/enter-code";
import { isCodeOf } from "@/lib/sittings/meet-codes";
import { readSittingState } from "@/lib/sittings/read-state";
import { findSeat, followerOf, type OwnSeat, readOwnSeat, type SeatPlace } from "@/lib/sittings/seats";

export const metadata: Metadata = { title: "In the meeting", robots: { index: false, follow: false }, referrer: "same-origin" };

interface MeetCodePageProps {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ said?: string | string[] }>;
}

/** A phone in a meeting; whoever has no seat yet joins here. */
export default async function MeetCodePage({ params, searchParams }: MeetCodePageProps) {
  const [{ code: typed }, { said }, asked] = await Promise.all([params, searchParams, headers()]);
  const code = readMeetCode(typed);
  const wrong = readSaidWords(said);
  const kept = await findKeptSeat({ headers: asked }, false);
  if (kept === "signed-out") return <SignedOut code={code ?? typed} wrong={wrong} />;
  const seat = await findSeat(kept?.key ?? null, networkOfRequest(asked));
  const own = seat && (await readOwnSeat(seat));
  // Whoever sits there goes by their seat: the code may have changed since, or let nobody in any more.
  const isOwn = code === null || (seat !== null && own !== null && isCodeOf(seat.sittingId, own.codeNumber, code));
  const found = isOwn ? null : await enterCode(code, asked);
  if (seat && own && (!found || isTooMany(found))) return <Seated seat={seat} own={own} code={code ?? typed} wrong={wrong} />;
  if (found && isTooMany(found)) return <NoticePage title="Please wait">{found.message}</NoticePage>;
  if (!found || !code) {
    return (
      <FormPage title="We have nothing under this code" lead={<p>The meeting may have ended, or the code was changed. Look at the big screen again.</p>}>
        {wrong ? (
          <Alert tone="error" className="mb-5">
            {wrong}
          </Alert>
        ) : null}
        <CodeForm typed="" />
      </FormPage>
    );
  }
  if (!found.isJoinable) return <NoticePage title="This meeting takes no newcomers now">Ask whoever leads it to let newcomers in, then load this page again.</NoticePage>;
  const user = await findSession();
  const access = user && (await authorizeTeam(user.userId, found.teamId, "sitting:join"));
  const member = access?.ok ? showPerson(await listPeople(access.context, personOf(access.context.personId)), personOf(access.context.personId)) : null;
  return (
    <FormPage title="Join the meeting" lead={<p>Code {formatMeetCode(code)}</p>}>
      <JoinForm action={`/api/meet/${code}/join`} member={member} wrong={wrong} />
    </FormPage>
  );
}

/** The seat is a member's, whose votes are shown to nobody but them. */
function SignedOut({ code, wrong }: { code: string; wrong: string | null }) {
  return (
    <FormPage title="You are signed out" lead={<p>Somebody joined this meeting here as themselves. Sign in as that person to go on: their place and their votes are kept.</p>}>
      <div className="grid gap-5">
        {wrong ? <Alert tone="error">{wrong}</Alert> : null}
        <LinkButton href={`/sign-in?next=${encodeURIComponent(`/meet/${encodeURIComponent(code)}`)}`}>Sign in</LinkButton>
        <details className="fold">
          <summary>I am somebody else</summary>
          <div className="mt-3">
            <JoinForm action={`/api/meet/${encodeURIComponent(code)}/join`} member={null} wrong={null} />
          </div>
        </details>
      </div>
    </FormPage>
  );
}

async function Seated({ seat, own, code, wrong }: { seat: SeatPlace; own: OwnSeat; code: string; wrong: string | null }) {
  const state = await readSittingState(seat, seat.sittingId);
  if (!state) return <NoticePage title="This meeting is gone">It was removed.</NoticePage>;
  const round = state.item?.vote && !state.item.vote.isClosed ? state.item.vote.roundId : null;
  return (
    <PhoneMeeting
      api={`/api/meet/${encodeURIComponent(code)}`}
      seatId={seat.seatId}
      follower={followerOf(seat.seatId)}
      title={`Meeting on ${formatDay(own.meetingHeldOn)}`}
      about={`${own.teamName}, ${own.agencyName}`}
      names={own.names}
      wrong={wrong}
      initial={forPhones(state)}
      own={round === null ? null : await readOwnVote(seat, round)}
    />
  );
}
