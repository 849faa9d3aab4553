import { teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { FORM_MAX_BYTES, handleImport, refuseTooMany } from "./team-import";

const post = teamRoute({
  permission: "import:team",
  rate: RATES.import,
  onTooMany: refuseTooMany,
  bodyMaxBytes: FORM_MAX_BYTES,
  handler: handleImport,
});

/** The forms of the import page, which work without JavaScript; each answer leads back to a page. */
export async function POST(request: Request, route: Parameters<typeof post>[1]): Promise<Response> {
  const response = await post(request, route);
  const isBrowser = request.headers.get("accept")?.includes("text/html");
  if (response.status !== 401 || !isBrowser) return response;
  const page = `/teams/${(await route.params).teamId}/import`;
  const headers = { Location: `/sign-in?next=${encodeURIComponent(page)}`, "Cache-Control": "no-store" };
  return new Response(null, { status: 303, headers });
}
