import { formPage } from "@/components/feedback-page/questions-page";
import { messagePage, noFormPage, shutPage } from "@/components/feedback-page/plain-pages";
import { STYLE_HASH } from "@/components/feedback-page/style";
import { findFormByCode, type FoundForm } from "@/lib/feedback/find-form";
import { type FormKey, newFormKey, writeFormKey } from "@/lib/feedback/page-key";
import { writeChallenge } from "@/lib/feedback/proof-of-work";
import { FEEDBACK_BODY_MAX_BYTES, FIELDS, type SentAnswer } from "@/lib/feedback/sent-answer";
import { isBusy } from "@/lib/feedback/take-answer";
import { env } from "@/lib/platform/env";
import { addressOf } from "@/lib/platform/http/client-address";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { readBytes } from "@/lib/platform/http/read-bytes";
import { isSameOrigin } from "@/lib/platform/http/same-origin";
import { securityHeaders } from "@/lib/platform/http/security-headers.mjs";
import type { Rate } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";

/** Forms lead to our own address; scripts are ours, styles are the one in the page. */
const POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_HASH}`,
  "script-src 'self'",
  "worker-src 'self'",
  // The browser's own wish for an icon.
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A page for somebody of whom nothing is known: no cookie is set, nothing is told to anybody by a link, nothing is kept. */
export function pageResponse(page: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  const isSecure = env().APP_URL.startsWith("https://");
  return new Response(page, {
    status,
    headers: {
      ...securityHeaders({ isSecure }),
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": isSecure ? `${POLICY}; upgrade-insecure-requests` : POLICY,
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex, nofollow",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

interface RouteArguments {
  readonly params: Promise<{ readonly code: string }>;
}

export interface PublicRequest {
  readonly request: Request;
  readonly form: FoundForm;
  readonly body: Uint8Array;
  /** As its tries and answers are counted; null where nothing tells. */
  readonly network: string | null;
}

const BUSY = () => pageResponse(messagePage("Please wait a moment", "Many people are here just now. Go back with your browser, then try again."), 503, { "Retry-After": "5" });
const TOO_MANY = (words: string) => pageResponse(messagePage("Please wait a moment", `${words} Go back with your browser: what you wrote should still be there.`), 429);
const ELSEWHERE = () => pageResponse(messagePage("Please open the form itself", "This was sent from another page. Open the form at its own address, then send it there."), 403);
const TOO_LONG = () => pageResponse(messagePage("This is too long", "Go back with your browser and shorten what you wrote."), 413);
const TOO_SLOW = () => pageResponse(messagePage("This took too long to arrive", "Check your connection. Go back with your browser, then send it again."), 408, { Connection: "close" });
const FAILED = () => pageResponse(messagePage("Something went wrong on our side", "Go back with your browser, then try again. Sent twice, it counts once."), 500);

/**
 * A request for a public form: whoever has its address may ask. What fails is logged without the form's code, as anything of
 * the request would tell more than we promise to know.
 */
export function publicRoute({ rate, handler }: { readonly rate: Rate; readonly handler: (asked: PublicRequest) => Promise<Response> }) {
  return async (request: Request, { params }: RouteArguments): Promise<Response> => {
    try {
      if (request.method === "POST" && isFromElsewhere(request)) return ELSEWHERE();
      const address = addressOf(request.headers);
      const network = address && networkOf(address);
      const tooMany = await takeRate(rate, { person: network, agencyId: null });
      if (tooMany) return TOO_MANY(tooMany.message);
      const body = request.method === "POST" ? await readBytes(request, FEEDBACK_BODY_MAX_BYTES) : new Uint8Array();
      if (typeof body === "string") return body === "too-large" ? TOO_LONG() : TOO_SLOW();
      const form = await findFormByCode((await params).code, network ?? "unknown");
      return form ? await handler({ request, form, body, network }) : pageResponse(noFormPage(), 404);
    } catch (error) {
      if (isBusy(error)) return BUSY();
      console.error("A request for a public form failed:", error);
      return FAILED();
    }
  };
}

/**
 * The page sends no referrer, so browsers send "null" as its origin, and old ones none. There is no session to misuse here; what
 * another site can be told from is refused all the same.
 */
function isFromElsewhere(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== "null") return !isSameOrigin(request);
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin";
}

const NOTHING_SENT: Pick<SentAnswer, "answers" | "problems"> = { answers: {}, problems: {} };

interface Shown {
  readonly key?: FormKey;
  readonly sent?: Pick<SentAnswer, "answers" | "problems">;
  readonly notice?: { readonly heading: string; readonly words: string } | null;
  readonly canSend?: boolean;
}

/** The page of a form to fill in, or again with what was written. */
export async function showForm(form: FoundForm, { key = newFormKey(Date.now()), sent = NOTHING_SENT, notice = null, canSend = true }: Shown = {}): Promise<string> {
  return formPage({
    form,
    fields: FIELDS,
    key: writeFormKey(form.place.formId, key),
    challenge: canSend ? await writeChallenge(key) : "",
    answers: sent.answers,
    problems: sent.problems,
    notice,
    canSend,
  });
}

/** What stands at a form's address now. */
export async function showAsItStands(form: FoundForm): Promise<Response> {
  if (form.state === "withdrawn") return pageResponse(shutPage(form, "withdrawn"), 410);
  if (form.state === "closed") return pageResponse(shutPage(form, "closed"));
  return pageResponse(form.isFull ? shutPage(form, "full") : await showForm(form));
}
