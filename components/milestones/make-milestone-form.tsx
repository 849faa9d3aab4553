"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { makeMilestoneAction } from "@/app/teams/[teamId]/milestones/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { MILESTONE_LIMITS, UNKNOWN_OF_PAST } from "@/lib/domain/milestones/milestone";
import { formatDay } from "@/lib/domain/text/due-words";

interface MakeMilestoneFormProps {
  teamId: string;
  /** On the team's clock. */
  today: string;
  /** Where its history begins; null while it has none. */
  firstDay: string | null;
}

interface Values {
  name: string;
  day: string;
  people: "roles" | "names";
}

/** Keeps the work of today, or of a past day. */
export function MakeMilestoneForm({ teamId, today, firstDay }: MakeMilestoneFormProps) {
  const router = useRouter();
  const [made, setMade] = useState<string>();
  const action = useActionForm<Values, { readonly milestoneId: string }>({
    send: (values, key) => {
      setMade(undefined);
      return makeMilestoneAction(teamId, { ...values, key });
    },
    onDone: (_data, { name }) => {
      setMade(name.trim());
      // Day and people stay as they were chosen, for another one.
      action.fill("name", "");
      router.refresh();
    },
  });
  const { field } = action;
  return (
    <ActionForm action={action} submitLabel="Make the milestone" sendingLabel="Making">
      <TextInput {...field("name")} label="Name" hint="Such as Baseline, or Six months." maxLength={MILESTONE_LIMITS.name} />
      <TextInput
        {...field("day")}
        label="Day"
        type="date"
        min={firstDay ?? today}
        max={today}
        defaultValue={today}
        hint={firstDay === null || firstDay === today ? "Today keeps this moment." : `Today keeps this moment. A past day, from ${formatDay(firstDay)} on, is made out of your team’s history, as it was at the end of that day.`}
      />
      <RadioGroup
        {...field("people")}
        label="People in it"
        options={[
          { value: "roles", label: "By role only", hint: "“Team lead” in place of a name." },
          { value: "names", label: "By name, or by role", hint: "Names stay in it as they are today, also when somebody takes another name or leaves." },
        ]}
        defaultValue="roles"
      />
      <details className="fold">
        <summary>What can’t be known of a past day</summary>
        <ul className="bullets mt-2">
          {UNKNOWN_OF_PAST.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      {made ? (
        <Alert tone="success" live>
          “{made}” is made. It will not change any more.
        </Alert>
      ) : null}
    </ActionForm>
  );
}
