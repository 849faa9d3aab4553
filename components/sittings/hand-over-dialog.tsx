"use client";

import { arrangeSittingAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { ActButton } from "@/components/forms/act-button";
import { Dialog } from "@/components/ui/dialog";

/** Somebody of the team who could lead the meeting. */
export interface Leader {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
}

interface HandOverDialogProps {
  isOpen: boolean;
  teamId: string;
  sittingId: string;
  leaders: readonly Leader[];
  onClose: () => void;
}

/** Gives the meeting to somebody else, who leads it from their own device. */
export function HandOverDialog({ isOpen, teamId, sittingId, leaders, onClose }: HandOverDialogProps) {
  return (
    <Dialog isOpen={isOpen} title="Hand over to" onClose={onClose}>
      {leaders.length === 0 ? (
        <p>Nobody else of the team could lead it. A team lead can invite somebody.</p>
      ) : (
        <ul className="grid gap-3">
          {leaders.map(({ userId, name, role }) => (
            <li key={userId} className="flex flex-wrap items-center justify-between gap-3">
              <span className="wrap-anywhere">
                {name} <span className="text-muted">{role}</span>
              </span>
              <ActButton act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "facilitator", userId } })} label="Hand over" describedFor={name} onDone={onClose} />
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-muted">They open this meeting’s screen on their device. You can take it back there, as a deputy.</p>
    </Dialog>
  );
}
