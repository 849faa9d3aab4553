import { teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { FORM_MAX_BYTES, handleIndicatorForm } from "./indicator-form";

const post = teamRoute({
  permission: "response:edit",
  rate: RATES.change,
  bodyMaxBytes: FORM_MAX_BYTES,
  handler: handleIndicatorForm,
});

/** The forms of a goal's page, for browsers without a script; each answer leads back to the page. */
export async function POST(request: Request, route: Parameters<typeof post>[1]): Promise<Response> {
  const response = await post(request, route);
  const isBrowser = request.headers.get("accept")?.includes("text/html");
  if (response.status !== 401 || !isBrowser) return response;
  const page = `/teams/${(await route.params).teamId}/goals/1`;
  return new Response(null, { status: 303, headers: { Location: `/sign-in?next=${encodeURIComponent(page)}`, "Cache-Control": "no-store" } });
}
