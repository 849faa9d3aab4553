"use client";

import { closeRoundAction, giveRateLinkAgainAction, revealRoundAction } from "@/app/teams/[teamId]/rounds/actions";
import { ActButton } from "@/components/forms/act-button";

interface LeadPanelProps {
  teamId: string;
  roundId: string;
  /** How many have not finished. */
  missing: number;
  isNamed: boolean;
}

/** For a lead or the deputy: the reveal. With people missing it is pressed twice. */
export function RevealButton({ teamId, roundId, missing }: Omit<LeadPanelProps, "isNamed">) {
  const act = () => revealRoundAction(teamId, { roundId, missing });
  if (missing === 0) return <ActButton act={act} label="Reveal" variant="primary" size="medium" />;
  return (
    <ActButton
      act={act}
      label="Reveal"
      variant="primary"
      size="medium"
      confirm={{
        title: missing === 1 ? "1 has not answered" : `${missing} have not answered`,
        text: <p>They can still rate later. Late ratings join when the round closes, together, if there are at least three. With fewer they are counted, not shown.</p>,
        yes: "Reveal without them",
      }}
    />
  );
}

/** Closes a round that was revealed, for good. */
export function CloseButton({ teamId, roundId, isNamed }: Omit<LeadPanelProps, "missing">) {
  return (
    <ActButton
      act={() => closeRoundAction(teamId, { roundId })}
      label="Close the round"
      confirm={{
        title: "Close the round?",
        text: isNamed ? (
          <p>No more ratings are taken. Ratings stay with the names, as everyone was told.</p>
        ) : (
          <>
            <p>No more ratings are taken. The tie between people and their ratings is destroyed, and private notes that nobody has shown are deleted. It can’t be undone.</p>
            <p>Has everyone shown the notes that they want to show? Ask before you close.</p>
          </>
        ),
        yes: "Close the round",
      }}
    />
  );
}

/** Ends a round that was never revealed. */
export function CallOffButton({ teamId, roundId }: Pick<LeadPanelProps, "teamId" | "roundId">) {
  return (
    <ActButton
      act={() => closeRoundAction(teamId, { roundId })}
      label="Call the round off"
      variant="quiet"
      confirm={{ title: "Call the round off?", text: <p>All ratings and notes are destroyed, and nobody will see them. It can’t be undone.</p>, yes: "Call it off" }}
    />
  );
}

interface LinkAgainProps extends Pick<LeadPanelProps, "teamId" | "roundId"> {
  rater: { id: string; guestName: string; linkNumber: number };
}

/** For somebody without an account who lost their link. What they rated goes with it: whoever gives the new one could open it. */
export function LinkAgainButton({ teamId, roundId, rater: { id, guestName, linkNumber } }: LinkAgainProps) {
  return (
    <ActButton
      act={() => giveRateLinkAgainAction(teamId, { roundId, raterId: id, linkNumber })}
      label="Link lost? Give a new one"
      describedFor={guestName}
      variant="quiet"
      confirm={{
        title: `A new link for ${guestName}?`,
        text: (
          <>
            <p>The old link stops working. Whatever was rated and noted with it is deleted, and nobody reads it. {guestName} starts anew.</p>
            <p>It has to be so: you will see the new link, and it must not lead to anybody’s ratings. If the old link can still be found, use that one.</p>
          </>
        ),
        yes: "Delete, and give a new link",
      }}
    />
  );
}
