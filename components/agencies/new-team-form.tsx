"use client";

import { createTeamAction } from "@/app/agencies/[agencyId]/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { TextInput } from "@/components/ui/text-input";

export function NewTeamForm({ agencyId }: { agencyId: string }) {
  return (
    <SavedForm<{ name: string }, { teamId: string }>
      send={(values, key) => createTeamAction(agencyId, { ...values, key })}
      submitLabel="Add the team"
      savedMessage="The team is added. Open it to invite its people."
      clears
    >
      {(field) => (
        <TextInput
          {...field("name", { required: "Enter a name for the team." })}
          label="Add a team"
          hint="Each team has its own copy of the tools."
        />
      )}
    </SavedForm>
  );
}
