import type { Metadata } from "next";
import { FormPage, NoticePage } from "@/components/forms/form-page";
import { LinkToCopy } from "@/components/forms/link-to-copy";
import { LiveRound } from "@/components/rounds/live-round";
import { promiseLine, RoundPromise } from "@/components/rounds/promise";
import { RateItems } from "@/components/rounds/rate-items";
import { listRatedItems } from "@/components/rounds/rated-item";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { getTool } from "@/content/toolkits";
import { minutesFor } from "@/lib/domain/rounds/round";
import { formatDay } from "@/lib/domain/text/due-words";
import { toolName } from "@/lib/domain/tool/items";
import { readSaidWords } from "@/lib/platform/entry/said-words";
import { readOwnRatings } from "@/lib/rounds/own-ratings";
import { readRoundStanding } from "@/lib/rounds/watch-round";
import { findRateLink, linkOf, type LinkedRound, makeStartKey, readLinkedRound } from "@/lib/rounds/rate-links";

/** The address is the right to the ratings, so no other site is told it; our own forms need their origin. */
export const metadata: Metadata = { title: "Rate alone", robots: { index: false, follow: false }, referrer: "same-origin" };

interface RateLinkPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ item?: string | string[]; view?: string | string[]; said?: string | string[] }>;
}

/** Somebody without an account rates by a personal link. Opening it changes nothing; every step is a form of its own. */
export default async function RateLinkPage({ params, searchParams }: RateLinkPageProps) {
  const [{ token }, { item, view, said }] = await Promise.all([params, searchParams]);
  const words = readSaidWords(said);
  const wrong = words === null ? null : (
    <Alert tone="error" className="mb-5">
      {words}
    </Alert>
  );
  const link = await findRateLink(token);
  const standing = link && (await readRoundStanding({ ...link, actorId: link.raterId }, link.roundId));
  const round = link && (await readLinkedRound(link));
  if (!link || !round || !standing) return <NoticePage title="We have nothing under this link">Check that you have all of it. If your team lead gave you a newer one, use that. Otherwise ask them.</NoticePage>;
  const about = `${round.teamName}, ${round.agencyName}`;
  if (round.closedAt !== null) return <Closed round={round} about={about} />;
  if (link.isExpired) return <NoticePage title="This link has ended">It was for a round of {about}. Ask your team lead if you still want to rate.</NoticePage>;
  if (link.kind === "used") {
    return (
      <NoticePage title="This link was used already">
        <p>Whoever opened it was given a link of their own. If that was you, use that one.</p>
        {round.revealedAt === null ? (
          <p>
            If it was not you, or your own link never reached you, tell your team lead. Until the reveal they can give you a new link; what was rated with the
            old one is destroyed then, unread.
          </p>
        ) : (
          <p>If it was not you, tell your team lead. The round was revealed, so no new link can be given.</p>
        )}
      </NoticePage>
    );
  }
  const action = `/api/rate/${encodeURIComponent(token)}`;
  const tool = getTool(round.tool);
  const lead = `${toolName(tool)}. ${round.itemIds.length === 1 ? "1 statement" : `${round.itemIds.length} statements`}${round.untilOn ? `, until ${formatDay(round.untilOn)}` : ""}. For ${about}.`;
  const promise = <RoundPromise asked={{ people: standing.asked, guests: standing.guests }} isNamed={round.isNamed} isSplit={round.isSplit} side={round.side} />;
  if (link.kind === "handed") {
    const minutes = minutesFor(round.itemIds.length);
    return (
      <FormPage title={`Hello ${round.guestName}: before you start`} lead={<p>{lead}</p>}>
        {wrong}
        {promise}
        <p className="mt-4">When you start, you get a link of your own. Your team lead does not see that one. Keep it to come back on another device.</p>
        <form method="post" action={action} className="mt-5">
          <input type="hidden" name="key" value={makeStartKey(token)} />
          <Button type="submit" name="act" value="start">
            Start, about {minutes} {minutes === 1 ? "minute" : "minutes"}
          </Button>
        </form>
      </FormPage>
    );
  }
  const items = listRatedItems(tool, round.itemIds, await readOwnRatings(link.seat), round.hasPlainWords);
  const page = `/rate/${encodeURIComponent(token)}`;
  const topic = { topicUrl: action, userId: null, follower: `rater ${link.raterId}` };
  if (view === "list" || typeof item === "string") {
    return (
      <div className="container-page pt-4 pb-16">
        {wrong}
        <RateItems
          items={items}
          startAt={view === "list" ? null : typeof item === "string" ? item : ""}
          action={action}
          raterId={link.raterId}
          userId={null}
          page={page}
          out={page}
          title={`Round ${round.number}`}
          promise={promiseLine(round.isNamed)}
          topic={topic}
          standing={standing}
        />
      </div>
    );
  }
  const rated = items.filter(({ own }) => own.value !== null).length;
  return (
    <FormPage title={`You rated ${rated} of ${items.length}`} lead={<p>{lead}</p>}>
      {wrong}
      <LiveRound topic={topic} standing={standing} />
      {round.revealedAt !== null ? (
        <p className="mb-4">
          The round was revealed <DateTime iso={round.revealedAt} />. You can still rate what you left out. Late ratings join the dots when the round closes, together, if there are at least three. With fewer they are counted, not shown.
        </p>
      ) : null}
      {round.hasFinished ? <p className="mb-4 font-semibold">You have finished. Thank you.</p> : promise}
      <div className="mt-5 flex flex-wrap gap-3">
        <LinkButton href={`${page}?item=${items.find(({ own }) => own.value === null)?.id ?? items[0]?.id}`}>{rated === 0 ? "Begin" : rated < items.length ? "Go on" : "Look again"}</LinkButton>
        <LinkButton href={`${page}?view=list`} variant="secondary">
          Look through your ratings
        </LinkButton>
        <form method="post" action={action}>
          <Button type="submit" name="act" value={round.hasFinished ? "go-on" : "finish"} variant="secondary">
            {round.hasFinished ? "I have not finished after all" : "I have finished"}
          </Button>
        </form>
      </div>
      <div className="mt-8">
        <LinkToCopy label="Your own link, to come back on any device" link={linkOf(token)} />
        <p className="mt-2 text-[0.9375rem] text-muted">Whoever has this link can see and change your ratings until the reveal. Keep it to yourself.</p>
      </div>
    </FormPage>
  );
}

function Closed({ round, about }: { round: LinkedRound; about: string }) {
  return (
    <NoticePage title="This round is closed">
      <p>
        It was round {round.number} of {about}, closed <DateTime iso={round.closedAt ?? ""} dateOnly />.
      </p>
      <p>
        {round.revealedAt === null
          ? "It was called off. All ratings and notes were destroyed, and nobody saw them."
          : round.isNamed
            ? "The team was shown the ratings with names, as you were told."
            : "The tie between you and your ratings was destroyed. The team was shown the dots, without names."}
      </p>
    </NoticePage>
  );
}
