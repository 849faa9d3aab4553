import { resumeLetters, stopLetters } from "@/lib/accounts/stop-links";
import { routeProblem, tooManyProblem, withProblems } from "@/lib/platform/entry/route";
import { addressOf } from "@/lib/platform/http/client-address";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { readBytes } from "@/lib/platform/http/read-bytes";
import { RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";

interface RouteArguments {
  readonly params: Promise<{ readonly token: string }>;
}

/** Both forms of it that mail programs send, and our own page's, are a hundred bytes. */
const BODY_MAX_BYTES = 4 * 1024;

/**
 * Stops the letters of a link, or puts them back: by the button of a mail program (RFC 8058), which has no session and no
 * origin, or by our page's form. The link's secret alone is the right to it. No other method changes anything.
 */
export function POST(request: Request, { params }: RouteArguments): Promise<Response> {
  return withProblems(request, async () => {
    const from = addressOf(request.headers);
    const tooMany = await takeRate(RATES.stopLetters, { person: from && networkOf(from), agencyId: null });
    if (tooMany) return tooManyProblem(tooMany);
    const { token } = await params;
    const body = await readBytes(request, BODY_MAX_BYTES);
    const act = readAct(typeof body === "string" ? "" : new TextDecoder().decode(body));
    if (act === null) return routeProblem(422, "refused", "This request does not say what it wants.");
    const isKnown = act === "resume" ? await resumeLetters(token, from) : await stopLetters(token, from);
    if (act === "one-click") return isKnown ? new Response("Stopped.\n", { headers: PLAIN }) : routeProblem(404, "not-found", "This link no longer works.");
    return toPage(token);
  });
}

/** Some programs open a letter's stop address like any link, and so do mail scanners: they get the page that asks. */
export async function GET(_request: Request, { params }: RouteArguments): Promise<Response> {
  return toPage((await params).token);
}

const PLAIN = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

function toPage(token: string): Response {
  return new Response(null, { status: 303, headers: { Location: `/letters/stop/${encodeURIComponent(token)}`, "Cache-Control": "no-store" } });
}

/** From a form in either encoding: the words are looked for, whatever stands around them. */
function readAct(body: string): "one-click" | "stop" | "resume" | null {
  const fields = new URLSearchParams(body);
  if (fields.get("List-Unsubscribe") === "One-Click" || /name="?List-Unsubscribe"?[^]{0,200}?\r?\n\r?\nOne-Click\b/.test(body)) return "one-click";
  const act = fields.get("act");
  return act === "stop" || act === "resume" ? act : null;
}
