"use client";

import { useRouter } from "next/navigation";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { conductSittingAction, decideVoteAction, settleItemAction, takeOverSittingAction, undoVoteDecisionAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { ActButton } from "@/components/forms/act-button";
import { DecideFields } from "@/components/rounds/decide-form";
import { Alert } from "@/components/ui/alert";
import { missingOf, type SittingState } from "@/lib/domain/sittings/sitting-state";
import { HandOverDialog, type Leader } from "./hand-over-dialog";
import { type JoinAddress, JoinPanel } from "./join-panel";
import { ScreenAnswer, ScreenDecision, ScreenReveal, ScreenStatement, VoteCount } from "./screen-item";
import { ScreenKeys } from "./screen-keys";
import { LOOK_LABELS, useScreenLook } from "./screen-look";
import { Timer } from "./timer";
import { useConduct } from "./use-conduct";
import type { ScreenKey } from "./use-screen-keys";
import { useSitting } from "./use-sitting";

export interface ListedItem {
  /** In the sitting's list. */
  readonly id: string;
  /** In its tool. */
  readonly itemId: string;
  readonly toolHref: string;
}

interface BigScreenProps {
  teamId: string;
  meetingId: string;
  userId: string;
  /** "Meeting on Dec 3, 2026" */
  title: string;
  initial: SittingState;
  /** Null when newcomers are not let in. */
  join: JoinAddress | null;
  items: readonly ListedItem[];
  /** Who leads it, by name. */
  facilitator: string;
  isYours: boolean;
  mayTakeOver: boolean;
  mayDecide: boolean;
  leaders: readonly Leader[];
}

type Asked = { readonly what: "reveal"; readonly roundId: string; readonly missing: number } | { readonly what: "leave"; readonly to: string | null };

const A_MINUTE = 60;

/** The big screen: one item, in type that a room can read. It never shows a vote, nor the presenter's own. */
export function BigScreen({ teamId, meetingId, userId, title, initial, join, items, facilitator, isYours, mayTakeOver, mayDecide, leaders }: BigScreenProps) {
  const router = useRouter();
  const { state, receivedAt, reach } = useSitting({ initial, topicUrl: `/api/teams/${teamId}/meetings/${meetingId}`, userId, follower: userId });
  const { problem, run } = useConduct();
  const [look, nextLook] = useScreenLook();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [showsJoin, setShowsJoin] = useState(false);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const { item, sittingId } = state;
  const vote = item?.vote ?? null;
  const page = `/teams/${teamId}/meetings/${meetingId}`;

  // Who leads, the code and the list are not in what everybody follows.
  const mark = useRef(initial.mark);
  useEffect(() => {
    if (mark.current === state.mark) return;
    mark.current = state.mark;
    router.refresh();
  }, [state.mark, router]);

  const conduct = (act: Parameters<typeof conductSittingAction>[1]["act"]) => run(() => conductSittingAction(teamId, { sittingId, act }));
  const missing = vote && !vote.shown ? missingOf(vote) : 0;
  const isVoting = item?.phase === "voting";
  const confirmed = asked?.what === "reveal" && vote?.roundId === asked.roundId ? asked : null;

  async function reveal(): Promise<void> {
    if (!vote) return;
    if (missing > 0 && !confirmed) return setAsked({ what: "reveal", roundId: vote.roundId, missing });
    await conduct({ to: "reveal", missing: confirmed?.missing ?? 0 });
    setAsked(null);
  }
  async function goTo(to: string | null | undefined): Promise<void> {
    if (to === undefined) return;
    const isAsked = asked?.what === "leave" && asked.to === to;
    if (isVoting && vote && vote.voted > 0 && !isAsked) return setAsked({ what: "leave", to });
    if (await conduct({ to: "item", itemId: to, isCallingOff: isAsked })) setShowsJoin(false);
    setAsked(null);
  }
  const place = items.findIndex(({ id }) => id === item?.id);
  const listed = items[place];
  const next = items[place + 1]?.id;
  const previous = place > 0 ? items[place - 1]?.id : undefined;
  const row = item?.answer?.row ?? null;

  const keys: ScreenKey[] = [];
  if (isYours && !state.isEnded) {
    if (isVoting) keys.push({ key: "r", shown: "R", label: confirmed ? "Reveal without them" : "Reveal", press: () => void reveal(), isMain: true });
    else if (item && item.kind !== "other") keys.push({ key: "v", shown: "V", label: vote ? "Vote again" : "Vote", press: () => void conduct({ to: "vote" }), isMain: item.phase === "waiting" });
    if (item?.kind === "other" && listed) {
      keys.push({ key: "w", shown: "W", label: `Write in ${item.toolLabel}`, press: () => window.open(listed.toolHref, "_blank", "noopener"), isMain: item.phase === "waiting" });
      keys.push({ key: "d", shown: "D", label: item.phase === "decided" ? "Not done yet" : "Done", press: () => void run(() => settleItemAction(teamId, { meetingId, isSettled: item.phase !== "decided" })) });
    }
    if (row?.previousId) keys.push({ key: "ArrowUp", shown: "↑", label: "Row before", press: () => void conduct({ to: "row", rowId: row.previousId }) });
    if (row?.nextId) keys.push({ key: "ArrowDown", shown: "↓", label: "Next row", press: () => void conduct({ to: "row", rowId: row.nextId }) });
    if (previous) keys.push({ key: "ArrowLeft", shown: "←", label: "Back", press: () => void goTo(previous) });
    if (next) keys.push({ key: "ArrowRight", shown: "→", label: item ? "Next" : "Begin", press: () => void goTo(next), isMain: !item || item.phase === "decided" });
    if (item) {
      const seconds = state.timerEndsAt === null ? A_MINUTE : Math.ceil((state.timerEndsAt - state.readAt) / 1000) + A_MINUTE;
      keys.push({ key: "t", shown: "T", label: state.timerEndsAt === null ? "Timer, 1 minute" : "1 minute more", press: () => void conduct({ to: "timer", seconds }) });
      if (state.timerEndsAt !== null) keys.push({ key: "s", shown: "S", label: "Stop the timer", press: () => void conduct({ to: "timer", seconds: null }) });
    }
    keys.push({ key: "h", shown: "H", label: "Hand over", press: () => setIsHandingOver(true) });
  }
  // While people vote the code stands there anyway.
  const isJoinDue = !item || item.phase === "voting" || (item.phase === "waiting" && item.kind !== "other");
  if (join && !isJoinDue) keys.push({ key: "j", shown: "J", label: showsJoin ? "Hide the code" : "Show the code", press: () => setShowsJoin(!showsJoin) });
  keys.push({ key: "l", shown: "L", label: `Look: ${LOOK_LABELS[look]}`, press: nextLook });

  const isShown = vote !== null && vote.shown !== null;
  const isWithJoin = join !== null && (isJoinDue || showsJoin);
  return (
    <div className="big-screen" data-look={look}>
      <header className="screen-head">
        <p>
          {title}, <span>led by {isYours ? "you" : facilitator}</span>
        </p>
        <p>
          {state.people === 1 ? "1 person here" : `${state.people} people here`}
          {state.place > 0 ? ` · Item ${state.place} of ${state.count}` : ""}
        </p>
      </header>
      {reach === "ok" ? null : <Alert tone="warning">{reach === "offline" ? "No network. The meeting goes on; this screen follows when it is back." : "This screen is not signed in any more. A deputy can take over."}</Alert>}
      <div className="screen-main" data-with={isWithJoin ? "join" : isShown || item?.phase === "decided" ? "result" : "nothing"}>
        <div className="screen-left">
          {state.isEnded ? (
            <Words title="The meeting mode has ended" text="What was decided is on the meeting’s page." />
          ) : item ? (
            <>
              <ScreenStatement item={item} isSmall={item.kind === "other"} />
              {isShown && vote ? <ScreenReveal item={item} vote={vote} /> : null}
              <ScreenAnswer item={item} />
            </>
          ) : (
            <Words title={join ? "Join with your phone" : "The meeting begins soon"} text={items.length === 0 ? "Nothing is on the list yet. Whoever leads the meeting can add items." : `${items.length === 1 ? "1 item is" : `${items.length} items are`} on the list.`} />
          )}
        </div>
        {isWithJoin && join && !state.isEnded ? <JoinPanel {...join} /> : null}
        {!isWithJoin && item && item.kind !== "other" && vote && isShown && (
          <div className="screen-right">
            {item.decision ? (
              <ScreenDecision item={item}>
                {mayDecide && listed ? <ActButton act={() => undoVoteDecisionAction(teamId, { roundId: vote.roundId, itemId: listed.itemId })} label="Undo" variant="quiet" onDone={() => undefined} /> : null}
              </ScreenDecision>
            ) : mayDecide && listed ? (
              <section aria-label="The team decides" className="screen-decide">
                <DecideFields key={vote.roundId} roundId={vote.roundId} itemId={listed.itemId} kind={item.kind} send={(decision, key) => decideVoteAction(teamId, { roundId: vote.roundId, ...decision, key })} onDone={() => undefined}>
                  Saved into {item.toolLabel} as an ordinary answer that names this meeting.
                </DecideFields>
              </section>
            ) : (
              <p className="screen-quiet">Talk about it. The decision is written down by somebody of the team.</p>
            )}
          </div>
        )}
      </div>
      <footer className="screen-foot">
        <div className="screen-foot-row" data-empty={!isVoting && state.timerEndsAt === null}>
          {isVoting && vote ? <VoteCount vote={vote} /> : <span />}
          <Timer state={state} receivedAt={receivedAt} className="screen-timer" />
        </div>
        <div role="status">
          {confirmed ? (
            <p className="screen-asked">
              {confirmed.missing === 1 ? "1 has not voted." : `${confirmed.missing} have not voted.`} Press R again to reveal without them.
            </p>
          ) : asked?.what === "leave" ? (
            <p className="screen-asked">The vote is still open. Press again to call it off: then nobody sees the votes.</p>
          ) : null}
        </div>
        {problem ? (
          <Alert tone="error" live>
            {problem}
          </Alert>
        ) : null}
        <ScreenKeys keys={keys} />
        <div className="screen-links">
          {!isYours && mayTakeOver && !state.isEnded ? (
            <ActButton
              act={() => takeOverSittingAction(teamId, { sittingId })}
              label="Take over"
              variant="primary"
              confirm={{ title: "Take over the meeting?", text: <p>You lead it from now on. Phones see nothing change, and no vote is lost. {facilitator} can take it back.</p>, yes: "Take over" }}
            />
          ) : null}
          {listed ? <a href={listed.toolHref}>This item in {item?.toolLabel}</a> : null}
          {isYours ? <Link href={`${page}/mode`}>Items, people and the end</Link> : null}
          <Link href={page}>Leave the screen</Link>
        </div>
      </footer>
      <HandOverDialog isOpen={isHandingOver} teamId={teamId} sittingId={sittingId} leaders={leaders} onClose={() => setIsHandingOver(false)} />
    </div>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div className="screen-statement" data-size="large">
      <h1>{title}</h1>
      <p className="screen-place">{text}</p>
    </div>
  );
}
