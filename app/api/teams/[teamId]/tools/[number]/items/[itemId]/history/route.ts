import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { listItemHistory } from "@/lib/history/history";
import { listRemovedRows } from "@/lib/history/history-restore";
import { buildHistoryView, listPeopleInHistory } from "@/lib/history/history-view";
import { historyJson } from "@/lib/people/json-with-people";
import { showInHistory } from "@/lib/people/name-answers";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";

/** One item's changes, newest first; `?before=` takes the `older` of the page above. Removed rows come with the first page. */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.read,
  handler: async ({ request, context, toolRef = NO_TOOL, params: { itemId = "" } }) => {
    const before = new URL(request.url).searchParams.get("before") ?? "";
    const history = await listItemHistory(context, toolRef, itemId, { before });
    if (!history) return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
    const removedRows = before === "" ? await listRemovedRows(context, toolRef, itemId) : [];
    const show = await showInHistory(context, context.historyNames !== "hidden", listPeopleInHistory(history, removedRows));
    return historyJson(context, buildHistoryView(history, removedRows, show));
  },
});
