import Link from "next/link";
import { AnswerCard } from "@/components/feedback/answer-card";
import { PeopleProvider } from "@/components/people/shown-people";
import { WritingHintsLoader } from "@/components/tool/writing-hints/writing-hints-loader";
import { PageHeader } from "@/components/ui/page-header";
import { getTeam } from "@/lib/agencies/teams";
import { getTool } from "@/content/toolkits";
import type { AnswerState } from "@/lib/domain/feedback/answer";
import { nameQuotePlace } from "@/lib/feedback/read-quotes";
import { listAnswers, type TeamAnswer } from "@/lib/feedback/looked-answers";
import { listPeople } from "@/lib/people/list-people";
import { namedTools } from "../../form-picker";
import { type FormPlace, openFormPage, titleOfForm } from "../../open-form-page";

export const generateMetadata = ({ params }: { params: Promise<FormPlace> }) => titleOfForm(params, "Answers", "feedback:look");

/** The answers that a view of the page shows; held ones come with new ones, as both wait. */
const VIEWS = { waiting: ["new", "held"], counted: ["counted"], aside: ["set-aside", "removed"] } as const satisfies Record<string, readonly AnswerState[]>;
type View = keyof typeof VIEWS;
const VIEW_LABELS: Record<View, string> = { waiting: "To look at", counted: "They count", aside: "Set aside or emptied" };
const NONE: Record<View, string> = {
  waiting: "No answer waits to be looked at.",
  counted: "No answer counts yet. Look at those that wait, and let them count.",
  aside: "No answer was set aside or emptied.",
};
/** More on one page would be slow to read for everybody. */
const AT_ONCE = 50;

interface AnswersPageProps {
  params: Promise<FormPlace>;
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>;
}

export default async function AnswersPage({ params, searchParams }: AnswersPageProps) {
  const [{ teamId, formId }, { show, page }] = await Promise.all([params, searchParams]);
  const { context, form } = await openFormPage(teamId, formId, "feedback:look");
  const view: View = show === "counted" || show === "aside" ? show : "waiting";
  const answers = await listAnswers(context, form, VIEWS[view]);
  const pages = Math.max(1, Math.ceil(answers.length / AT_ONCE));
  const at = Math.min(pages, Math.max(1, Number(page) || 1));
  const shown = answers.slice((at - 1) * AT_ONCE, at * AT_ONCE);
  const [people, { hasWritingHints }] = await Promise.all([listPeople(context, shown), getTeam(context)]);
  const here = `/teams/${teamId}/feedback/${formId}`;
  const tools = namedTools(context);
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Community", href: `/teams/${teamId}/feedback` }, { label: form.title, href: here }, { label: "Answers" }]}
        title="Answers"
        lead="Nobody knows who wrote them. Read each before it counts. Take out what names somebody."
      />
      <nav aria-label="Which answers" className="mb-6">
        <ul className="feedback-views">
          {(Object.keys(VIEWS) as View[]).map((one) => (
            <li key={one}>
              <Link href={one === "waiting" ? `${here}/answers` : `${here}/answers?show=${one}`} prefetch={false} aria-current={one === view ? "page" : undefined}>
                {VIEW_LABELS[one]}
                {one === "waiting" ? ` (${form.waiting})` : one === "counted" ? ` (${form.counted})` : ""}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PeopleProvider people={people} historyNames={context.historyNames}>
        <div className="grid max-w-[46rem] grid-cols-1 gap-5">
          {shown.length === 0 ? <p>{NONE[view]}</p> : null}
          {shown.map((answer, index) => (
            <AnswerCard key={answer.id} teamId={teamId} answer={answer} name={`Answer ${(at - 1) * AT_ONCE + index + 1}`} questions={form.questions} tools={tools} placeOf={(quoteId) => placeOf(teamId, answer, quoteId)} />
          ))}
        </div>
      </PeopleProvider>
      {pages > 1 ? (
        <nav aria-label="Pages" className="mt-8 flex flex-wrap items-center gap-5">
          {at > 1 ? <Link href={`${here}/answers?show=${view}&page=${at - 1}`} prefetch={false}>Back</Link> : null}
          <span>Page {at} of {pages}</span>
          {at < pages ? <Link href={`${here}/answers?show=${view}&page=${at + 1}`} prefetch={false}>More</Link> : null}
        </nav>
      ) : null}
      {hasWritingHints ? <WritingHintsLoader /> : null}
    </div>
  );
}

function placeOf(teamId: string, { quotes }: TeamAnswer, quoteId: string): { readonly words: string; readonly href: string } {
  const quote = quotes.find(({ id }) => id === quoteId);
  if (!quote) throw new RangeError("a quotation is one of its answer's");
  return { words: nameQuotePlace(quote), href: `/teams/${teamId}/tools/${getTool(quote.tool).slug}#${quote.itemId}` };
}
