import { ANSWER_LIMITS, type FeedbackAnswers } from "@/lib/domain/feedback/answer";
import { NO_NAMES, PROMISE, PROMISE_MORE, type PublicForm, WORDS_MAY_BE_USED } from "@/lib/domain/feedback/form";
import type { PublicOutcome } from "@/lib/domain/feedback/outcome";
import type { FeedbackQuestion } from "@/lib/domain/feedback/question";
import { type Html, html } from "@/lib/domain/text/html";
import { codePart } from "./code-part";
import { dayInWords } from "./day-in-words";
import { outcomesPart } from "./outcomes-part";
import { answerPath, HELP_NOW, type PageForm, pageOf, paragraphs } from "./page";

/** The names of the form's own fields. */
export interface FieldNames {
  readonly key: string;
  readonly challenge: string;
  readonly proof: string;
  readonly trap: string;
}

export interface FormPageParts {
  readonly form: PageForm & Pick<PublicForm, "intro" | "questions" | "closesOn"> & { readonly taken: number; readonly today: string; readonly outcomes: readonly PublicOutcome[] };
  readonly fields: FieldNames;
  readonly key: string;
  readonly challenge: string;
  /** What was written before, where the page is shown again. */
  readonly answers: FeedbackAnswers;
  /** By question. */
  readonly problems: Readonly<Record<string, string>>;
  /** Why it is shown again, above all else. */
  readonly notice: { readonly heading: string; readonly words: string } | null;
  /** Whether it can be sent now. If not, the words are here to be copied. */
  readonly canSend: boolean;
}

/** The page with the questions, empty or with what was written before. */
export function formPage(parts: FormPageParts): string {
  const { form, fields, notice, canSend } = parts;
  const count = form.questions.length;
  return pageOf({
    titled: notice && "Not sent yet",
    form,
    hasScript: canSend,
    body: html`<h1>${form.title}</h1>
${notice ? noticePart(parts) : null}
${paragraphs(form.intro)}
<p>${count === 1 ? "One question." : `${count} questions. You can skip any of them.`}</p>
<div class="promise"><p><b>${PROMISE}</b></p><p>${PROMISE_MORE}</p></div>
<form id="answer" method="post" action="${answerPath(form)}" accept-charset="utf-8">
<input type="hidden" name="${fields.key}" value="${parts.key}"><input type="hidden" name="${fields.challenge}" value="${parts.challenge}"><input type="hidden" name="${fields.proof}" value="">
${form.questions.map((question, index) => questionPart(question, index + 1, parts))}
<div class="trap" aria-hidden="true"><label>Leave this empty <input type="text" name="${fields.trap}" tabindex="-1" autocomplete="off"></label></div>
${canSend ? html`<p class="w"><button class="b" type="submit">Send</button></p><p class="s" id="sending" role="status"></p>` : null}
<p class="hint">${WORDS_MAY_BE_USED}${form.closesOn === null || !canSend ? "" : ` This form closes ${dayInWords(form.closesOn, form.today)}.`}</p>
${HELP_NOW}
</form>
${outcomesPart(form)}
${codePart(form, "")}`,
  });
}

function noticePart({ form, problems, notice }: FormPageParts): Html {
  const listed = form.questions.filter(({ id }) => problems[id] !== undefined);
  return html`<div class="note" role="alert"><h2>${notice?.heading ?? ""}</h2><p>${notice?.words ?? ""}</p>${
    listed.length === 0 ? null : html`<ul>${listed.map(({ id, words }) => html`<li><a href="#${id}">${words}</a></li>`)}</ul>`
  }</div>`;
}

function questionPart(question: FeedbackQuestion, number: number, { answers, problems, form }: FormPageParts): Html {
  const { id, kind, words, options } = question;
  const numbered = form.questions.length === 1 ? words : `${number}. ${words}`;
  const problem = problems[id];
  const error = problem === undefined ? null : html`<p class="er" id="${id}-error">${problem}</p>`;
  const answer = answers[id] ?? "";
  if (kind === "choice") {
    return html`<fieldset id="${id}"${problem === undefined ? null : html` aria-describedby="${id}-error"`}><legend>${numbered}</legend>${error}
${options.map((option) => html`<label class="o"><input type="radio" name="${id}" value="${option.id}"${option.id === answer ? html` checked` : null}>${option.label}</label>`)}
</fieldset>`;
  }
  const describedBy = `${id}-hint${problem === undefined ? "" : ` ${id}-error`}`;
  return html`<div class="tq"><label class="q" for="${id}">${numbered}</label><p class="hint" id="${id}-hint">${NO_NAMES}</p>${error}
<textarea id="${id}" name="${id}" maxlength="${ANSWER_LIMITS.text}" dir="auto" aria-describedby="${describedBy}"${problem === undefined ? null : html` class="bad" aria-invalid="true"`}>
${answer}</textarea><p class="s" role="status"></p></div>`;
}
