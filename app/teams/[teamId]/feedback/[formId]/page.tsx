import type { ReactNode } from "react";
import { AddressPanel } from "@/components/feedback/address-panel";
import { Counts } from "@/components/feedback/counts";
import { FormButtons } from "@/components/feedback/form-buttons";
import { answersWords, FormStateTag, waitingWords } from "@/components/feedback/form-list";
import { SaidAndDid } from "@/components/feedback/said-and-did";
import { LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { isDayOver, isFull } from "@/lib/domain/feedback/form";
import { answerWays } from "@/lib/domain/feedback/question";
import { formatDay } from "@/lib/domain/text/due-words";
import { feedbackAddress } from "@/lib/feedback/feedback-address";
import { countByQuestion, listAnswers } from "@/lib/feedback/looked-answers";
import { findTeamDay } from "@/lib/meetings/team-day";
import type { TeamForm } from "@/lib/feedback/team-forms";
import { listOutcomes } from "@/lib/feedback/team-outcomes";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { type FormPlace, openFormPage, titleOfForm } from "../open-form-page";

export const generateMetadata = ({ params }: { params: Promise<FormPlace> }) => titleOfForm(params, "", "feedback:view");

export default async function FormPage({ params }: { params: Promise<FormPlace> }) {
  const { teamId, formId } = await params;
  const { context, form } = await openFormPage(teamId, formId, "feedback:view");
  const [mayMake, mayLook] = [isAllowedInTeam(context.role, "feedback:make"), isAllowedInTeam(context.role, "feedback:look")];
  const [today, outcomes, answers] = await Promise.all([findTeamDay(context, new Date()), listOutcomes(context, formId), mayLook ? listAnswers(context, form, ["counted"]) : []]);
  const here = `/teams/${teamId}/feedback/${formId}`;
  const published = outcomes.filter(({ isPublished }) => isPublished);
  const unpublished = outcomes.length - published.length;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Community", href: `/teams/${teamId}/feedback` }, { label: form.title }]}
        title={<span className="wrap-anywhere">{form.title}</span>}
        lead={<span className="flex flex-wrap items-center gap-x-3 gap-y-1"><FormStateTag state={form.state} /> {stateWords(form, today)}</span>}
        {...(mayMake && form.state !== "withdrawn" ? { actions: <LinkButton href={`${here}/change`} variant="secondary" prefetch={false}>Change</LinkButton> } : {})}
      />
      <div className="grid max-w-[46rem] grid-cols-1 gap-10">
        {mayMake ? <FormButtons teamId={teamId} formId={formId} state={form.state} isDayOver={isDayOver(form, today)} /> : null}
        {mayLook && (form.state === "open" || form.state === "closed") ? <AddressPanel teamId={teamId} formId={formId} address={feedbackAddress(form.code)} /> : null}
        {mayLook && form.state !== "draft" ? (
          <section aria-labelledby="feedback-answers">
            <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
              <div>
                <h2 id="feedback-answers">Answers</h2>
                <p className="work-note">
                  {answersWords(form.counted)} {form.counted === 1 ? "counts" : "count"} · {waitingWords(form) || "none waits to be looked at"}
                </p>
              </div>
              {form.taken > 0 ? <LinkButton href={`${here}/answers`} variant={form.waiting > 0 ? "primary" : "secondary"} prefetch={false}>{form.waiting > 0 ? "Look at them" : "See the answers"}</LinkButton> : null}
            </div>
            {form.counted === 0 ? (
              <p>{form.taken === 0 ? "Nobody has answered yet. Hang up the poster, or hand the address around." : "No answer counts yet. Counts are shown here once you have looked at some."}</p>
            ) : (
              <Counts counts={countByQuestion(form, answers)} counted={form.counted} />
            )}
          </section>
        ) : null}
        {form.state === "draft" ? <AskedQuestions form={form} /> : (
          <section aria-labelledby="feedback-did">
            <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
              <div>
                <h2 id="feedback-did">You said, we did</h2>
                <p className="work-note">{published.length === 0 ? "Nothing is published yet." : "The public reads this at the same address."}{unpublished > 0 ? ` ${unpublished === 1 ? "1 entry is" : `${unpublished} entries are`} not published.` : ""}</p>
              </div>
              {mayLook ? <LinkButton href={`${here}/outcomes`} variant="secondary" prefetch={false}>{outcomes.length === 0 ? "Write an entry" : "Write and order"}</LinkButton> : null}
            </div>
            <SaidAndDid outcomes={published} />
          </section>
        )}
        {form.state === "draft" ? null : <AskedQuestions form={form} />}
      </div>
    </div>
  );
}

function stateWords(form: TeamForm, today: string): ReactNode {
  const { state, closesOn, closed, withdrawn } = form;
  if (state === "draft") return "Only your team sees it.";
  // The moment of it, by the reader's own day.
  if (state === "withdrawn" && withdrawn) return <span>Withdrawn on <DateTime iso={withdrawn.at} dateOnly />. Its address says so.</span>;
  if (state === "closed") return closed ? "It takes no answers now." : `It closed by itself after ${formatDay(closesOn ?? today)}.`;
  if (isFull(form)) return "It has taken all the answers that it takes.";
  return closesOn === null ? "It takes answers." : `It takes answers until ${formatDay(closesOn)}.`;
}

function AskedQuestions({ form: { intro, questions } }: { form: TeamForm }) {
  return (
    <section aria-labelledby="feedback-questions">
      <h2 id="feedback-questions">What it asks</h2>
      {intro === "" ? null : <p className="mt-2 wrap-anywhere whitespace-pre-line">{intro}</p>}
      <ol className="agenda-rows mt-3">
        {questions.map((question, index) => (
          <li key={question.id} className="wrap-anywhere">
            {index + 1}. {question.words}
            <span className="work-note block">
              {answerWays(question)}
              {question.source && question.source.words !== question.words ? ` · Made from “${question.source.words}”` : ""}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
