import type { PublicForm } from "@/lib/domain/feedback/form";
import { FOLLOW_CODE_MAX } from "@/lib/domain/feedback/follow-code";
import { type Html, html } from "@/lib/domain/text/html";
import { followPath } from "./page";

/** Looks an answer up. Sent in the body, so that no history or log holds the code. */
export function codePart(form: Pick<PublicForm, "code">, problem: string): Html {
  return html`<h2>Have a code?</h2>
<form method="post" action="${followPath(form)}" accept-charset="utf-8">
<label class="q" for="code">See what became of your answer</label>
<p class="hint" id="code-hint">It looks like RIVER 47 OAK.</p>${problem === "" ? null : html`<p class="er" id="code-error">${problem}</p>`}
<input class="code${problem === "" ? "" : " bad"}" id="code" name="code" type="text" maxlength="${FOLLOW_CODE_MAX}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint${problem === "" ? "" : " code-error"}"${problem === "" ? null : html` aria-invalid="true"`}>
<p class="s"><button class="b b2" type="submit">Look</button></p>
</form>`;
}
