import { pageResponse, type PublicRequest, publicRoute, showAsItStands, showForm } from "@/app/api/feedback/public-page";
import { thanksPage } from "@/components/feedback-page/plain-pages";
import { readSentAnswer } from "@/lib/feedback/sent-answer";
import { type Refused, takeAnswer } from "@/lib/feedback/take-answer";
import { RATES } from "@/lib/platform/rates/rates";

const KEPT = "Nothing was sent. What you wrote is below.";

/** Said where an answer could not be taken, above the words, which stay; and whether it can be sent again. */
const REFUSED: Readonly<Record<Refused, { readonly status: number; readonly heading: string; readonly words: string; readonly canSend: boolean }>> = {
  "old-page": { status: 422, heading: "This page is old", words: "Here is what you wrote. Send it again.", canSend: true },
  nothing: { status: 422, heading: "Nothing is answered yet", words: "Answer one question or more, then send it.", canSend: true },
  problems: { status: 422, heading: "Something needs another look", words: KEPT, canSend: true },
  "too-long": { status: 422, heading: "This is too long", words: `${KEPT} Please shorten it, then send it again.`, canSend: true },
  hourly: { status: 503, heading: "Many people are answering just now", words: `${KEPT} Please send it again in an hour.`, canSend: true },
  busy: { status: 503, heading: "Many people are here just now", words: `${KEPT} Please send it again in a minute.`, canSend: true },
  full: { status: 409, heading: "This form has all the answers it can take", words: `${KEPT} You can copy it, if you want to tell the team another way.`, canSend: false },
  closed: { status: 409, heading: "This form closed meanwhile", words: `${KEPT} You can copy it, if you want to tell the team another way.`, canSend: false },
};

/**
 * An answer. Sent again it is the same one, with the same code; so the page may be loaded again. The code stands in the answer's
 * page only, in no address.
 */
export const POST = publicRoute({ rate: RATES.feedbackAnswer, handler: sendAnswer });

async function sendAnswer({ request, form, body, network }: PublicRequest): Promise<Response> {
  if (form.state === "withdrawn") return showAsItStands(form);
  const sent = readSentAnswer(form.questions, body, request.headers.get("content-type"));
  const taken = await takeAnswer(form, sent, network);
  if ("code" in taken) return pageResponse(thanksPage(form, taken.code));
  const { status, heading, words, canSend } = REFUSED[taken.refused];
  return pageResponse(await showForm(form, { key: taken.key, sent, notice: { heading, words }, canSend }), status);
}

/** Somebody who loads the address of a form that was sent. */
export const GET = publicRoute({ rate: RATES.feedbackPage, handler: async ({ form }) => showAsItStands(form) });
