"use client";

import { useRouter } from "next/navigation";
import { moveMeetingAction, planMeetingAction } from "@/app/teams/[teamId]/meetings/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SavedForm } from "@/components/forms/saved-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { MEETING_LIMITS } from "@/lib/domain/meetings/meeting";
import { formatDay } from "@/lib/domain/text/due-words";
import { FIRST_DATE, LAST_DATE } from "@/lib/domain/text/dates";

interface DayValues {
  heldOn: string;
  startsAt: string;
  place: string;
}

type Field = ReturnType<typeof useActionForm<DayValues, unknown>>["field"];

function DayFields({ field, day }: { field: Field; day: DayValues }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput {...field("heldOn")} label="Date" type="date" min={FIRST_DATE} max={LAST_DATE} defaultValue={day.heldOn} />
      <TextInput {...field("startsAt")} label="Time" type="time" optional defaultValue={day.startsAt} />
      <div className="sm:col-span-2">
        <TextInput {...field("place")} label="Where or how" optional hint="A room, or how to join." defaultValue={day.place} maxLength={MEETING_LIMITS.place} />
      </div>
    </div>
  );
}

interface PlanMeetingFormProps {
  teamId: string;
  /** What Tool 8 says of the team's meetings; null where it says nothing. */
  suggestion: { readonly day: string; readonly place: string } | null;
}

/** Plans a meeting and leads to it. */
export function PlanMeetingForm({ teamId, suggestion }: PlanMeetingFormProps) {
  const router = useRouter();
  const action = useActionForm<DayValues, { readonly meetingId: string }>({
    send: (values, key) => planMeetingAction(teamId, { ...values, key }),
    onDone: ({ meetingId }) => router.push(`/teams/${teamId}/meetings/${meetingId}`),
  });
  return (
    <>
      {suggestion ? (
        <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
          <span>
            By Tool 8 the next meeting is on <time dateTime={suggestion.day}>{formatDay(suggestion.day)}</time>
            {suggestion.place ? `, ${suggestion.place}` : ""}.
          </span>
          <Button
            variant="secondary"
            size="small"
            onClick={() => {
              action.fill("heldOn", suggestion.day);
              action.fill("place", suggestion.place.slice(0, MEETING_LIMITS.place));
            }}
          >
            Use this date
          </Button>
        </p>
      ) : null}
      <ActionForm action={action} submitLabel="Plan the meeting" sendingLabel="Planning">
        <DayFields field={action.field as Field} day={{ heldOn: "", startsAt: "", place: "" }} />
      </ActionForm>
    </>
  );
}

/** Changes when and where a meeting is. */
export function MoveMeetingForm({ teamId, meetingId, day }: { teamId: string; meetingId: string; day: DayValues }) {
  return (
    <SavedForm<DayValues, void> send={(values) => moveMeetingAction(teamId, { meetingId, ...values })} submitLabel="Save" savedMessage="The meeting is changed." variant="secondary">
      {(field) => <DayFields field={field as Field} day={day} />}
    </SavedForm>
  );
}
