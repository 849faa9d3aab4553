"use client";

import { useRef } from "react";
import { deleteOwnCheckAction, saveOwnCheckAction, shareOwnCheckAction, unshareOwnCheckAction } from "@/app/teams/[teamId]/personal/actions";
import { ActButton } from "@/components/forms/act-button";
import { SavedForm } from "@/components/forms/saved-form";
import { Button, DownloadLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PlainText } from "@/components/printed/plain-text";
import { RadioGroup } from "@/components/ui/radio-group";

/** One question as the form needs it. */
export interface CheckQuestion {
  readonly id: string;
  readonly prompt: string;
  /** Our plain words for it. */
  readonly plain?: string;
  /** Null for words. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  readonly value: string;
}

export interface CheckHeading {
  readonly text: string;
  readonly plain?: string;
}

export interface CheckPart {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly (CheckQuestion & { readonly heading?: CheckHeading })[];
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
      isMain
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
            <section key={part.id} aria-labelledby={part.id} className="grid gap-5 pt-3">
              <h2 id={part.id}>{part.title}</h2>
              {part.questions.map((question) => (
                <div key={question.id} className="grid gap-3">
                  {question.heading ? (
                    <div>
                      <h3>{question.heading.text}</h3>
                      {question.heading.plain === undefined ? null : (
                        <p className="plain-words">
                          <PlainText text={question.heading.plain} />
                        </p>
                      )}
                    </div>
                  ) : null}
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

/** What takes a chosen answer back: the form sends it empty. */
const NO_ANSWER = { value: "", label: "No answer" };

function Question({ question: { prompt, plain, options, value }, control }: QuestionProps) {
  const hint = plain === undefined ? {} : { hint: <PlainText text={plain} /> };
  if (options) return <RadioGroup {...control} {...hint} label={prompt} options={[...options, NO_ANSWER]} defaultValue={value} isRow />;
  const { id, error, name, onChange, onBlur, ref } = control;
  return (
    <Field id={id} label={prompt} error={error} {...hint}>
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
  agencyId: string;
  teamId: string;
  check: string;
  isShared: boolean;
  /** Whether they may share it: those who fill in, while the team works with its toolkit. */
  mayShare: boolean;
  /** Tells the buttons of several checks apart, for people who hear them alone. */
  describedFor?: string;
}

/** Sharing is the person's own choice. Taking it back and deleting it stay theirs, whatever becomes of their role or the toolkit. */
export function CheckSharing({ agencyId, teamId, check, isShared, mayShare, describedFor }: CheckSharingProps) {
  const named = describedFor === undefined ? {} : { describedFor };
  return (
    <div className="flex flex-wrap gap-3">
      {isShared ? <ActButton act={() => unshareOwnCheckAction(agencyId, { teamId, check })} label="Stop sharing" {...named} /> : null}
      {!isShared && mayShare ? <ActButton act={() => shareOwnCheckAction(teamId, { check })} label="Share it with my team" {...named} /> : null}
      <ActButton
        act={() => deleteOwnCheckAction(agencyId, { teamId, check })}
        label="Delete my check"
        variant="danger"
        confirm={{ title: "Delete your check?", text: <p>All your answers in it are removed. This can’t be undone.</p>, yes: "Delete it" }}
        {...named}
      />
    </div>
  );
}

/** To keep it on paper or on one's own device: what is saved, not what is being typed. */
export function KeepCheck({ teamId, check }: { teamId: string; check: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="secondary" size="small" onClick={() => window.print()}>
        Print it
      </Button>
      <DownloadLink href={`/api/teams/${teamId}/personal/${check}`} variant="secondary" size="small">
        Download it as text
      </DownloadLink>
    </div>
  );
}
