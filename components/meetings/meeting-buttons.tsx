"use client";

import { closeMeetingAction, removeMeetingAction, reopenMeetingAction } from "@/app/teams/[teamId]/meetings/actions";
import { ActButton } from "@/components/forms/act-button";
import { Button } from "@/components/ui/button";
import { dayOf } from "@/lib/domain/text/due-words";

interface MeetingButtonsProps {
  teamId: string;
  meetingId: string;
  isClosed: boolean;
  mayEdit: boolean;
}

/** What can be done with a meeting as a whole. */
export function MeetingButtons({ teamId, meetingId, isClosed, mayEdit }: MeetingButtonsProps) {
  return (
    <>
      <Button variant="secondary" size="small" onClick={() => window.print()}>
        Print this page
      </Button>
      {mayEdit && !isClosed ? (
        <ActButton
          act={() => closeMeetingAction(teamId, { meetingId, today: dayOf(new Date()) })}
          label="Close the meeting"
          confirm={{
            title: "Close the meeting?",
            text: "The agenda is kept as it is now, with the notes and decisions. You can open the meeting again.",
            yes: "Close the meeting",
          }}
        />
      ) : null}
      {mayEdit && isClosed ? <ActButton act={() => reopenMeetingAction(teamId, { meetingId })} label="Open it again" /> : null}
    </>
  );
}

/** Takes a meeting out of the list; the page stays, with the way back. */
export function RemoveMeeting({ teamId, meetingId, isRemoved }: { teamId: string; meetingId: string; isRemoved: boolean }) {
  return (
    <ActButton
      act={() => removeMeetingAction(teamId, { meetingId, isRemoved: !isRemoved })}
      label={isRemoved ? "Put it back" : "Remove this meeting"}
      variant={isRemoved ? "secondary" : "quiet"}
    />
  );
}
