"use client";

import { updateDisplayNameAction } from "@/app/agencies/[agencyId]/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { TextInput } from "@/components/ui/text-input";

export function DisplayNameForm({ agencyId, displayName }: { agencyId: string; displayName: string }) {
  return (
    <SavedForm<{ displayName: string }, void>
      send={(values) => updateDisplayNameAction(agencyId, values)}
      submitLabel="Save name"
      savedMessage="Your name in this agency is saved."
    >
      {(field) => (
        <TextInput
          {...field("displayName", { required: "Enter a name." })}
          label="Your name in this agency"
          hint="Teammates see this name. It can be a name other than your own."
          defaultValue={displayName}
        />
      )}
    </SavedForm>
  );
}
