"use client";

import { useState } from "react";
import { updateDisplayNameAction } from "@/app/agencies/[agencyId]/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import type { EarlierEntries } from "@/lib/people/own-names";

interface OwnNameFormProps {
  agencyId: string;
  agencyName: string;
  displayName: string;
}

interface Values {
  displayName: string;
  earlier: EarlierEntries;
}

/** The name somebody goes by in one agency, and what happens to what they did under the one before. */
export function OwnNameForm({ agencyId, agencyName, displayName }: OwnNameFormProps) {
  const [earlier, setEarlier] = useState<string>("renamed");
  return (
    <SavedForm<Values, void>
      send={(values) => updateDisplayNameAction(agencyId, values)}
      submitLabel={
        <span>
          Save my name<span className="sr-only"> in {agencyName}</span>
        </span>
      }
      savedMessage={`Your name in ${agencyName} is saved. Open screens show it now.`}
    >
      {(field) => {
        const choice = field("earlier", { required: "Choose what older entries show." });
        return (
          <>
            <TextInput
              {...field("displayName", { required: "Enter a name." })}
              label={`Your name in ${agencyName}`}
              hint="It can be a name other than your own."
              autoComplete="off"
              defaultValue={displayName}
            />
            <RadioGroup
              {...choice}
              label={`If you change it: what you did in ${agencyName} until now`}
              defaultValue="renamed"
              onChange={(event) => {
                setEarlier(event.target.value);
                return choice.onChange(event);
              }}
              options={[
                {
                  value: "renamed",
                  label: "Shows the new name",
                  hint: "Older answers, comments, files and history change to the new name, on screen and in new downloads. Whoever knew the old name can tell it was you.",
                },
                {
                  value: "apart",
                  label: "Shows “A former name”",
                  hint: "Older entries no longer lead to you, and nothing ties them to the new name. This can’t be undone.",
                },
              ]}
            />
            {earlier === "apart" ? <ApartWords /> : null}
          </>
        );
      }}
    </SavedForm>
  );
}

/** What the choice does besides, and what it can't do. */
function ApartWords() {
  return (
    <div className="prose-block rounded-control bg-sunken px-4 py-3 text-[0.9375rem]">
      <p>
        Whatever is assigned to you becomes free, because it would show the new name where the old one stood. Ask for it again
        under your new name.
      </p>
      <p>
        Close your other pages of the workbook first: whoever has a tool open with you sees one name turn into the other. Files that
        were downloaded before keep the old name, and so do milestones that were made with names. The team’s list shows the new name from now on, so people may
        guess. Team leads and agency admins see your email address beside your name, if you have one, and can tell.
      </p>
    </div>
  );
}
