"use client";

import { updateTeamHistoryNamesAction } from "@/app/teams/[teamId]/people/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Checkbox } from "@/components/ui/checkbox";

/** Whether the team's community partners are told who changed what. */
export function PartnerNamesForm({ teamId, hidesHistoryNames }: { teamId: string; hidesHistoryNames: boolean }) {
  return (
    <SavedForm<{ hidesHistoryNames: boolean }, unknown>
      send={(values) => updateTeamHistoryNamesAction(teamId, values)}
      submitLabel="Save this choice"
      savedMessage="What partners see in the history is saved."
    >
      {(field) => (
        <Checkbox
          {...field("hidesHistoryNames")}
          defaultChecked={hidesHistoryNames}
          label="Leave names out of the history for community partners"
          hint="They see what was changed and when, on screen and in downloads, and never who. Comments still show who wrote them."
        />
      )}
    </SavedForm>
  );
}
