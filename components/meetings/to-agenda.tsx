"use client";

import { useEffect, useRef, useState } from "react";
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
  const [isDone, setDone] = useState(false);
  const there = useRef<HTMLAnchorElement>(null);
  // The button that had the focus is gone: whoever pressed it goes on here, and hears what became of it.
  useEffect(() => {
    if (isDone) there.current?.focus();
  }, [isDone]);
  if (!isOnAgenda && !isDone) {
    return (
      <span className="grid gap-1">
        <ActButton
          once={(key) => addEntryAction(teamId, { meetingId, kind: POINT, words, key })}
          onDone={() => setDone(true)}
          label={`Put on the agenda of ${day}`}
          size="medium"
        />
        {/* Partners read the agenda, too, whose tool this may not be. */}
        <small className="text-muted">Everyone on the team can read it there.</small>
      </span>
    );
  }
  return (
    <a ref={there} href={`/teams/${teamId}/meetings/${meetingId}`} className="text-[0.9375rem]">
      On the agenda of {day}
    </a>
  );
}
