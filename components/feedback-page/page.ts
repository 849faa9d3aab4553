import { formatFormCode } from "@/lib/domain/feedback/form-code";
import type { PublicForm } from "@/lib/domain/feedback/form";
import { Html, html } from "@/lib/domain/text/html";
import { STYLE } from "./style";

/** What every page of a form says of itself. */
export interface PageForm extends Pick<PublicForm, "code" | "title"> {
  readonly agencyName: string;
  readonly teamName: string;
}

export interface PageParts {
  /** Before the form's own title, which it stands beside in the browser's tab. */
  readonly titled: string | null;
  readonly form: PageForm | null;
  readonly body: Html;
  /** Only the page with a form to fill in runs anything. */
  readonly hasScript?: boolean;
}

/** Raw, because a style holds no markup and its hash is of these very letters. */
const STYLE_TAG = new Html(`<style>${STYLE}</style>`);

/** A whole page, without the app around it: no account, no cookie, nothing from elsewhere. */
export function pageOf({ titled, form, body, hasScript = false }: PageParts): string {
  const title = [titled, form?.title, form?.agencyName].filter(Boolean).join(" · ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
${STYLE_TAG}
${hasScript ? SCRIPTS : null}
</head>
<body>
${form ? html`<header class="who"><span>${form.agencyName}<br>${form.teamName}</span></header>` : null}
<main>
${body}
</main>
</body>
</html>
`.text;
}

const SCRIPTS = html`<script src="/feedback/script/form.js" defer></script><script src="/feedback/script/hints.js" defer></script>`;

/** Where a form is, and where its pages send what was filled in. */
export const formPath = ({ code }: Pick<PublicForm, "code">): string => `/feedback/${formatFormCode(code)}`;
export const answerPath = ({ code }: Pick<PublicForm, "code">): string => `/api/feedback/${formatFormCode(code)}`;
export const followPath = (form: Pick<PublicForm, "code">): string => `${answerPath(form)}/follow`;

/** Whoever is in danger finds help on each page. */
export const HELP_NOW = html`<p>Is somebody in danger now? <a href="tel:911">Call 911</a>. To talk to someone, <a href="tel:988">call or text 988</a>.</p>`;

/** Paragraphs as somebody wrote them, a blank line between. */
export function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => html`<p>${part}</p>`);
}
