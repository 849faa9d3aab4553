import { Button } from "@/components/ui/button";
import { OursTag } from "@/components/ui/tag";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { QUESTION_LIMITS } from "@/lib/domain/feedback/question";
import type { DraftedQuestion } from "./drafted-question";

interface QuestionFieldsProps {
  /** The first part of its fields' ids. */
  id: string;
  question: DraftedQuestion;
  number: number;
  count: number;
  error: (field: "words" | "options" | "kind") => string | undefined;
  onChange: (change: Partial<DraftedQuestion>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One question of a form: its words, how people answer, and where it comes from. */
export function QuestionFields({ id, question: { kind, words, choices, source }, number, count, error, onChange, onMove, onRemove }: QuestionFieldsProps) {
  const named = <span className="sr-only"> question {number}</span>;
  // Told apart where fields are listed without the group around them.
  const inQuestion = <span className="sr-only"> Question {number}</span>;
  return (
    <fieldset className="feedback-question">
      <legend>Question {number}</legend>
      <div className="grid gap-4">
        <TextArea id={`${id}-words`} label={<>What do you ask?{inQuestion}</>} rows={2} value={words} maxLength={QUESTION_LIMITS.words} error={error("words")} onChange={(event) => onChange({ words: event.target.value })} />
        {source ? (
          <p className="work-note wrap-anywhere">
            Made from the toolkit’s “{source.words}”
            {source.words === words ? "" : <> <OursTag>Plain words are ours or yours</OursTag></>}
          </p>
        ) : null}
        <RadioGroup
          id={`${id}-kind`}
          name={`${id}-kind`}
          label={<>How do people answer?{inQuestion}</>}
          defaultValue={kind}
          error={error("kind")}
          onChange={(event) => onChange({ kind: event.target.value === "text" ? "text" : "choice" })}
          options={[
            { value: "choice", label: "They choose from a few answers" },
            { value: "text", label: "In their own words" },
          ]}
        />
        {kind === "choice" ? (
          <TextArea id={`${id}-options`} label={<>Answers to choose from{inQuestion}</>} hint={`One on each line, ${QUESTION_LIMITS.fewestOptions} to ${QUESTION_LIMITS.mostOptions}.`} rows={4} value={choices} maxLength={(QUESTION_LIMITS.option + 1) * QUESTION_LIMITS.mostOptions} error={error("options")} onChange={(event) => onChange({ choices: event.target.value })} />
        ) : null}
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {number > 1 ? <Button variant="quiet" size="small" onClick={() => onMove(-1)}>Move up{named}</Button> : null}
          {number < count ? <Button variant="quiet" size="small" onClick={() => onMove(1)}>Move down{named}</Button> : null}
          <Button variant="quiet" size="small" onClick={onRemove}>Remove{named}</Button>
        </div>
      </div>
    </fieldset>
  );
}
