import { buildHistoryView } from "@/app/teams/[teamId]/tools/[number]/panel/history/history-view";
import { RATES } from "@/lib/auth/rates";
import { routeProblem, teamRoute } from "@/lib/auth/route";
import { listItemHistory } from "@/lib/data/history";
import { listRemovedRows } from "@/lib/data/history-restore";
import { jsonWithPeople } from "@/lib/http/json-with-people";
import { NO_TOOL } from "@/lib/tools/tool-ref";

/** One item's changes, newest first; `?before=` takes the `older` of the page above. Removed rows come with the first page. */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.read,
  handler: async ({ request, context, toolRef = NO_TOOL, params: { itemId = "" } }) => {
    const before = new URL(request.url).searchParams.get("before") ?? "";
    const history = await listItemHistory(context, toolRef, itemId, { before });
    if (!history) return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
    const removedRows = before === "" ? await listRemovedRows(context, toolRef, itemId) : [];
    return jsonWithPeople(context, buildHistoryView(history, removedRows));
  },
});
