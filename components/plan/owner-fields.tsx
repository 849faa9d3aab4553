"use client";

import { useId } from "react";
import type { useActionForm } from "@/components/forms/use-action-form";
import { usePeople } from "@/components/people/shown-people";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { showPerson } from "@/lib/domain/people/person";
import { FIRST_DATE, LAST_DATE } from "@/lib/domain/text/dates";

/** What a form about an action holds, as typed. */
export interface ActionValues {
  section: string;
  what: string;
  owner: string;
  lead: string;
  dueOn: string;
}

interface OwnerFieldsProps {
  field: ReturnType<typeof useActionForm<ActionValues, unknown>>["field"];
  /** How they stand. */
  action?: PlannedAction;
  /** Names of Tool 8, suggested while somebody types. */
  leads: readonly string[];
}

/** Who has an action and when it is due. */
export function OwnerFields({ field, action, leads }: OwnerFieldsProps) {
  const { people } = usePeople();
  const listId = useId();
  const owner = action?.owner?.personId ?? "";
  return (
    <>
      <Select {...field("owner")} label="Owner" hint="Somebody of the team." optional defaultValue={owner}>
        <option value="">Nobody yet</option>
        {owner !== "" && !people.has(owner) ? <option value={owner}>{showPerson(people, { personId: owner })}</option> : null}
        {[...people].map(([personId, { role }]) => (
          <option key={personId} value={personId}>
            {showPerson(people, { personId })}
            {role ? `, ${role}` : null}
          </option>
        ))}
      </Select>
      <TextInput
        {...field("lead")}
        label="Lead, in words"
        hint={`For somebody without an account: a person’s role or an organization. It is the lead that the tool prints.${leads.length > 0 ? " Team members named in Tool 8 are suggested." : ""}`}
        optional
        {...(leads.length > 0 && { list: listId })}
        defaultValue={action?.lead ?? ""}
      />
      {leads.length > 0 ? (
        <datalist id={listId}>
          {leads.map((lead) => (
            <option key={lead} value={lead} />
          ))}
        </datalist>
      ) : null}
      <TextInput {...field("dueOn")} label="Due date" type="date" optional min={FIRST_DATE} max={LAST_DATE} className="max-w-[14rem]" defaultValue={action?.dueOn ?? ""} />
    </>
  );
}
