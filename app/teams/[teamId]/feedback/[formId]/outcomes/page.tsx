import { OutcomeForm, type OfferedAnswer } from "@/components/feedback/outcome-form";
import { OutcomeList } from "@/components/feedback/outcome-list";
import { SaidAndDid } from "@/components/feedback/said-and-did";
import { NeedsScript } from "@/components/forms/form-page";
import { WritingHintsLoader } from "@/components/tool/writing-hints/writing-hints-loader";
import { PageHeader } from "@/components/ui/page-header";
import { getTeam } from "@/lib/agencies/teams";
import { answerWords } from "@/lib/domain/feedback/answer";
import type { FeedbackQuestion } from "@/lib/domain/feedback/question";
import { shorten } from "@/lib/domain/text/shorten";
import { listAnswers, type TeamAnswer } from "@/lib/feedback/looked-answers";
import { listOutcomes } from "@/lib/feedback/team-outcomes";
import { listPlannedActions } from "@/lib/plan/load-plan";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { type FormPlace, openFormPage, titleOfForm } from "../../open-form-page";

export const generateMetadata = ({ params }: { params: Promise<FormPlace> }) => titleOfForm(params, "You said, we did", "feedback:look");

const LABEL_MAX = 140;

export default async function OutcomesPage({ params }: { params: Promise<FormPlace> }) {
  const { teamId, formId } = await params;
  const { context, form } = await openFormPage(teamId, formId, "feedback:look");
  const [outcomes, counted, actions, { hasWritingHints }] = await Promise.all([listOutcomes(context, formId), listAnswers(context, form, ["counted"]), listPlannedActions(context), getTeam(context)]);
  const published = outcomes.filter(({ isPublished }) => isPublished);
  const mayPublish = isAllowedInTeam(context.role, "feedback:make");
  const given = {
    teamId,
    formId,
    answers: counted.map((answer) => offeredAnswer(form.questions, answer)),
    actions: actions.filter(({ what }) => what !== "").map(({ id, what }) => ({ id, label: shorten(what, LABEL_MAX) })),
  };
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Community", href: `/teams/${teamId}/feedback` }, { label: form.title, href: `/teams/${teamId}/feedback/${formId}` }, { label: "You said, we did" }]}
        title="You said, we did"
        lead="What people told you and what became of it. “Not now” is an honest answer, too."
      />
      <NeedsScript />
      <div className="grid max-w-[46rem] grid-cols-1 gap-10">
        <section aria-labelledby="outcomes-all">
          <h2 id="outcomes-all" className="mb-4">Entries</h2>
          {outcomes.length === 0 ? <p>There is none yet.</p> : <OutcomeList {...given} outcomes={outcomes} mayPublish={mayPublish} />}
          {mayPublish ? null : <p className="work-note mt-3">A team lead publishes entries.</p>}
        </section>
        <section aria-labelledby="outcomes-new">
          <h2 id="outcomes-new" className="mb-4">Write an entry</h2>
          <OutcomeForm {...given} outcome={null} />
        </section>
        <section aria-labelledby="outcomes-public">
          <h2 id="outcomes-public">What the public sees</h2>
          <p className="work-note mb-4">{published.length === 0 ? "Nothing is published yet." : "Below the form, at the same address."}</p>
          <SaidAndDid outcomes={published} />
        </section>
      </div>
      {hasWritingHints ? <WritingHintsLoader /> : null}
    </div>
  );
}

/** An answer by what it says in its own words, or else by what was chosen. */
function offeredAnswer(questions: readonly FeedbackQuestion[], { id, answers }: TeamAnswer): OfferedAnswer {
  const given = questions.flatMap((question) => (answers[question.id] === undefined ? [] : [{ kind: question.kind, words: answerWords(question, answers[question.id] ?? "") }]));
  const said = given.find(({ kind }) => kind === "text")?.words ?? given.map(({ words }) => words).join(", ");
  return { id, label: said === "" ? "Every question was skipped" : shorten(said, LABEL_MAX) };
}
