"use client";

import { createAgencyAction } from "@/app/agencies/actions";
import { ActionForm } from "@/components/forms/action-form";
import { loadPage } from "@/components/forms/load-page";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import type { AgencyKind, StateCode } from "@/lib/agencies/agency-facts";
import { AgencyFields } from "./agency-fields";

interface NewAgencyValues {
  name: string;
  kind: AgencyKind;
  state: StateCode;
  teamName: string;
  displayName: string;
}

export function NewAgencyForm({ userName }: { userName: string }) {
  const action = useActionForm<NewAgencyValues, { teamId: string }>({
    send: (values, key) => createAgencyAction({ ...values, key }),
    onDone: ({ teamId }) => loadPage(`/teams/${teamId}`),
  });
  return (
    <ActionForm action={action} submitLabel="Add the agency" sendingLabel="Adding the agency">
      <AgencyFields field={action.field} />
      <TextInput
        {...action.field("teamName", { required: "Enter a name for the team." })}
        label="First team"
        hint="The group that fills in the toolkit together. You can add more teams later."
        defaultValue="Core Implementation Team"
      />
      <TextInput
        {...action.field("displayName", { required: "Enter your name." })}
        label="Your name in this agency"
        hint="Your teammates see it. It can be a name other than your own."
        defaultValue={userName}
      />
    </ActionForm>
  );
}
