"use client";

import { useRouter } from "next/navigation";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { decideVoteAction, takeOverSittingAction, undoVoteDecisionAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { ActButton } from "@/components/forms/act-button";
import { DecideFields, FrozenNotice } from "@/components/rounds/decide-form";
import { Alert } from "@/components/ui/alert";
import type { SittingState } from "@/lib/domain/sittings/sitting-state";
import { HandOverDialog, type Leader } from "./hand-over-dialog";
import { type JoinAddress, JoinPanel } from "./join-panel";
import { ScreenAnswer, ScreenDecision, ScreenReveal, ScreenStatement, VoteCount } from "./screen-item";
import { ScreenKeys } from "./screen-keys";
import { LOOK_LABELS, useScreenLook } from "./screen-look";
import { Timer } from "./timer";
import { useScreenActs } from "./use-screen-acts";
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

/** The big screen: one item, in type that a room can read. It never shows a vote, nor the presenter's own. */
export function BigScreen({ teamId, meetingId, userId, title, initial, join, items, facilitator, isYours, mayTakeOver, mayDecide, leaders }: BigScreenProps) {
  const router = useRouter();
  const { state, receivedAt, reach } = useSitting({ initial, topicUrl: `/api/teams/${teamId}/meetings/${meetingId}`, userId, follower: userId });
  const [look, nextLook] = useScreenLook();
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

  const place = items.findIndex(({ id }) => id === item?.id);
  const listed = items[place];
  const acts = useScreenActs({
    teamId,
    meetingId,
    state,
    toolHref: listed?.toolHref ?? null,
    nextId: items[place + 1]?.id,
    previousId: place > 0 ? items[place - 1]?.id : undefined,
    onGone: () => setShowsJoin(false),
    onHandOver: () => setIsHandingOver(true),
  });
  const keys: ScreenKey[] = isYours && !state.isEnded ? [...acts.keys] : [];
  // While people vote the code stands there anyway.
  const isJoinDue = !item || item.phase === "voting" || (item.phase === "waiting" && item.kind !== "other");
  if (join && !isJoinDue) keys.push({ key: "j", shown: "J", label: showsJoin ? "Hide the code" : "Show the code", press: () => setShowsJoin(!showsJoin) });
  keys.push({ key: "l", shown: "L", label: `Look: ${LOOK_LABELS[look]}`, press: nextLook });

  const frozen = item?.frozen && listed ? { toolLabel: item.toolLabel, why: item.frozen, href: listed.toolHref } : null;
  const isVoting = item?.phase === "voting";
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
              {/* Beside the form it is said there. */}
              {frozen && !isShown ? <FrozenNotice {...frozen} /> : null}
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
              <ScreenDecision item={item} decision={item.decision}>
                {mayDecide && listed ? <UndoVoteDecision teamId={teamId} roundId={item.decision.roundId} itemId={listed.itemId} decisionId={item.decision.id} /> : null}
              </ScreenDecision>
            ) : null}
            {item.decision && !item.decision.isEarlier ? null : mayDecide && listed ? (
              <section aria-label="The team decides" className="screen-decide">
                <DecideFields key={vote.roundId} roundId={vote.roundId} itemId={listed.itemId} kind={item.kind} frozen={frozen} send={(decision, key) => decideVoteAction(teamId, { roundId: vote.roundId, ...decision, key })} onDone={() => undefined}>
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
          {acts.question && isYours ? <p className="screen-asked">{acts.question}</p> : null}
        </div>
        {acts.problem ? (
          <Alert tone="error" live>
            {acts.problem}
          </Alert>
        ) : null}
        <noscript>
          <p className="screen-asked">The keys need JavaScript. Please turn it on for this site.</p>
        </noscript>
        <ScreenKeys keys={keys}>
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
        </ScreenKeys>
      </footer>
      <HandOverDialog isOpen={isHandingOver} teamId={teamId} sittingId={sittingId} leaders={leaders} onClose={() => setIsHandingOver(false)} />
    </div>
  );
}

function UndoVoteDecision({ teamId, ...decision }: { teamId: string; roundId: string; itemId: string; decisionId: string }) {
  return <ActButton act={() => undoVoteDecisionAction(teamId, decision)} label="Undo" variant="quiet" onDone={() => undefined} />;
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div className="screen-statement" data-size="large">
      <h1>{title}</h1>
      <p className="screen-place">{text}</p>
    </div>
  );
}
