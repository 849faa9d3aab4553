"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { acceptAssignmentAction, handBackAssignmentAction } from "@/app/teams/[teamId]/tools/[number]/assignments/actions";
import { ActButton } from "@/components/forms/act-button";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { AssignmentView } from "@/lib/assignments/assignment";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

interface AnswerAssignmentProps {
  teamId: string;
  assignment: Pick<AssignmentView, "assignmentId" | "toolRef" | "isAccepted" | "handedBack">;
  /** What it is about, for people who hear the buttons without their row. */
  name: string;
  onAnswered?: () => void;
}

/** What the person said about something assigned to them, and the buttons to say it. */
export function AnswerAssignment({ teamId, assignment, name, onAnswered }: AnswerAssignmentProps) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [isHandingBack, setIsHandingBack] = useState(false);
  const { assignmentId, toolRef, isAccepted, handedBack } = assignment;

  function finish(): void {
    setIsHandingBack(false);
    // The button that was pressed goes away; what it did stands here.
    box.current?.focus();
    if (onAnswered) onAnswered();
    router.refresh();
  }

  return (
    <div ref={box} tabIndex={-1} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p role="status" className="text-[0.9375rem] text-muted">
        {handedBack ? "You handed this back" : isAccepted ? "You accepted this" : "Waiting for your answer"}
      </p>
      {isAccepted && !handedBack ? null : (
        <ActButton
          act={() => acceptAssignmentAction(teamId, { toolRef, assignmentId })}
          label={handedBack ? "Take it again" : "Accept"}
          describedFor={name}
          variant="secondary"
          onDone={finish}
        />
      )}
      {handedBack ? null : (
        <Button variant="secondary" size="small" onClick={() => setIsHandingBack(true)}>
          Hand back<span className="sr-only">: {name}</span>
        </Button>
      )}
      <Dialog isOpen={isHandingBack} title="Hand this back?" onClose={() => setIsHandingBack(false)}>
        <HandBackForm teamId={teamId} assignmentId={assignmentId} toolRef={toolRef} onDone={finish} />
      </Dialog>
    </div>
  );
}

interface HandBackFormProps {
  teamId: string;
  assignmentId: string;
  toolRef: ToolRef;
  onDone: () => void;
}

function HandBackForm({ teamId, assignmentId, toolRef, onDone }: HandBackFormProps) {
  const action = useActionForm<{ note: string }, null>({
    send: ({ note }) => handBackAssignmentAction(teamId, { toolRef, assignmentId, note }),
    onDone,
  });
  const { id, error, ...note } = action.field("note");
  return (
    <ActionForm action={action} submitLabel="Hand it back" sendingLabel="Handing back">
      <p>Whoever assigns work in this team sees it and can give it to someone else. You can take it again until then.</p>
      <Field id={id} error={error} optional label="Note" hint="Why, or what is already done, in up to 500 characters. The team can read it.">
        {(control) => <textarea {...note} {...control} rows={3} className="control" />}
      </Field>
    </ActionForm>
  );
}
