"use client";

import { leaveTeamAction } from "@/app/teams/[teamId]/people/actions";
import { ActButton } from "@/components/forms/act-button";
import { loadPage } from "@/components/forms/load-page";

export function LeaveTeam({ teamId, teamName }: { teamId: string; teamName: string }) {
  return (
    <ActButton
      act={() => leaveTeamAction(teamId, {})}
      label="Leave this team"
      variant="quiet"
      onDone={() => loadPage("/agencies")}
      confirm={{
        title: "Leave this team?",
        text: (
          <p className="break-words">
            You can’t open {teamName} any more. What you wrote stays with the team. To come back, you need a new invitation.
          </p>
        ),
        yes: "Leave the team",
      }}
    />
  );
}
