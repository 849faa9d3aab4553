"use client";

import { assignAction, removeAssignmentAction } from "@/app/teams/[teamId]/tools/[number]/assignments/actions";
import { ActButton } from "@/components/forms/act-button";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { PersonName, usePeople } from "@/components/people/shown-people";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AssignmentView } from "@/lib/assignments/assignment";
import { type PersonRef, personOf, showPerson } from "@/lib/domain/people/person";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

interface AssignmentFormProps {
  teamId: string;
  toolRef: ToolRef;
  targetId: string;
  current: AssignmentView | null;
  /** Who can be given it. */
  assignees: readonly PersonRef[];
  /** Called after a change, with what to say about it. */
  onSaved: (message: string) => void;
}

interface Values {
  assigneeId: string;
  dueOn: string;
}

/** Gives the target to somebody, with the day it is due; or takes it away. */
export function AssignmentForm({ teamId, toolRef, targetId, current, assignees, onSaved }: AssignmentFormProps) {
  const { people } = usePeople();
  const action = useActionForm<Values, null>({
    send: ({ assigneeId, dueOn }, key) => assignAction(teamId, { toolRef, targetId, assigneeId, dueOn: dueOn || null, key }),
    onDone: (_done, { assigneeId }) => {
      onSaved(`Assigned to ${showPerson(people, personOf(assigneeId))}.`);
    },
  });
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActionForm action={action} submitLabel={current ? "Save" : "Assign"} sendingLabel="Saving">
        <Select
          {...action.field("assigneeId", { required: "Choose a person." })}
          label={current ? "Assigned to" : "Assign to"}
          hint="People who can fill in this tool."
          defaultValue={current?.assignee.personId ?? ""}
        >
          <option value="">Choose a person</option>
          <PeopleByRole assignees={assignees} />
        </Select>
        <TextInput
          {...action.field("dueOn")}
          label="Due date"
          type="date"
          optional
          min="2020-01-01"
          max="2099-12-31"
          className="max-w-[14rem]"
          defaultValue={current?.dueOn ?? ""}
        />
      </ActionForm>
      {current ? (
        <ActButton
          act={() => removeAssignmentAction(teamId, { toolRef, assignmentId: current.assignmentId })}
          label="Take the assignment away"
          variant="danger"
          confirm={{
            title: "Take the assignment away?",
            text: <p><PersonName person={current.assignee} /> no longer has this. Answers stay as they are.</p>,
            yes: "Take it away",
          }}
          onDone={() => onSaved("Nobody has this now.")}
        />
      ) : null}
    </div>
  );
}

/** Each under their role, because a name alone can be chosen. */
function PeopleByRole({ assignees }: { assignees: readonly PersonRef[] }) {
  const { people } = usePeople();
  const roleOf = ({ personId }: PersonRef) => people.get(personId)?.role ?? "Others";
  return [...new Set(assignees.map(roleOf))].map((role) => (
    <optgroup key={role} label={role}>
      {assignees
        .filter((person) => roleOf(person) === role)
        .map((person) => (
          <option key={person.personId} value={person.personId}>
            {showPerson(people, person)}
          </option>
        ))}
    </optgroup>
  ));
}
