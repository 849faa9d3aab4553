"use client";

import { type ComponentProps, useRef, useState } from "react";
import { saveBriefAction } from "@/app/teams/[teamId]/readiness/brief/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { BRIEF_LIMITS } from "@/lib/domain/readiness/brief";

interface PriorityChoice {
  readonly itemId: string;
  /** One line of a list. */
  readonly label: string;
  /** All of its words. */
  readonly statement: string;
}

interface BriefFormProps {
  teamId: string;
  /** As the brief says it now. */
  title: string;
  planned: string;
  asks: string;
  priorities: readonly { readonly itemId: string; readonly why: string }[];
  /** What can be a priority: the gaps, in the order of the gap list. */
  choices: readonly PriorityChoice[];
  /** Marks these words: see lib/agencies/team-brief.ts. */
  mark: string;
}

type Values = Omit<Parameters<typeof saveBriefAction>[1], "basedOn">;

const PLACES = [1, 2, 3] as const;

/** The words of the brief. Whatever is empty is left out of it, or stays as the team's answers say it. */
export function BriefForm({ teamId, title, planned, asks, priorities, choices, mark }: BriefFormProps) {
  // Of what stands in the fields, which keep it when the page is read again.
  const basedOn = useRef(mark);
  return (
    <SavedForm<Values, { readonly mark: string }>
      send={async (values) => {
        const result = await saveBriefAction(teamId, { ...values, basedOn: basedOn.current });
        if (result.ok) basedOn.current = result.data.mark;
        return result;
      }}
      isMain
      submitLabel="Save"
      savedMessage="The brief says this now."
    >
      {(field) => (
        <>
          <TextArea
            {...field("title")}
            label="Title"
            optional
            hint={`A sentence of your own, up to ${BRIEF_LIMITS.title} characters. Leave it empty to show your vision from Tool 11.`}
            defaultValue={title}
          />
          {PLACES.map((place) => (
            <fieldset key={place} className="grid gap-3">
              <legend className="mb-2 font-semibold">Priority {place}</legend>
              <ChooseStatement {...field(`item${place}`)} label={`Statement of priority ${place}`} chosen={priorities[place - 1]?.itemId ?? ""} choices={choices} />
              <TextArea
                {...field(`why${place}`)}
                label={`Why priority ${place}`}
                optional
                hint={`In your own words, up to ${BRIEF_LIMITS.why} characters.`}
                defaultValue={priorities[place - 1]?.why ?? ""}
              />
            </fieldset>
          ))}
          <TextArea
            {...field("planned")}
            label="What is planned"
            optional
            hint="One plan a line, at most three. Say roles, not names. Leave it empty to show the goals from Tool 12."
            defaultValue={planned}
          />
          <TextArea
            {...field("asks")}
            label="What community partners ask"
            optional
            hint="In their words, one a line. Ask them before you print it. Leave it empty to leave this part out."
            defaultValue={asks}
          />
        </>
      )}
    </SavedForm>
  );
}

interface ChooseStatementProps extends ComponentProps<typeof Select> {
  chosen: string;
  choices: readonly PriorityChoice[];
}

/** A list of statements. Browsers show one line of what is chosen, so all of it stands below. */
function ChooseStatement({ chosen, choices, ...field }: ChooseStatementProps) {
  const [itemId, setItemId] = useState(chosen);
  const statement = choices.find((choice) => choice.itemId === itemId)?.statement;
  return (
    <div>
      <Select
        {...field}
        optional
        defaultValue={chosen}
        onChange={(event) => {
          setItemId(event.target.value);
          field.onChange?.(event);
        }}
      >
        <option value="">None</option>
        {choices.map(({ itemId: id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      {statement ? <p className="mt-1.5 text-[0.9375rem] text-muted">{statement}</p> : null}
    </div>
  );
}
