"use client";

import { loadPage } from "@/components/account/load-page";
import { SubmitButton } from "@/components/account/submit-button";
import { useActionForm } from "@/components/account/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/text-input";
import type { AgencyKind, StateCode } from "@/lib/data/agency-facts";
import { createAgencyAction } from "../actions";
import { AgencyFields } from "../agency-fields";

interface NewAgencyValues {
  name: string;
  kind: AgencyKind;
  state: StateCode;
  teamName: string;
  displayName: string;
}

export function NewAgencyForm({ userName }: { userName: string }) {
  const { form, field, problems, message, isBusy, isSending } = useActionForm<NewAgencyValues, { teamId: string }>({
    send: createAgencyAction,
    onDone: ({ teamId }) => loadPage(`/teams/${teamId}`),
  });
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <div className="grid grid-cols-1 gap-5">
        <AgencyFields field={field} />
        <TextInput
          {...field("teamName", { required: "Enter a name for the team." })}
          label="First team"
          hint="The group that fills in the toolkit together. You can add more teams later."
          defaultValue="Core Implementation Team"
        />
        <TextInput
          {...field("displayName", { required: "Enter your name." })}
          label="Your name in this agency"
          hint="Your teammates see it. It can be a name other than your own."
          defaultValue={userName}
        />
        <div>
          <SubmitButton isBusy={isBusy} isSending={isSending} sendingLabel="Adding the agency">
            Add the agency
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
