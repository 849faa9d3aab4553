"use client";

import { addEntryAction, removeEntryAction } from "@/app/teams/[teamId]/meetings/actions";
import { ActButton } from "@/components/forms/act-button";
import { SavedForm } from "@/components/forms/saved-form";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { TextArea } from "@/components/ui/text-area";
import { type EntryKind, MEETING_LIMITS, type MeetingEntry } from "@/lib/domain/meetings/meeting";

const WORDS: Record<EntryKind, { readonly label: string; readonly add: string; readonly saved: string }> = {
  point: { label: "Something to talk about", add: "Put it on the agenda", saved: "It is on the agenda." },
  "to-decide": { label: "Something to decide", add: "Put it up for a decision", saved: "It is up for a decision." },
  decision: { label: "What the team decided", add: "Write it down", saved: "The decision is kept with this meeting." },
};

interface EntryListProps {
  teamId: string;
  meetingId: string;
  kind: EntryKind;
  /** Of this kind, removed ones too: those can be put back. */
  entries: readonly MeetingEntry[];
  mayAdd: boolean;
  /** Anybody's, not only one's own. */
  mayRemoveAll: boolean;
}

/** Points of an agenda, or decisions, with who brought each, and room for another. */
export function EntryList({ teamId, meetingId, kind, entries, mayAdd, mayRemoveAll }: EntryListProps) {
  const shown = entries.filter((entry) => !entry.isRemoved || (mayAdd && (entry.isYours || mayRemoveAll)));
  return (
    <div className="grid gap-4">
      {shown.length > 0 ? (
        <ul className="agenda-rows">
          {shown.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Words entry={entry} />
              {mayAdd && (entry.isYours || mayRemoveAll) ? (
                <ActButton
                  act={() => removeEntryAction(teamId, { meetingId, entryId: entry.id, isRemoved: !entry.isRemoved })}
                  label={entry.isRemoved ? "Put back" : "Take away"}
                  describedFor={entry.words}
                  variant="quiet"
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? <AddEntry teamId={teamId} meetingId={meetingId} kind={kind} /> : null}
    </div>
  );
}

function Words({ entry: { words, added, isRemoved } }: { entry: MeetingEntry }) {
  if (isRemoved) return <p className="no-print min-w-0 wrap-anywhere text-muted">Taken away: {words}</p>;
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="whitespace-pre-line">{words}</p>
      <p className="work-note">
        <PersonName person={added.by} /> <RoleLabel person={added.by} />
      </p>
    </div>
  );
}

function AddEntry({ teamId, meetingId, kind }: Pick<EntryListProps, "teamId" | "meetingId" | "kind">) {
  const { label, add, saved } = WORDS[kind];
  return (
    <div className="no-print max-w-[40rem]">
      <SavedForm<{ words: string }, { readonly entryId: string }>
        send={({ words }, key) => addEntryAction(teamId, { meetingId, kind, words, key })}
        submitLabel={add}
        savedMessage={saved}
        clears
      >
        {(field) => <TextArea {...field("words")} label={label} maxLength={MEETING_LIMITS.words} rows={2} />}
      </SavedForm>
    </div>
  );
}
