"use client";

import { updateHistoryNamesAction } from "@/app/agencies/[agencyId]/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { RadioGroup } from "@/components/ui/radio-group";

interface HistoryNamesFormProps {
  agencyId: string;
  showsHistoryNames: boolean;
}

/** The agency's choice of how loudly marks and histories name people. */
export function HistoryNamesForm({ agencyId, showsHistoryNames }: HistoryNamesFormProps) {
  return (
    <SavedForm<{ shows: string }, unknown>
      send={({ shows }) => updateHistoryNamesAction(agencyId, { showsHistoryNames: shows === "at-once" })}
      submitLabel="Save when names are shown"
      savedMessage="When names are shown is saved."
    >
      {(field) => (
        <RadioGroup
          {...field("shows")}
          label="Beside answers and in the history"
          hint="Comments always show who wrote them. A team can leave names out of the history for its community partners; its leads do that on the page of its people."
          options={[
            { value: "on-asking", label: "Show that an answer was changed and when", hint: "Who did is one press away, for those who ask." },
            { value: "at-once", label: "Show who changed it as well", hint: "The history can be narrowed to one person at once." },
          ]}
          defaultValue={showsHistoryNames ? "at-once" : "on-asking"}
        />
      )}
    </SavedForm>
  );
}
