"use client";

import { lookAtAnswersAction, removeMilestoneAction, stopReassessmentAction } from "@/app/teams/[teamId]/milestones/actions";
import { ActButton } from "@/components/forms/act-button";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

interface MilestoneButtonProps {
  teamId: string;
  milestoneId: string;
  name: string;
}

export function RemoveButton({ teamId, milestoneId, name }: MilestoneButtonProps) {
  return (
    <ActButton
      act={() => removeMilestoneAction(teamId, { milestoneId, isRemoved: true })}
      label="Remove"
      describedFor={name}
      variant="quiet"
      confirm={{
        title: `Remove “${name}”?`,
        text: <p>It goes out of comparisons and downloads for everyone. Your team’s work stays as it is. A lead can put the milestone back.</p>,
        yes: "Remove it",
      }}
    />
  );
}

export function PutBackButton({ teamId, milestoneId, name }: MilestoneButtonProps) {
  return <ActButton act={() => removeMilestoneAction(teamId, { milestoneId, isRemoved: false })} label="Put back" describedFor={name} variant="quiet" />;
}

export function StopButton({ teamId, waiting }: { teamId: string; waiting: number }) {
  return (
    <ActButton
      act={() => stopReassessmentAction(teamId, {})}
      label="Stop reassessing"
      variant="quiet"
      confirm={{
        title: "Stop reassessing?",
        text: (
          <p>
            {waiting === 0
              ? "Every answer has been looked at."
              : `${waiting} ${waiting === 1 ? "answer has" : "answers have"} not been looked at. They count again as they stand.`}{" "}
            No answer changes. The tools stay open.
          </p>
        ),
        yes: "Stop",
      }}
    />
  );
}

interface LookButtonProps {
  teamId: string;
  tool: ToolRef;
  itemIds: readonly string[];
  isLooked: boolean;
  label: string;
  describedFor: string;
}

/** Says that answers still hold, or takes that back. */
export function LookButton({ teamId, tool, itemIds, isLooked, label, describedFor }: LookButtonProps) {
  return (
    <ActButton
      act={() => lookAtAnswersAction(teamId, { tool, itemIds: [...itemIds], isLooked })}
      label={label}
      describedFor={describedFor}
      variant={isLooked ? "secondary" : "quiet"}
    />
  );
}
