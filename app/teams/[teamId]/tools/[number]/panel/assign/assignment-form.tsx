"use client";

import { ActButton } from "@/components/account/act-button";
import { ActionForm } from "@/components/account/action-form";
import { useActionForm } from "@/components/account/use-action-form";
import { useRoleLabels } from "@/components/team/role-labels";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AssigneeView } from "@/lib/data/assignments";
import type { AssignmentView } from "@/lib/tools/assignments";
import type { ToolRef } from "@/lib/tools/tool-ref";
import { assignAction, removeAssignmentAction } from "./actions";

interface AssignmentFormProps {
  teamId: string;
  toolRef: ToolRef;
  targetId: string;
  current: AssignmentView | null;
  people: readonly AssigneeView[];
  /** Called after a change, with what to say about it. */
  onSaved: (message: string) => void;
}

interface Values {
  assigneeId: string;
  dueOn: string;
}

/** Gives the target to somebody, with the day it is due; or takes it away. */
export function AssignmentForm({ teamId, toolRef, targetId, current, people, onSaved }: AssignmentFormProps) {
  const action = useActionForm<Values, null>({
    send: ({ assigneeId, dueOn }, key) => assignAction(teamId, { toolRef, targetId, assigneeId, dueOn: dueOn || null, key }),
    onDone: (_done, { assigneeId }) => {
      const name = people.find(({ userId }) => userId === assigneeId)?.displayName ?? "this person";
      onSaved(`Assigned to ${name}.`);
    },
  });
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActionForm action={action} submitLabel={current ? "Save" : "Assign"} sendingLabel="Saving">
        <Select
          {...action.field("assigneeId", { required: "Choose a person." })}
          label={current ? "Assigned to" : "Assign to"}
          hint="People who can fill in this tool."
          defaultValue={current?.assigneeId ?? ""}
        >
          <option value="">Choose a person</option>
          <PeopleByRole people={people} />
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
            text: <p>{current.assigneeName} no longer has this. Answers stay as they are.</p>,
            yes: "Take it away",
          }}
          onDone={() => onSaved("Nobody has this now.")}
        />
      ) : null}
    </div>
  );
}

/** Each under their role, because a name alone can be chosen. */
function PeopleByRole({ people }: { people: readonly AssigneeView[] }) {
  const labels = useRoleLabels();
  const roleOf = ({ displayName }: AssigneeView) => labels.get(displayName) ?? "Others";
  return [...new Set(people.map(roleOf))].map((role) => (
    <optgroup key={role} label={role}>
      {people
        .filter((person) => roleOf(person) === role)
        .map(({ userId, displayName }) => (
          <option key={userId} value={userId}>
            {displayName}
          </option>
        ))}
    </optgroup>
  ));
}
