import "server-only";
import { routeProblem } from "@/lib/platform/entry/route";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { judgeVersion, PROTOCOL_HEADER, PROTOCOL_PARAMETER, REFRESH } from "@/lib/sync/protocol";

/** Pages from before there were versions show it as it is. */
const OUTDATED = "The workbook was renewed after this page was opened. Reload the page: your changes are kept.";

/** The answer to a page of another version; null for one that is understood. */
export function refuseOldPage(request: RouteRequest): Response | null {
  const named = request.headers.get(PROTOCOL_HEADER) ?? new URL(request.url).searchParams.get(PROTOCOL_PARAMETER);
  const judged = judgeVersion(named);
  if (judged === "older") return routeProblem(409, REFRESH, OUTDATED);
  // The page asks again until an instance of its own version answers.
  if (judged === "newer") return routeProblem(503, "failed", "The workbook is being renewed. Please try again.");
  return null;
}
