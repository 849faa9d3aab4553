"use client";

import { useState } from "react";
import { markSeatAction } from "@/app/teams/[teamId]/people/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { SEAT_MARK_LABELS, type SeatId, type SeatMark } from "@/lib/domain/toolkit/roster";

interface Values {
  mark: SeatMark | "none";
  words: string;
}

interface SeatMarkFormProps extends Values {
  teamId: string;
  seat: SeatId;
  /** The line's own words. */
  about: string;
}

/** What a lead says for the team of a seat, and of nobody: somebody may have no account, or be looked for. */
export function SeatMarkForm({ teamId, seat, about, mark, words }: SeatMarkFormProps) {
  const [chosen, setChosen] = useState<string>(mark);
  return (
    <details className="fold no-print mt-2">
      <summary>
        Say something for the team<span className="sr-only"> about: {about}</span>
      </summary>
      <div className="mt-3 max-w-[34rem]">
        <SavedForm<Values, unknown>
          send={(values) => markSeatAction(teamId, { seat, ...values, words: values.mark === "looking" ? (values.words ?? "") : "" })}
          submitLabel={
            <span>
              Save<span className="sr-only"> what the team says about: {about}</span>
            </span>
          }
          savedMessage="What the team says is saved."
        >
          {(field) => {
            const choice = field("mark", { required: "Choose what the team says." });
            return (
              <>
                <RadioGroup
                  {...choice}
                  label={`For the team, about: ${about}`}
                  hint="It is about the seat. Say nothing of a person."
                  defaultValue={mark}
                  onChange={(event) => {
                    setChosen(event.target.value);
                    return choice.onChange(event);
                  }}
                  options={[
                    { value: "none", label: "Nothing", hint: "Only what people say of themselves counts." },
                    { value: "have", label: SEAT_MARK_LABELS.have, hint: "Also somebody without an account. Then this line no longer depends on what people here say." },
                    { value: "looking", label: SEAT_MARK_LABELS.looking },
                  ]}
                />
                {chosen === "looking" ? (
                  <TextInput
                    {...field("words")}
                    label={`Where you are looking, about: ${about}`}
                    hint="A few words, such as which groups you ask. Leave out names of people you have in mind."
                    optional
                    autoComplete="off"
                    defaultValue={words}
                  />
                ) : null}
              </>
            );
          }}
        </SavedForm>
      </div>
    </details>
  );
}
