import { answerWords, type AnswerState, type HeldReason } from "@/lib/domain/feedback/answer";
import type { FormState } from "@/lib/domain/feedback/form";
import { answerWays } from "@/lib/domain/feedback/question";
import { standingOf } from "@/lib/domain/feedback/outcome";
import { showPerson } from "@/lib/domain/people/person";
import { listAnswers } from "@/lib/feedback/looked-answers";
import { nameQuotePlace } from "@/lib/feedback/read-quotes";
import { listForms } from "@/lib/feedback/team-forms";
import { listOutcomes } from "@/lib/feedback/team-outcomes";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";

/** A form for the community as an archive holds it. Nothing of it tells who answered. */
export interface FeedbackRecord {
  readonly title: string;
  readonly intro: string;
  readonly state: FormState;
  readonly publishedAt: string | null;
  readonly closesOn: string | null;
  readonly questions: readonly { readonly asked: string; readonly answered: string; readonly madeFrom: string | null }[];
  readonly answers: readonly {
    readonly on: string;
    readonly state: AnswerState;
    readonly heldFor: readonly HeldReason[];
    readonly said: readonly { readonly asked: string; readonly answer: string }[];
    readonly broughtInto: readonly { readonly place: string; readonly words: string; readonly by: string }[];
  }[];
  readonly saidAndDid: readonly { readonly said: string; readonly did: string; readonly standing: string; readonly isPublished: boolean }[];
}

/** A team's forms, the newest first, with all answers but for what was emptied. */
export async function listFeedbackRecords(context: TeamContext): Promise<readonly FeedbackRecord[]> {
  const records: FeedbackRecord[] = [];
  for (const form of await listForms(context)) {
    const answers = await listAnswers(context, form, ["new", "held", "counted", "set-aside"]);
    const people = await listPeople(context, answers);
    records.push({
      title: form.title,
      intro: form.intro,
      state: form.state,
      publishedAt: form.publishedAt,
      closesOn: form.closesOn,
      questions: form.questions.map((question) => ({ asked: question.words, answered: answerWays(question), madeFrom: question.source?.words ?? null })),
      answers: answers.map((answer) => ({
        on: answer.answeredOn,
        state: answer.state,
        heldFor: answer.heldFor,
        said: form.questions.flatMap((question) => {
          const given = answer.answers[question.id];
          return given === undefined ? [] : [{ asked: question.words, answer: answerWords(question, given) }];
        }),
        broughtInto: answer.quotes.map((quote) => ({ place: nameQuotePlace(quote), words: quote.words, by: showPerson(people, quote.brought.by) })),
      })),
      saidAndDid: (await listOutcomes(context, form.id)).map((outcome) => ({ said: outcome.said, did: outcome.did, standing: standingOf(outcome), isPublished: outcome.isPublished })),
    });
  }
  return records;
}
