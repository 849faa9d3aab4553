"use client";

import { updateAgencyAction } from "@/app/agencies/[agencyId]/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { AgencyKind, StateCode } from "@/lib/agencies/agency-facts";
import { AgencyFields, type AgencyValues } from "./agency-fields";

interface Values {
  name: string;
  kind: AgencyKind;
  state: StateCode;
  hasWritingHints: boolean;
}

interface AgencyFormProps {
  agencyId: string;
  values: AgencyValues & { hasWritingHints: boolean };
}

export function AgencyForm({ agencyId, values }: AgencyFormProps) {
  return (
    <SavedForm<Values, unknown>
      send={(input) => updateAgencyAction(agencyId, input)}
      submitLabel="Save details"
      savedMessage="The agency’s details are saved."
    >
      {(field) => (
        <>
          <AgencyFields field={field} values={values} />
          <Checkbox
            {...field("hasWritingHints")}
            defaultChecked={values.hasWritingHints}
            label="Show notes about privacy and wording while people write"
            hint="A short note appears below an answer that may point to one person, such as a phone number, an address, a date of birth or a case number, or that uses a word with a more respectful one. Nobody is stopped from saving. Each person’s own device does the looking; nothing about the notes is sent."
          />
        </>
      )}
    </SavedForm>
  );
}
