"use client";

import { addEntryAction } from "@/app/teams/[teamId]/meetings/actions";
import { ActButton } from "@/components/forms/act-button";
import type { EntryKind } from "@/lib/domain/meetings/meeting";
import { formatDay } from "@/lib/domain/text/due-words";

interface ToAgendaProps {
  teamId: string;
  meetingId: string;
  /** "2026-12-03" */
  heldOn: string;
  /** What the meeting is to talk about, as it will stand on its agenda. */
  words: string;
  isOnAgenda: boolean;
}

const POINT: EntryKind = "point";

/** Brings something to the next meeting; once it is there, leads to it. */
export function ToAgenda({ teamId, meetingId, heldOn, words, isOnAgenda }: ToAgendaProps) {
  const day = formatDay(heldOn);
  if (isOnAgenda) {
    return (
      <p role="status" className="text-[0.9375rem]">
        <a href={`/teams/${teamId}/meetings/${meetingId}`}>On the agenda of {day}</a>
      </p>
    );
  }
  return <ActButton once={(key) => addEntryAction(teamId, { meetingId, kind: POINT, words, key })} label={`Put on the agenda of ${day}`} size="medium" />;
}
