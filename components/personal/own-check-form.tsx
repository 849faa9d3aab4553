"use client";

import { useRef } from "react";
import { deleteOwnCheckAction, saveOwnCheckAction, shareOwnCheckAction } from "@/app/teams/[teamId]/personal/actions";
import { ActButton } from "@/components/forms/act-button";
import { SavedForm } from "@/components/forms/saved-form";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";

/** One question as the form needs it. */
export interface CheckQuestion {
  readonly id: string;
  readonly prompt: string;
  /** Null for words. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  readonly value: string;
}

export interface CheckPart {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly (CheckQuestion & { readonly heading?: string })[];
}

interface OwnCheckFormProps {
  teamId: string;
  check: string;
  parts: readonly CheckPart[];
  /** When it was last changed; null while nothing is saved. */
  changedAt: string | null;
}

/** What only the person who fills it in can see. */
export function OwnCheckForm({ teamId, check, parts, changedAt }: OwnCheckFormProps) {
  // Of what stands in the fields, which keep it when the page is read again.
  const basedOn = useRef(changedAt);
  return (
    <SavedForm<Record<string, string | null>, { readonly changedAt: string }>
      send={async (values) => {
        const answers = Object.entries(values).map(([item, value]) => ({ item, value: value ?? "" }));
        const result = await saveOwnCheckAction(teamId, { check, answers, basedOn: basedOn.current });
        if (result.ok) basedOn.current = result.data.changedAt;
        return result;
      }}
      submitLabel="Save my check"
      savedMessage="Your check is saved. Only you can see it, unless you share it."
    >
      {(field) => (
        <>
          {parts.map((part) => (
            <section key={part.id} aria-labelledby={part.id} className="grid gap-5">
              <h2 id={part.id}>{part.title}</h2>
              {part.questions.map((question) => (
                <div key={question.id} className="grid gap-3">
                  {question.heading ? <h3>{question.heading}</h3> : null}
                  <Question question={question} control={field(question.id)} />
                </div>
              ))}
            </section>
          ))}
        </>
      )}
    </SavedForm>
  );
}

interface QuestionProps {
  question: CheckQuestion;
  control: Omit<React.ComponentProps<typeof RadioGroup>, "label" | "options" | "ref"> & { id: string; ref: (element: unknown) => void };
}

function Question({ question: { prompt, options, value }, control }: QuestionProps) {
  if (options) return <RadioGroup {...control} label={prompt} options={options} {...(value === "" ? {} : { defaultValue: value })} />;
  const { id, error, name, onChange, onBlur, ref } = control;
  return (
    <Field id={id} label={prompt} error={error}>
      {(wired) => (
        <textarea
          {...wired}
          name={name}
          ref={ref}
          onChange={onChange as never}
          onBlur={onBlur as never}
          rows={4}
          className="control"
          defaultValue={value}
        />
      )}
    </Field>
  );
}

interface CheckSharingProps {
  teamId: string;
  check: string;
  isShared: boolean;
}

/** Sharing is the person's own choice, and can be taken back. */
export function CheckSharing({ teamId, check, isShared }: CheckSharingProps) {
  return (
    <div className="flex flex-wrap gap-3">
      <ActButton
        act={() => shareOwnCheckAction(teamId, { check, isShared: !isShared })}
        label={isShared ? "Stop sharing" : "Share it with my team"}
      />
      <ActButton
        act={() => deleteOwnCheckAction(teamId, { check })}
        label="Delete my check"
        variant="danger"
        confirm={{ title: "Delete your check?", text: <p>All your answers in it are removed. This can’t be undone.</p>, yes: "Delete it" }}
      />
    </div>
  );
}
