"use client";

import { updateMailChoicesAction } from "@/app/(account)/account/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Select } from "@/components/ui/select";
import { type MailChoices, NOTICE_PACE_LABELS, NOTICE_PACES } from "@/lib/domain/notices";

/** When letters come about what waits for the person. */
export function MailChoicesForm({ choices }: { choices: MailChoices }) {
  const options = NOTICE_PACES.map((pace) => (
    <option key={pace} value={pace}>
      {NOTICE_PACE_LABELS[pace]}
    </option>
  ));
  return (
    <SavedForm<MailChoices, void> send={(values) => updateMailChoicesAction(values)} submitLabel="Save" savedMessage="Your choice is saved.">
      {(field) => (
        <>
          <Select {...field("assignments")} label="When something is assigned to you, or a round asks you to rate" defaultValue={choices.assignments}>
            {options}
          </Select>
          <Select {...field("mentions")} label="When a comment mentions you" defaultValue={choices.mentions}>
            {options}
          </Select>
        </>
      )}
    </SavedForm>
  );
}
