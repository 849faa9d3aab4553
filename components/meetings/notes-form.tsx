"use client";

import { useRef } from "react";
import { saveNotesAction } from "@/app/teams/[teamId]/meetings/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { TextArea } from "@/components/ui/text-area";
import { MEETING_LIMITS } from "@/lib/domain/meetings/meeting";

interface NotesFormProps {
  teamId: string;
  meetingId: string;
  notes: string;
  /** Marks these words: see lib/meetings/meetings.ts. */
  mark: string;
}

/** A meeting's notes, kept as a whole. */
export function NotesForm({ teamId, meetingId, notes, mark }: NotesFormProps) {
  // Of what stands in the field, which keeps it when the page is read again.
  const basedOn = useRef(mark);
  return (
    <SavedForm<{ notes: string }, { readonly mark: string }>
      send={async ({ notes: written }) => {
        const result = await saveNotesAction(teamId, { meetingId, notes: written, basedOn: basedOn.current });
        if (result.ok) basedOn.current = result.data.mark;
        return result;
      }}
      submitLabel="Save the notes"
      savedMessage="The notes are saved."
    >
      {(field) => (
        <TextArea
          {...field("notes")}
          label="Notes"
          hint="Everyone on the team can read them. Leave out what would tell who somebody is."
          defaultValue={notes}
          maxLength={MEETING_LIMITS.notes}
          rows={10}
        />
      )}
    </SavedForm>
  );
}
