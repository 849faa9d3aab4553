"use client";

import { updateExportersAction } from "@/app/agencies/[agencyId]/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { EXPORTER_DESCRIPTIONS, EXPORTER_LABELS, EXPORTERS, type Exporters } from "@/lib/platform/auth/permissions";

const OPTIONS = EXPORTERS.map((value) => ({ value, label: EXPORTER_LABELS[value], hint: EXPORTER_DESCRIPTIONS[value] }));

/** The agency's choice of who may download what its teams wrote. */
export function ExportersForm({ agencyId, exporters }: { agencyId: string; exporters: Exporters }) {
  return (
    <SavedForm<{ exporters: Exporters }, unknown>
      send={(input) => updateExportersAction(agencyId, input)}
      submitLabel="Save who may download"
      savedMessage="Who may download is saved."
    >
      {(field) => (
        <RadioGroup
          {...field("exporters")}
          label="Who may download the teams’ work"
          hint="Reading on screen stays as it is. Blank forms stay open to everyone in a team, because nothing your teams wrote is in them."
          options={OPTIONS}
          defaultValue={exporters}
        />
      )}
    </SavedForm>
  );
}
