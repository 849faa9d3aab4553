"use client";

import { useState } from "react";
import { conductSittingAction, settleItemAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { missingOf, type SittingState } from "@/lib/domain/sittings/sitting-state";
import { useConduct } from "./use-conduct";
import type { ScreenKey } from "./use-screen-keys";

/** What is asked before it is done: it can't be taken back. Pressed again it is done. */
type Asked =
  | { readonly what: "reveal"; readonly roundId: string; readonly missing: number }
  | { readonly what: "leave"; readonly roundId: string; readonly to: string | null }
  | { readonly what: "again"; readonly roundId: string }
  | { readonly what: "call-off"; readonly roundId: string };

interface ScreenActsOptions {
  teamId: string;
  meetingId: string;
  state: SittingState;
  /** Where the item stands in its tool. */
  toolHref: string | null;
  nextId: string | undefined;
  previousId: string | undefined;
  onGone: () => void;
  onHandOver: () => void;
}

export interface ScreenActs {
  readonly keys: readonly ScreenKey[];
  /** What the next press does, in words; null when nothing is asked. */
  readonly question: string | null;
  readonly problem: string | null;
}

const A_MINUTE = 60;

/** What whoever leads the meeting can do now, each with its key. */
export function useScreenActs({ teamId, meetingId, state, toolHref, nextId, previousId, onGone, onHandOver }: ScreenActsOptions): ScreenActs {
  const { problem, run } = useConduct();
  const [waiting, setAsked] = useState<Asked | null>(null);
  const { item, sittingId } = state;
  const vote = item?.vote ?? null;
  const isVoting = item?.phase === "voting";
  // Asked of one vote, and of none after it.
  const asked = waiting?.roundId === vote?.roundId ? waiting : null;

  const conduct = (act: Parameters<typeof conductSittingAction>[1]["act"]) => run(() => conductSittingAction(teamId, { sittingId, act }));
  async function reveal(): Promise<void> {
    if (!vote) return;
    const missing = missingOf(vote);
    if ((missing > 0 || (vote.voted === 0 && vote.isAgain)) && asked?.what !== "reveal") return setAsked({ what: "reveal", roundId: vote.roundId, missing });
    await conduct({ to: "reveal", missing: asked?.what === "reveal" ? asked.missing : 0 });
    setAsked(null);
  }
  async function openVote(): Promise<void> {
    if (vote?.shown && asked?.what !== "again") return setAsked({ what: "again", roundId: vote.roundId });
    await conduct({ to: "vote" });
    setAsked(null);
  }
  async function callOff(): Promise<void> {
    if (vote && vote.voted > 0 && asked?.what !== "call-off") return setAsked({ what: "call-off", roundId: vote.roundId });
    await conduct({ to: "call-off" });
    setAsked(null);
  }
  async function goTo(to: string): Promise<void> {
    const isAsked = asked?.what === "leave" && asked.to === to;
    if (isVoting && vote && vote.voted > 0 && !isAsked) return setAsked({ what: "leave", roundId: vote.roundId, to });
    if (await conduct({ to: "item", itemId: to, isCallingOff: isAsked })) onGone();
    setAsked(null);
  }

  const keys: ScreenKey[] = [];
  if (isVoting) {
    keys.push({ key: "r", shown: "R", label: asked?.what !== "reveal" ? "Reveal" : vote?.voted === 0 && vote.isAgain ? "Back to the dots before" : "Reveal without them", press: () => void reveal(), isMain: true });
    keys.push({ key: "c", shown: "C", label: "Call the vote off", press: () => void callOff() });
  } else if (item && item.kind !== "other") {
    const isAgain = vote?.shown !== undefined && vote?.shown !== null;
    keys.push({ key: "v", shown: "V", label: asked?.what === "again" ? "Yes, vote again" : isAgain ? "Vote again" : "Vote", press: () => void openVote(), isMain: item.phase === "waiting" });
  }
  if (asked) keys.push({ key: "Escape", shown: "Esc", label: "Don’t", press: () => setAsked(null) });
  if (item?.kind === "other" && toolHref) {
    keys.push({ key: "w", shown: "W", label: `Write in ${item.toolLabel}`, press: () => window.open(toolHref, "_blank", "noopener"), isMain: item.phase === "waiting" });
    keys.push({ key: "d", shown: "D", label: item.phase === "decided" ? "Not done yet" : "Done", press: () => void run(() => settleItemAction(teamId, { meetingId, isSettled: item.phase !== "decided" })) });
  }
  const row = item?.answer?.row ?? null;
  if (row?.previousId) keys.push({ key: "ArrowUp", shown: "↑", label: "Row before", press: () => void conduct({ to: "row", rowId: row.previousId }) });
  if (row?.nextId) keys.push({ key: "ArrowDown", shown: "↓", label: "Next row", press: () => void conduct({ to: "row", rowId: row.nextId }) });
  if (previousId) keys.push({ key: "ArrowLeft", shown: "←", label: "Back", press: () => void goTo(previousId) });
  if (nextId) keys.push({ key: "ArrowRight", shown: "→", label: item ? "Next" : "Begin", press: () => void goTo(nextId), isMain: !item || item.phase === "decided" });
  if (item) {
    const seconds = state.timerEndsAt === null ? A_MINUTE : Math.ceil((state.timerEndsAt - state.readAt) / 1000) + A_MINUTE;
    keys.push({ key: "t", shown: "T", label: state.timerEndsAt === null ? "Timer, 1 minute" : "1 minute more", press: () => void conduct({ to: "timer", seconds }) });
    if (state.timerEndsAt !== null) keys.push({ key: "s", shown: "S", label: "Stop the timer", press: () => void conduct({ to: "timer", seconds: null }) });
  }
  keys.push({ key: "h", shown: "H", label: "Hand over", press: onHandOver });
  return { keys, question: asked && questionOf(asked, state), problem };
}

function questionOf(asked: Asked, { item }: SittingState): string {
  if (asked.what === "leave") return "The vote is still open. Press again to call it off: then nobody sees the votes.";
  if (asked.what === "call-off") return "Press C again to call the vote off: then nobody sees the votes.";
  if (asked.what === "again") {
    const stays = item?.decision ? " What you decided stays until you decide anew." : "";
    return `Press V again to open another vote. The dots leave the screen until its reveal; they stay in the meeting’s record.${stays}`;
  }
  if (item?.vote?.voted === 0 && item.vote.isAgain) return "Nobody has voted. Press R again to call this vote off and go back to the dots before it.";
  return `${asked.missing === 1 ? "1 has not voted." : `${asked.missing} have not voted.`} Press R again to reveal without them.`;
}
