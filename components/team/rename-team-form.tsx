"use client";

import { renameTeamAction } from "@/app/teams/[teamId]/people/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { TextInput } from "@/components/ui/text-input";

export function RenameTeamForm({ teamId, name }: { teamId: string; name: string }) {
  return (
    <SavedForm<{ name: string }, void>
      send={(values) => renameTeamAction(teamId, values)}
      submitLabel="Save name"
      savedMessage="The team’s name is saved."
    >
      {(field) => <TextInput {...field("name", { required: "Enter a name for the team." })} label="Team name" defaultValue={name} />}
    </SavedForm>
  );
}
