"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { NoticePage } from "@/components/forms/form-page";
import { scaleFor } from "@/components/rounds/rate-tiles";
import { describeAsked } from "@/lib/domain/rounds/asked-words";
import { formatValue } from "@/lib/domain/rounds/round-values";
import type { CurrentItem, SittingState } from "@/lib/domain/sittings/sitting-state";
import type { KeptBallot } from "@/lib/platform/browser/kept-ballots";
import { PhoneItem } from "./phone-item";
import { PhoneVote } from "./phone-vote";
import { AddPerson, SharedPhone } from "./shared-phone";
import { Timer } from "./timer";
import { ballotId, useBallots } from "./use-ballots";
import { useSitting } from "./use-sitting";

interface PhoneMeetingProps {
  /** "/api/meet/K7Q4MD" */
  api: string;
  seatId: string;
  /** Names this phone among those who use the browser. */
  follower: string;
  /** "Meeting on Dec 3, 2026" */
  title: string;
  about: string;
  /** Empty for a member, who is there as themselves. */
  names: readonly string[];
  /** Why what a form sent was not done. */
  wrong: string | null;
  initial: SittingState;
  /** What this phone voted in the vote that is open, and who of those who share it have. */
  own: { readonly roundId: string; readonly value: string | null; readonly turns: readonly number[] } | null;
}

const LATE_VOTES = "Late votes join the dots when the meeting goes on, together, if there are at least three. With fewer they are counted, not shown.";

/** A phone in a meeting: the item on the big screen, its answers while a vote is open, what came out after it. */
export function PhoneMeeting({ api, seatId, follower, title, about, names, wrong, initial, own }: PhoneMeetingProps) {
  const router = useRouter();
  const { state, receivedAt, reach } = useSitting({ initial, topicUrl: api, userId: null, follower });
  const { states, kept, counted, missed, isOut, cast } = useBallots({ action: `${api}/vote`, seatId });
  // What was chosen on this page, by vote; a shared phone keeps no value.
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [handedOn, setHandedOn] = useState<readonly string[]>([]);
  const { item } = state;
  const roundId = item?.vote?.roundId ?? null;
  const announced = useAnnouncement(item);
  const isShared = names.length > 1;
  const tooLate = missed.filter(({ round }) => isOut !== null || state.isEnded || round !== roundId || item?.phase !== "voting");
  const notCounted = <NotCounted ballots={tooLate} names={names} />;
  if (isOut === "signed-out") {
    return (
      <NoticePage title="You are signed out">
        <p>You are in this meeting as yourself. Sign in again to go on; a vote that waits on this phone is sent then.</p>
        <p>
          <LinkButton href={`/sign-in?next=${encodeURIComponent(api.replace("/api", ""))}`}>Sign in</LinkButton>
        </p>
      </NoticePage>
    );
  }
  if (isOut === "taken" || reach === "no-access") {
    return (
      <NoticePage title="You are not in this meeting any more">
        {notCounted}
        <p>Your place was taken away, or you joined with another phone. Ask whoever leads the meeting if that is a mistake.</p>
      </NoticePage>
    );
  }
  if (state.isEnded) {
    return (
      <NoticePage title="The meeting has ended">
        {notCounted}
        <p>Thank you. The tie between you and your votes was destroyed. The team keeps what it decided, and who took part, as they chose to be named.</p>
      </NoticePage>
    );
  }
  // Only what the server took is said to be a vote.
  const countedOf = (round: string): string | null => counted[ballotId({ round, turn: 1 })] ?? (own?.roundId === round ? own.value : null);
  const valueOf = (round: string): string | null =>
    chosen[round] ?? kept.find((ballot) => ballot.round === round && ballot.turn === 1)?.value ?? countedOf(round);
  const hasVotedBefore = (round: string) => own?.roundId === round && own.value === null && own.turns.includes(1);
  const isTaken = item?.vote ? !item.vote.isClosed : false;
  const isOpen = isTaken && item?.vote?.shown === null;
  const mayBeLate = isTaken && item?.phase === "revealed";
  const turns = [
    ...(own?.roundId === roundId ? own.turns : []),
    ...kept.filter(({ round }) => round === roundId).map(({ turn }) => turn),
    ...handedOn.filter((id) => id.startsWith(`${roundId} `)).map((id) => Number(id.split(" ")[1])),
  ].filter((turn) => roundId === null || states[ballotId({ round: roundId, turn })]?.kind !== "refused");
  const choose = (value: string) => {
    if (roundId === null) return;
    setChosen((before) => ({ ...before, [roundId]: value }));
    cast({ round: roundId, value, turn: 1, turnKey: null, about: item?.prompt ?? "" });
  };
  const vote = item && roundId !== null ? { item, roundId, action: `${api}/vote`, states } : null;
  return (
    <div className="container-page pt-4 pb-16">
      <div className="rate-page">
        <header className="rate-head">
          <h1>
            {title} <span className="font-normal text-muted">{state.place > 0 ? `Item ${state.place} of ${state.count}` : ""}</span>
          </h1>
          <p className="text-muted">{isShared ? `Shared by ${names.length}` : (names[0] ?? "You")}</p>
          <Timer state={state} receivedAt={receivedAt} className="sitting-phone-timer" />
        </header>
        <p className="sr-only" role="status">
          {announced}
        </p>
        {reach === "offline" ? (
          <p role="status" className="rate-waiting">
            <Icon name="blocked" /> No network. This page goes on by itself when it is back. A vote waits on this phone.
          </p>
        ) : null}
        {wrong ? (
          <Alert tone="error" className="mt-3">
            {wrong}
          </Alert>
        ) : null}
        {notCounted}
        {isOpen ? <p className="mt-4 text-muted">{describeAsked(state)}</p> : null}
        <div className="mt-5">
          {!item || !vote ? (
            item ? <PhoneItem item={item} /> : <p className="text-[1.125rem]">You are in. The first item shows here when the meeting begins.</p>
          ) : isOpen && isShared ? (
            <SharedPhone key={vote.roundId} {...vote} names={names} voted={turns} onCast={cast} onHandedOn={(turn) => setHandedOn((before) => [...before, ballotId({ round: vote.roundId, turn })])} />
          ) : isOpen && hasVotedBefore(vote.roundId) ? (
            <PhoneItem item={item}>
              <p className="text-success">
                <Icon name="check" /> You have voted, with another phone. It is counted.
              </p>
            </PhoneItem>
          ) : isOpen ? (
            <PhoneVote item={item} roundId={vote.roundId} action={vote.action} value={valueOf(vote.roundId)} state={states[ballotId({ round: vote.roundId, turn: 1 })]} onChoose={choose} />
          ) : (
            <PhoneItem item={item}>
              <OwnVote item={item} value={isShared ? null : countedOf(vote.roundId)} state={states[ballotId({ round: vote.roundId, turn: 1 })]?.kind} />
              {mayBeLate && isShared && names.some((_, index) => !turns.includes(index + 1)) ? (
                <details className="fold">
                  <summary>Somebody on this phone has not voted yet</summary>
                  <p className="my-2 text-muted">{LATE_VOTES}</p>
                  <SharedPhone key={vote.roundId} {...vote} names={names} voted={turns} isLate onCast={cast} onHandedOn={(turn) => setHandedOn((before) => [...before, ballotId({ round: vote.roundId, turn })])} />
                </details>
              ) : null}
              {mayBeLate && !isShared && countedOf(vote.roundId) === null ? (
                <details className="fold">
                  <summary>I have not voted yet</summary>
                  <p className="my-2 text-muted">{LATE_VOTES}</p>
                  <PhoneVote item={item} roundId={vote.roundId} action={vote.action} value={null} state={states[ballotId({ round: vote.roundId, turn: 1 })]} onChoose={choose} />
                </details>
              ) : null}
            </PhoneItem>
          )}
        </div>
        <footer className="mt-10 grid gap-4 border-t border-line pt-5">
          <p className="rate-promise m-0">
            <Icon name="lock" /> <span>Nobody sees your vote: not who leads the meeting, not an administrator. After the reveal everyone sees dots, never who.</span>
          </p>
          {names.length > 0 ? <AddPerson action={`${api}/people`} onAdded={() => router.refresh()} /> : null}
          <details className="fold">
            <summary>Leave the meeting</summary>
            <form method="post" action={`${api}/leave`} className="mt-3">
              <p className="mb-3 text-muted">{about}</p>
              <Button type="submit" variant="secondary">
                Leave, and forget me on this phone
              </Button>
            </form>
          </details>
        </footer>
      </div>
    </div>
  );
}

/** Answers that waited on the phone until they could not be taken any more. */
function NotCounted({ ballots, names }: { ballots: readonly KeptBallot[]; names: readonly string[] }) {
  return (
    <div role="alert" className="mt-3 grid gap-3 empty:hidden">
      {ballots.map((ballot) => (
        <Alert key={ballotId(ballot)} tone="error" className="wrap-anywhere">
          {names.length > 1 ? `The answer of ${names[ballot.turn - 1] ?? "somebody"}` : "Your answer"} to “{ballot.about}” came too late and was not counted.
        </Alert>
      ))}
    </div>
  );
}

/** What one chose oneself, after the reveal; nobody else is shown it. */
function OwnVote({ item, value, state }: { item: CurrentItem; value: string | null; state: string | undefined }) {
  if (item.kind === "other" || value === null || item.vote?.isClosed || !item.vote?.shown) return null;
  return (
    <p className="text-[0.9375rem] text-muted">
      You voted {formatValue(scaleFor(item.kind), value)}
      {state === "late" ? ", after the reveal" : ""}. Nobody else is shown this.
    </p>
  );
}

/** Says to people who listen what the meeting does now. */
function useAnnouncement(item: CurrentItem | null): string {
  const [words, setWords] = useState("");
  const before = useRef<string | null>(null);
  const now = item ? `${item.id} ${item.phase} ${item.vote?.roundId ?? ""}` : "";
  useEffect(() => {
    if (before.current !== null && before.current !== now && item) {
      setWords({ waiting: `On the screen now: ${item.prompt}`, voting: "The vote is open.", revealed: "The votes are shown.", decided: "The decision is recorded." }[item.phase]);
    }
    before.current = now;
  }, [now, item]);
  return words;
}
