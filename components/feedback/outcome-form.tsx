"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { addOutcomeAction, changeOutcomeAction } from "@/app/teams/[teamId]/feedback/[formId]/actions";
import { SubmitButton } from "@/components/forms/submit-button";
import { useIsReady } from "@/components/forms/use-is-ready";
import { useSending } from "@/components/forms/use-sending";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { OUTCOME_LIMITS, STANDING_WORDS, STANDINGS, type Standing } from "@/lib/domain/feedback/outcome";

export interface OfferedAnswer {
  readonly id: string;
  /** Its first words. */
  readonly label: string;
}

export interface OutcomeFormProps {
  teamId: string;
  formId: string;
  /** Null for a new entry. */
  outcome: { readonly id: string; readonly said: string; readonly did: string; readonly standing: Standing; readonly standingWords: string; readonly actionId: string | null; readonly answerIds: readonly string[] } | null;
  /** Answers that count, to tie it to. */
  answers: readonly OfferedAnswer[];
  /** The plan's actions; none where the person may not open the plan. */
  actions: readonly { readonly id: string; readonly label: string }[];
}

/** Writes an entry of "You said, we did", or changes it. */
export function OutcomeForm({ teamId, formId, outcome, answers, actions }: OutcomeFormProps) {
  const router = useRouter();
  const id = useId();
  const isReady = useIsReady();
  const [filling, setFilling] = useState(0);
  const { problems, message, isBusy, send } = useSending("What you wrote is still here.");
  const [isDone, setIsDone] = useState(false);
  const error = (field: string) => problems[field];

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const sent = new FormData(event.currentTarget);
    const text = (name: string) => String(sent.get(name) ?? "");
    const words = { said: text("said"), did: text("did"), standing: text("standing") as Standing, standingWords: text("standingWords"), actionId: text("actionId") || null, answerIds: sent.getAll("answerIds").map(String) };
    setIsDone(false);
    const done = await send((key) => (outcome ? changeOutcomeAction(teamId, { formId, outcomeId: outcome.id, ...words }) : addOutcomeAction(teamId, { formId, ...words, key })));
    if (!done) return;
    setIsDone(true);
    // A new entry leaves an empty form for another one.
    if (!outcome) setFilling(filling + 1);
    router.refresh();
  }

  return (
    <form key={filling} method="post" noValidate onSubmit={(event) => void save(event)} className="grid max-w-[40rem] grid-cols-1 gap-4">
      <ErrorSummary problems={Object.entries(problems).map(([field, said]) => ({ fieldId: `${id}-${field}`, message: said }))} message={message} />
      <TextArea id={`${id}-said`} name="said" label="You said" hint="Change the words so that nobody can be recognized." rows={2} maxLength={OUTCOME_LIMITS.said} defaultValue={outcome?.said ?? ""} error={error("said")} />
      <TextArea id={`${id}-did`} name="did" label="We did" hint="What you did, or why it can’t be done now. In plain words." rows={3} maxLength={OUTCOME_LIMITS.did} defaultValue={outcome?.did ?? ""} error={error("did")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select id={`${id}-standing`} name="standing" label="How does it stand?" defaultValue={outcome?.standing ?? "planned"} error={error("standing")}>
          {STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {STANDING_WORDS[standing]}
            </option>
          ))}
        </Select>
        <TextInput id={`${id}-standingWords`} name="standingWords" label="In your own words" optional hint="Such as Done in July." maxLength={OUTCOME_LIMITS.standingWords} defaultValue={outcome?.standingWords ?? ""} error={error("standingWords")} />
      </div>
      {actions.length > 0 ? (
        <Select id={`${id}-actionId`} name="actionId" label="Action of your plan" optional hint="For your team. The public does not see it." defaultValue={outcome?.actionId ?? ""} error={error("actionId")}>
          <option value="">None</option>
          {actions.map((action) => (
            <option key={action.id} value={action.id}>
              {action.label}
            </option>
          ))}
        </Select>
      ) : (
        <input type="hidden" name="actionId" value={outcome?.actionId ?? ""} />
      )}
      {answers.length > 0 ? (
        <details className="fold">
          <summary>Which answers does it answer?{outcome && outcome.answerIds.length > 0 ? ` (${outcome.answerIds.length})` : ""}</summary>
          <fieldset className="mt-3">
            <legend className="work-note">Whoever sent one of them finds this entry by their code, once it is published.</legend>
            <div className="mt-2 grid gap-2">
              {answers.map((answer) => (
                <Checkbox key={answer.id} name="answerIds" value={answer.id} label={answer.label} defaultChecked={outcome?.answerIds.includes(answer.id) ?? false} />
              ))}
            </div>
          </fieldset>
        </details>
      ) : null}
      <div>
        <SubmitButton variant={outcome ? "secondary" : "primary"} isBusy={!isReady || isBusy} isSending={isBusy} sendingLabel="Saving">
          {outcome ? "Save the changes" : "Add the entry"}
        </SubmitButton>
      </div>
      {isDone ? <Alert tone="success" live>{outcome ? "Saved." : "Added. Nobody outside of your team sees it before it is published."}</Alert> : null}
    </form>
  );
}
