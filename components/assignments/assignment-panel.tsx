"use client";

import { useEffect, useRef, useState } from "react";
import type { ItemPanelTabProps } from "@/components/item-panel/item-panel-tab";
import { PanelState } from "@/components/item-panel/panel-state";
import { usePanelData } from "@/components/item-panel/use-panel-data";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Alert } from "@/components/ui/alert";
import { DateTime } from "@/components/ui/date-time";
import { DueDate } from "@/components/ui/due-date";
import type { AssignmentView } from "@/lib/assignments/assignment";
import type { ToolAssignments } from "@/lib/assignments/assignments";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { AnswerAssignment } from "./answer-assignment";
import { AssignmentForm } from "./assignment-form";

export interface AssignmentPanelProps extends Omit<ItemPanelTabProps, "item"> {
  /** The item, the part of the tool, or the whole tool (an empty id). */
  readonly target: { readonly id: string; readonly name: string };
}

/** Who has the target, what they said, and the means to give it to somebody. */
export function AssignmentPanel({ teamId, toolRef, slug, target, me, isOpen, onChanged }: AssignmentPanelProps) {
  const { data, failure, reload } = usePanelData<ToolAssignments>(`/api/teams/${teamId}/tools/${slug}/assignments`);
  const status = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState({ words: "" });
  useEffect(() => {
    // What was pressed goes away with the change; the words about it take the focus.
    if (said.words) status.current?.focus();
  }, [said]);
  if (!data) return <PanelState failure={failure} onRetry={reload} />;

  const current = data.assignments.find(({ targetId }) => targetId === target.id) ?? null;
  const mayGive = isOpen && isAllowedInTeam(me.role, "assignment:create");
  function showChange(words: string): void {
    setSaid({ words });
    reload();
    onChanged();
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      {current ? <Current assignment={current} /> : <p>Nobody has this yet.</p>}
      {current?.isMine && isOpen ? (
        <AnswerAssignment teamId={teamId} assignment={current} name={target.name} onAnswered={() => showChange("")} />
      ) : null}
      {mayGive ? (
        <AssignmentForm
          key={`${current?.assignmentId} ${current?.dueOn}`}
          teamId={teamId}
          toolRef={toolRef}
          targetId={target.id}
          current={current}
          assignees={data.assignees}
          onSaved={showChange}
        />
      ) : null}
      {isOpen ? null : <p className="text-muted">This tool is complete. Who has what stays as it is until it is reopened.</p>}
      <div ref={status} role="status" tabIndex={-1}>
        {said.words ? <Alert tone="success">{said.words}</Alert> : null}
      </div>
    </div>
  );
}

function Current({ assignment: { assignee, isMine, assigned, dueOn, isAccepted, handedBack } }: { assignment: AssignmentView }) {
  return (
    <div className="rounded-card border border-line bg-sunken p-4 break-words">
      <p>
        <span className="font-semibold">
          {isMine ? "You (" : null}
          <PersonName person={assignee} />
          {isMine ? ")" : null}
        </span>{" "}
        <RoleLabel person={assignee} />
      </p>
      {dueOn ? (
        <p>
          <DueDate day={dueOn} />
        </p>
      ) : null}
      <p className="text-[0.9375rem] text-muted">
        Assigned by <PersonName person={assigned.by} />, <DateTime iso={assigned.at} dateOnly />.{" "}
        <RoleLabel person={assigned.by} />{" "}
        {handedBack ? "Handed back." : isAccepted ? "Accepted." : "Not answered yet."}
      </p>
      {handedBack?.note ? <p className="mt-2 whitespace-pre-wrap">“{handedBack.note}”</p> : null}
    </div>
  );
}
