"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { startReassessmentAction } from "@/app/teams/[teamId]/milestones/actions";
import { noAnswer } from "@/components/forms/no-answer";
import { SubmitButton } from "@/components/forms/submit-button";
import { useIsReady } from "@/components/forms/use-is-ready";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldGroup } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { formatDay } from "@/lib/domain/text/due-words";

interface StartReassessmentFormProps {
  teamId: string;
  /** The latest first. */
  milestones: readonly { readonly id: string; readonly name: string; readonly onDay: string }[];
  /** `answers` that stand as they were at the latest milestone. */
  tools: readonly { readonly slug: string; readonly name: string; readonly answers: number; readonly isUsual: boolean }[];
}

/** Chooses the milestone and the tools that are rated anew. */
export function StartReassessmentForm({ teamId, milestones, tools }: StartReassessmentFormProps) {
  const router = useRouter();
  const id = useId();
  const isReady = useIsReady();
  const isUnderWay = useRef(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [message, setMessage] = useState<string>();

  async function start(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isUnderWay.current) return;
    const form = new FormData(event.currentTarget);
    const chosen = form.getAll("tools").map(String);
    setMessage(undefined);
    if (chosen.length === 0) return setProblems({ tools: "Choose at least one tool." });
    setProblems({});
    isUnderWay.current = true;
    setIsBusy(true);
    const result = await startReassessmentAction(teamId, { milestoneId: String(form.get("milestone")), tools: chosen }).catch(() => noAnswer());
    isUnderWay.current = false;
    setIsBusy(false);
    if (result.ok) return router.refresh();
    setProblems(result.fieldErrors ?? {});
    if (Object.keys(result.fieldErrors ?? {}).length === 0) setMessage(result.message);
  }

  const found = Object.entries(problems).map(([name, problem]) => ({ fieldId: `${id}-${name === "milestoneId" ? "milestone" : name}`, message: problem }));
  return (
    <form onSubmit={start} method="post" noValidate className="grid gap-6">
      <ErrorSummary problems={found} message={message} />
      <Select id={`${id}-milestone`} name="milestone" label="Carry answers forward from" error={problems.milestoneId} defaultValue={milestones[0]?.id}>
        {milestones.map(({ id: milestoneId, name, onDay }) => (
          <option key={milestoneId} value={milestoneId}>
            {name}, {formatDay(onDay)}
          </option>
        ))}
      </Select>
      <FieldGroup
        id={`${id}-tools`}
        label="Tools to rate anew"
        hint="Complete tools are opened again. Answers that were changed after the milestone count as looked at. The numbers are for the latest milestone."
        error={problems.tools}
      >
        <div className="grid gap-2.5">
          {tools.map(({ slug, name, answers, isUsual }) => (
            <Checkbox key={slug} name="tools" value={slug} label={name} hint={answers === 0 ? "No answer is as it was then" : answers === 1 ? "1 answer to look at" : `${answers} answers to look at`} defaultChecked={isUsual && answers > 0} />
          ))}
        </div>
      </FieldGroup>
      <p className="measure">
        Until somebody looks at them, these answers count in no score and as no progress. None of them is deleted, and nothing is written into the history.
      </p>
      <div>
        <SubmitButton isBusy={!isReady || isBusy} isSending={isBusy} sendingLabel="Starting">
          Start the reassessment
        </SubmitButton>
      </div>
    </form>
  );
}
