"use client";

import { useRouter } from "next/navigation";
import { takeWordsOutAction } from "@/app/teams/[teamId]/feedback/[formId]/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { ANSWER_LIMITS, TAKEN_OUT } from "@/lib/domain/feedback/answer";
import type { AnswerPlace } from "./answer-buttons";

/** What somebody wrote to one question. */
export interface WrittenAnswer {
  readonly questionId: string;
  readonly asked: string;
  readonly words: string;
}

/** Takes a passage out of what was written. Nothing can be put in its place. */
export function TakeOutForm({ teamId, formId, answerId, name, written }: AnswerPlace & { written: readonly WrittenAnswer[] }) {
  const router = useRouter();
  const action = useActionForm<{ questionId?: string; passage: string }, void>({
    // Of one there is no choice, and so no field.
    send: ({ questionId = written[0]?.questionId ?? "", passage }) => takeWordsOutAction(teamId, { formId, answerId, questionId, passage }),
    onDone: () => {
      action.fill("passage", "");
      router.refresh();
    },
  });
  const { field } = action;
  return (
    <details className="fold">
      <summary>Take words out<span className="sr-only">: {name}</span></summary>
      <div className="mt-3 max-w-[36rem]">
        <p className="mb-3">
          For a name, a place, or anything that could tell who it is about. “{TAKEN_OUT}” will stand there. It can’t be undone.
        </p>
        <ActionForm action={action} submitLabel="Take these words out" sendingLabel="Taking out" isMain={false}>
          {written.length > 1 ? (
            <Select {...field("questionId")} label="From which answer?" defaultValue={written[0]?.questionId}>
              {written.map(({ questionId, asked }) => (
                <option key={questionId} value={questionId}>
                  {asked}
                </option>
              ))}
            </Select>
          ) : null}
          <TextInput {...field("passage")} label="The words" hint="As they stand in the answer, letter for letter." maxLength={ANSWER_LIMITS.text} autoComplete="off" />
        </ActionForm>
      </div>
    </details>
  );
}
