import type { AnswerState } from "@/lib/domain/feedback/answer";
import type { PublicForm } from "@/lib/domain/feedback/form";
import type { PublicOutcome } from "@/lib/domain/feedback/outcome";
import { type Html, html } from "@/lib/domain/text/html";
import { codePart } from "./code-part";
import { dayInWords } from "./day-in-words";
import { outcomeList, outcomesPart } from "./outcomes-part";
import { formPath, HELP_NOW, type PageForm, pageOf } from "./page";

type ShownForm = PageForm & Pick<PublicForm, "publishedAt"> & {
  readonly taken: number;
  readonly today: string;
  readonly closedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly outcomes: readonly PublicOutcome[];
};

/** After sending. The code stands here and nowhere else. */
export function thanksPage(form: ShownForm, code: string): string {
  return pageOf({
    titled: "Thank you",
    form,
    body: html`<div class="ok" role="status"><h1>Thank you. We have it.</h1><p>Your code:</p><p class="big">${code}</p>
<p>Keep it if you want to see, later, what became of your answer. It says nothing about you. We can’t send it again.</p></div>
<p>People from the team read your answer before it counts. Look here again with your code, at the same address:</p>
<p><a href="${formPath(form)}">${form.title}</a></p>
${HELP_NOW}
${outcomesPart(form)}`,
  });
}

/** Where nothing can be sent: closed, full, or taken back by the team. What became of it stays. */
export function shutPage(form: ShownForm, why: "closed" | "full" | "withdrawn"): string {
  const { heading, words } = SHUT[why](form);
  return pageOf({
    titled: heading,
    form,
    body: html`<h1>${form.title}</h1>
<div class="note"><h2>${heading}</h2><p>${words}</p></div>
${HELP_NOW}
${why === "withdrawn" ? null : outcomesPart(form)}
${codePart(form, "")}`,
  });
}

const SHUT: Readonly<Record<"closed" | "full" | "withdrawn", (form: ShownForm) => { readonly heading: string; readonly words: string }>> = {
  closed: ({ closedOn, today }) => ({ heading: "This form is closed", words: `It took answers until ${closedOn === null ? "now" : dayInWords(closedOn, today)}. Thank you to everyone who answered.` }),
  full: () => ({ heading: "This form has all the answers it can take", words: "The team reads them now. Thank you to everyone who answered." }),
  withdrawn: ({ withdrawnOn, today }) => ({
    heading: "This form was taken back",
    words: `The team took it back${withdrawnOn === null ? "" : ` on ${dayInWords(withdrawnOn, today)}`}. It takes no answers. What people wrote stays with the team and is not shown to others.`,
  }),
};

/** What became of an answer, for whoever has its code. */
export function followPage(form: ShownForm, code: string, followed: { readonly state: AnswerState; readonly isQuoted: boolean; readonly outcomeIds: readonly string[] }): string {
  const led = form.outcomes.filter(({ id }) => followed.outcomeIds.includes(id));
  return pageOf({
    titled: "What became of your answer",
    form,
    body: html`<h1>What became of your answer</h1>
<p>Your code: <b>${code}</b></p>
<div class="ok">${BECAME[followed.state].map((words) => html`<p>${words}</p>`)}${followed.isQuoted ? QUOTED : null}</div>
${led.length === 0 ? null : html`<h2>What your answer led to</h2>${outcomeList(led)}`}
<p><a href="${formPath(form)}">Back to ${form.title}</a></p>
${HELP_NOW}`,
  });
}

const QUOTED: Html = html`<p>Words of it are part of the team’s work. They were changed so that nobody can be recognized.</p>`;
const WAITS = ["We have your answer. Nobody from the team has read it yet. Please look again later."];

const BECAME: Readonly<Record<AnswerState, readonly string[]>> = {
  new: WAITS,
  held: WAITS,
  counted: ["Somebody from the team has read your answer. It counts."],
  "set-aside": ["Somebody from the team has read your answer. They set it aside, so it is not counted. That can happen when an answer is about something else."],
  removed: ["Somebody from the team has read your answer. There was something personal in it, so they deleted what you wrote. It is gone for good.", "You can answer again without names or anything personal."],
};

/** Where a code leads nowhere; nothing tells whether it ever did. */
export function noCodePage(form: ShownForm, problem: string): string {
  return pageOf({ titled: "Your code", form, body: html`<h1>${form.title}</h1>${codePart(form, problem)}<p class="w"><a href="${formPath(form)}">Back to the form</a></p>${HELP_NOW}` });
}

export const NO_CODE = "We have nothing under this code.";

/** Where there is no form: never made, or not published. */
export function noFormPage(): string {
  return pageOf({ titled: "No form here", form: null, body: html`<h1>There is no form at this address</h1><p>Look again at the letters on the poster. They are never O, I or 1.</p>${HELP_NOW}` });
}

/** A few plain words where nothing else can be shown. */
export function messagePage(heading: string, words: string): string {
  return pageOf({ titled: heading, form: null, body: html`<h1>${heading}</h1><p>${words}</p>${HELP_NOW}` });
}
