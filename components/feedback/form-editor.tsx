"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { changeFormAction, createFormAction } from "@/app/teams/[teamId]/feedback/actions";
import { SubmitButton } from "@/components/forms/submit-button";
import { useIsReady } from "@/components/forms/use-is-ready";
import { useSending } from "@/components/forms/use-sending";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldError } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { FORM_LIMITS, type FormWords } from "@/lib/domain/feedback/form";
import { answerWays, QUESTION_LIMITS } from "@/lib/domain/feedback/question";
import { LAST_DATE } from "@/lib/domain/text/dates";
import type { OfferedChoice } from "@/lib/feedback/offered-questions";
import { type DraftedQuestion, draftOf, freeQuestionId, questionOf } from "./drafted-question";
import { QuestionFields } from "./question-fields";
import { QuestionPicker } from "./question-picker";

interface FormEditorProps {
  teamId: string;
  /** Null for a new form. */
  formId: string | null;
  form: FormWords;
  /** Somebody has answered: the questions stand. */
  isFrozen: boolean;
  /** Where the agency is. */
  today: string;
  picker: Pick<Parameters<typeof QuestionPicker>[0], "offered" | "tools">;
}

/** Makes a form, or changes it: its words, its questions, how long it runs. */
export function FormEditor({ teamId, formId, form, isFrozen, today, picker }: FormEditorProps) {
  const router = useRouter();
  const id = useId();
  const isReady = useIsReady();
  const [questions, setQuestions] = useState<readonly DraftedQuestion[]>(form.questions.map(draftOf));
  const { problems, message, isBusy, send } = useSending("What you wrote is still here.");
  const [said, setSaid] = useState("");
  // The question that was added or moved: its words take the focus.
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    document.getElementById(`${id}-questions-${next.current}-words`)?.focus();
    next.current = null;
  }, [id, questions]);

  const isFull = questions.length >= QUESTION_LIMITS.most;
  const add = (question: Omit<DraftedQuestion, "id">) => {
    const questionId = freeQuestionId(questions);
    next.current = questionId;
    setQuestions([...questions, { ...question, id: questionId }]);
    setSaid(`Question ${questions.length + 1} added.`);
  };
  const pick = ({ words, kind, options, source }: OfferedChoice) => add({ words, kind, choices: options.map(({ label }) => label).join("\n"), source });
  const change = (questionId: string, part: Partial<DraftedQuestion>) => setQuestions(questions.map((one) => (one.id === questionId ? { ...one, ...part } : one)));
  const move = (index: number, by: -1 | 1) => {
    const moved = [...questions];
    moved.splice(index + by, 0, ...moved.splice(index, 1));
    next.current = questions[index]?.id ?? null;
    setQuestions(moved);
    setSaid(`Moved. It is question ${index + by + 1} now.`);
  };
  const remove = (index: number) => {
    next.current = (questions[index + 1] ?? questions[index - 1])?.id ?? null;
    setQuestions(questions.filter((_, at) => at !== index));
    setSaid(`Question ${index + 1} removed.`);
  };
  const error = (name: string) => problems[name];
  /** What is wrong with a question: of a choice it is said at all of them. */
  const errorOf = (index: number, field: string) => Object.entries(problems).find(([name]) => name === `questions.${index}.${field}` || name.startsWith(`questions.${index}.${field}.`))?.[1];

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const sent = new FormData(event.currentTarget);
    const text = (name: string) => String(sent.get(name) ?? "");
    const words: FormWords = { title: text("title"), intro: text("intro"), questions: isFrozen ? [...form.questions] : questions.map(questionOf), closesOn: text("closesOn") || null, quota: Number(text("quota")) };
    const done = await send((key) => (formId === null ? createFormAction(teamId, { ...words, key }) : changeFormAction(teamId, { formId, ...words })));
    if (!done) return;
    router.push(`/teams/${teamId}/feedback/${done.data.formId}`);
  }

  /** The field that a problem is about: `questions.2.options.1.label` is said at the choices of the third question. */
  const fieldOf = (name: string) => {
    const [, index, field] = /^questions\.(\d+)\.(\w+)/.exec(name) ?? [];
    const question = index === undefined ? undefined : questions[Number(index)];
    return question ? `${id}-questions-${question.id}-${field === "id" ? "words" : field}` : `${id}-${name}`;
  };

  return (
    <form method="post" noValidate onSubmit={(event) => void save(event)} className="grid grid-cols-1 gap-8">
      <ErrorSummary problems={Object.entries(problems).map(([name, words]) => ({ fieldId: fieldOf(name), message: words }))} message={message} />
      <TextInput id={`${id}-title`} name="title" label="Title" hint="What it is about, in a few words." maxLength={FORM_LIMITS.title} defaultValue={form.title} error={error("title")} />
      <TextArea id={`${id}-intro`} name="intro" label="Why you ask" hint="What you want to know, and what you will do with it." optional rows={3} maxLength={FORM_LIMITS.intro} defaultValue={form.intro} error={error("intro")} />

      <section id={`${id}-questions`} tabIndex={-1} aria-labelledby={`${id}-questions-title`} className="grid gap-5">
        <div>
          <h2 id={`${id}-questions-title`}>Questions</h2>
          <p className="work-note">
            {isFrozen
              ? "Somebody has answered, so the questions stand as they are. Make another form to ask something else."
              : `${questions.length} of at most ${QUESTION_LIMITS.most}. Few and short is best. People can skip any of them.`}
          </p>
          <FieldError id={`${id}-questions`} error={error("questions")} />
        </div>
        {isFrozen ? (
          <ol className="agenda-rows">
            {form.questions.map((question, index) => (
              <li key={question.id} className="wrap-anywhere">
                {index + 1}. {question.words}
                <span className="work-note block">{answerWays(question)}</span>
              </li>
            ))}
          </ol>
        ) : (
          <>
            {questions.map((question, index) => (
              <QuestionFields
                key={question.id}
                id={`${id}-questions-${question.id}`}
                question={question}
                number={index + 1}
                count={questions.length}
                error={(field) => errorOf(index, field)}
                onChange={(part) => change(question.id, part)}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            ))}
            <p role="status" className="sr-only">{said}</p>
            <div className="grid gap-4">
              <div>
                <Button variant="secondary" aria-disabled={isFull || !isReady} onClick={() => (isFull ? undefined : add({ words: "", kind: "text", choices: "", source: null }))}>
                  Write a question
                </Button>
              </div>
              <QuestionPicker teamId={teamId} isFull={isFull} onPick={pick} {...picker} />
            </div>
          </>
        )}
      </section>

      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput id={`${id}-closesOn`} name="closesOn" type="date" label="Last day" optional hint="It closes by itself after this day." min={today} max={LAST_DATE} defaultValue={form.closesOn ?? ""} error={error("closesOn")} />
        <TextInput id={`${id}-quota`} name="quota" type="number" inputMode="numeric" label="Most answers" hint="It closes by itself when so many have come." min={1} max={FORM_LIMITS.quotaMost} defaultValue={form.quota} error={error("quota")} />
      </div>
      <div className="grid gap-3">
        {formId === null ? <p>Nobody outside of your team sees the form before you publish it.</p> : null}
        <div>
          <SubmitButton isBusy={!isReady || isBusy} isSending={isBusy} sendingLabel="Saving">
            {formId === null ? "Make the form" : "Save the changes"}
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
