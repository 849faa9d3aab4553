"use client";

import { SavedForm } from "@/components/account/saved-form";
import type { AgencyKind, StateCode } from "@/lib/data/agency-facts";
import { AgencyFields, type AgencyValues } from "../agency-fields";
import { updateAgencyAction } from "./actions";

interface Values {
  name: string;
  kind: AgencyKind;
  state: StateCode;
}

export function AgencyForm({ agencyId, values }: { agencyId: string; values: AgencyValues }) {
  return (
    <SavedForm<Values, unknown>
      send={(input) => updateAgencyAction(agencyId, input)}
      submitLabel="Save"
      savedMessage="The agency’s details are saved."
    >
      {(field) => <AgencyFields field={field} values={values} />}
    </SavedForm>
  );
}
