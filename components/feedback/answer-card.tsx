import Link from "next/link";
import { PersonName } from "@/components/people/shown-people";
import { Tag } from "@/components/ui/tag";
import { answerWords, type AnswerState, HELD_WORDS } from "@/lib/domain/feedback/answer";
import type { FeedbackQuestion } from "@/lib/domain/feedback/question";
import { formatDay } from "@/lib/domain/text/due-words";
import type { TeamAnswer } from "@/lib/feedback/looked-answers";
import { AnswerButtons, type QuoteTools } from "./answer-buttons";
import { BringForm } from "./bring-form";
import { TakeOutForm } from "./take-out-form";

const STATE_LABELS: Record<AnswerState, string> = { new: "New", held: "Held", counted: "Counts", "set-aside": "Set aside", removed: "Emptied" };

interface AnswerCardProps {
  teamId: string;
  answer: TeamAnswer;
  /** "Answer 3", by which its buttons are told apart. */
  name: string;
  questions: readonly FeedbackQuestion[];
  tools: QuoteTools;
  /** Where each of its quotations stands, by the quotation's id: "Tool 8: What resources do you need?", and its address. */
  placeOf: (quoteId: string) => { readonly words: string; readonly href: string };
}

/** One answer to look at: what was said, why it is held, and what can be done with it. */
export function AnswerCard({ teamId, answer, name, questions, tools, placeOf }: AnswerCardProps) {
  const { id: answerId, formId, state, heldFor, answeredOn, answers, quotes } = answer;
  const key = { teamId, formId, answerId };
  const isEmptied = state === "removed";
  const given = questions.flatMap((question) => (answers[question.id] === undefined ? [] : [{ question, words: answerWords(question, answers[question.id] ?? "") }]));
  const written = given.filter(({ question }) => question.kind === "text");
  return (
    <article id={`answer-${answerId}`} aria-labelledby={`answer-${answerId}-name`} className="feedback-answer">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={`answer-${answerId}-name`} className="text-[1.0625rem]">{name}</h2>
        <Tag tone={state === "counted" ? "success" : state === "new" ? "primary" : state === "held" ? "warning" : "neutral"}>{STATE_LABELS[state]}</Tag>
        <time dateTime={answeredOn} className="text-muted">{formatDay(answeredOn)}</time>
      </header>
      {state === "held" || (state === "set-aside" && heldFor.length > 0) ? (
        <div className="feedback-held">
          <p className="font-semibold">Why it is held</p>
          <ul className="bullets">
            {heldFor.map((reason) => (
              <li key={reason}>{HELD_WORDS[reason]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {isEmptied ? <p>This answer was emptied. Nothing of it is left. Whoever sent it can see that by their code.</p> : null}
      {!isEmptied && given.length === 0 ? <p className="text-muted">Every question was skipped.</p> : null}
      {given.length > 0 ? (
        <dl className="feedback-given">
          {given.map(({ question, words }) => (
            <div key={question.id}>
              <dt>{question.words}</dt>
              <dd className="wrap-anywhere whitespace-pre-line">{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {quotes.length > 0 ? (
        <div>
          <p className="font-semibold">Brought into your tools</p>
          <ul className="grid gap-1">
            {quotes.map((quote) => {
              const place = placeOf(quote.id);
              return (
                <li key={quote.id} className="wrap-anywhere">
                  “{quote.words}” → <Link href={place.href} prefetch={false}>{place.words}</Link>
                  <span className="work-note block">By <PersonName person={quote.brought.by} /></span>
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
      {isEmptied ? null : (
        <div className="grid gap-3">
          <AnswerButtons {...key} name={name} state={state} quotes={quotes.length} />
          {written.length > 0 ? (
            <div className="grid gap-2">
              <TakeOutForm {...key} name={name} written={written.map(({ question, words }) => ({ questionId: question.id, asked: question.words, words }))} />
              {state === "counted" ? (
                <BringForm {...key} name={name} tools={tools} written={written.map(({ question, words }) => ({ questionId: question.id, asked: question.words, words }))} />
              ) : null}
            </div>
          ) : null}
        </div>
      )}
    </article>
  );
}
