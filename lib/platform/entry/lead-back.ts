import "server-only";
import { SAID, sayWords } from "./said-words";

/** How a browser sends a form by itself. */
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

export function isPlainForm(request: Pick<Request, "headers">): boolean {
  return FORM.test(request.headers.get("content-type") ?? "");
}

/**
 * A refusal of what a form without a script sent becomes its page again, which says why. What a script sent, and what came from other
 * sites, is answered as it is.
 * @param page the form's own page, "/meet/K7Q4MD"; which part of it was open is told by the browser
 */
export async function leadFormBack(request: Request, page: string, answer: Response): Promise<Response> {
  if (answer.status < 400 || !isPlainForm(request)) return answer;
  const said = (await answer.clone().json().catch(() => null)) as { error?: string; message?: string } | null;
  if (!said?.message || said.error === "cross-origin") return answer;
  const query = openPart(request, page);
  query.set(SAID, sayWords(said.message));
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Type", "Content-Length"]) headers.delete(name);
  headers.set("Location", `${page}?${query}`);
  return new Response(null, { status: 303, headers });
}

/** What the address of the form's page asked for, as far as it is that page. */
function openPart(request: Request, page: string): URLSearchParams {
  const from = request.headers.get("referer") ?? "";
  const query = new URLSearchParams();
  if (!URL.canParse(from) || new URL(from).pathname !== page) return query;
  for (const name of ["item", "view"]) {
    const asked = new URL(from).searchParams.get(name);
    if (asked !== null) query.set(name, asked);
  }
  return query;
}
