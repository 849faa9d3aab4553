"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useId, useState } from "react";
import { noAnswer } from "@/components/forms/no-answer";
import { SubmitButton } from "@/components/forms/submit-button";
import { useIsReady } from "@/components/forms/use-is-ready";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import type { ActionResult } from "@/lib/platform/entry/action-result";

interface ListProps {
  legend: string;
  hint?: ReactNode;
  choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** Heard with the label, where another choice of the list has the same. */
  readonly heard?: string;
}

/** A list to tick. */
export function CheckList({ legend, hint, choices, groups = [], picked, onPick }: ListProps & { groups?: ChoiceFormProps["groups"]; picked: readonly string[]; onPick: (ids: readonly string[]) => void }) {
  const hintId = useId();
  return (
    <fieldset aria-describedby={hint ? hintId : undefined} className="grid gap-1">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint ? (
        <p id={hintId} className="mb-2 text-muted">
          {hint}
        </p>
      ) : null}
      {groups.length === 0 ? (
        <ChoiceRows choices={choices} picked={picked} onPick={onPick} />
      ) : (
        groups.map(({ title, ids }) => (
          <fieldset key={title} className="mt-3 grid gap-1">
            <legend className="agenda-title">{title}</legend>
            <ChoiceRows choices={choices.filter(({ id }) => ids.includes(id))} picked={picked} onPick={onPick} />
          </fieldset>
        ))
      )}
    </fieldset>
  );
}

function ChoiceRows({ choices, picked, onPick }: { choices: readonly Choice[]; picked: readonly string[]; onPick: (ids: readonly string[]) => void }) {
  return choices.map(({ id, label, note, heard }) => (
    <Checkbox
      key={id}
      label={
        <span className="wrap-anywhere">
          {label}
          {heard ? <span className="sr-only">, {heard}</span> : null} {note ? <span className="block text-[0.9375rem] text-muted">{note}</span> : null}
        </span>
      }
      checked={picked.includes(id)}
      onChange={(event) => onPick(event.target.checked ? [...picked, id] : picked.filter((one) => one !== id))}
    />
  ));
}

interface ChoiceFormProps extends ListProps {
  /** Where the list is long: which of its choices stand under which title. */
  groups?: readonly { readonly title: string; readonly ids: readonly string[] }[];
  chosen?: readonly string[];
  submit: string;
  send: (ids: readonly string[]) => Promise<ActionResult<unknown>>;
}

/** A list to choose from, and one button for what is chosen. */
export function ChoiceForm({ choices, chosen = [], submit, send, ...list }: ChoiceFormProps) {
  const router = useRouter();
  const isReady = useIsReady();
  const [picked, setPicked] = useState(chosen);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isDone, setIsDone] = useState(false);
  async function save(): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const result = await send(choices.map(({ id }) => id).filter((id) => picked.includes(id))).catch(() => noAnswer());
    setIsBusy(false);
    setIsDone(result.ok);
    setProblem(result.ok ? undefined : (Object.values(result.fieldErrors ?? {})[0] ?? result.message));
    if (result.ok) router.refresh();
  }
  return (
    <form
      method="post"
      className="grid justify-items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CheckList
        {...list}
        choices={choices}
        picked={picked}
        onPick={(ids) => {
          setPicked(ids);
          setIsDone(false);
        }}
      />
      {problem ? (
        <Alert tone="error" live>
          {problem}
        </Alert>
      ) : null}
      <SubmitButton isBusy={!isReady || isBusy} isSending={isBusy} variant="secondary">
        {submit}
      </SubmitButton>
      <p role="status" className="text-success">
        {isDone ? "Saved." : ""}
      </p>
    </form>
  );
}
