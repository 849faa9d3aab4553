"use client";

import { updatePlainWordsAction } from "@/app/teams/[teamId]/people/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Checkbox } from "@/components/ui/checkbox";

interface Values {
  hasPlainWords: boolean;
}

export function PlainWordsForm({ teamId, hasPlainWords }: { teamId: string; hasPlainWords: boolean }) {
  return (
    <SavedForm<Values, void>
      send={(values) => updatePlainWordsAction(teamId, values)}
      submitLabel="Save setting"
      savedMessage="The setting is saved. Open tools follow when they are opened again."
    >
      {(field) => (
        <Checkbox
          {...field("hasPlainWords")}
          defaultChecked={hasPlainWords}
          label="Show hard sentences in plain words too"
          hint="The toolkit’s words always stay as they are. Below the hard ones stands what they mean, in this workbook’s words. It is not in downloads."
        />
      )}
    </SavedForm>
  );
}
