import { RATES } from "@/lib/auth/rates";
import { routeProblem, teamRoute } from "@/lib/auth/route";
import { findItemComments } from "@/lib/data/comment-threads";
import { jsonWithPeople } from "@/lib/http/json-with-people";
import { NO_TOOL } from "@/lib/tools/tool-ref";

/** The conversations on one item. `teamRoute` has checked the number. */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.read,
  handler: async ({ context, toolRef = NO_TOOL, params }) => {
    const comments = await findItemComments(context, toolRef, params.itemId ?? "");
    if (!comments) return routeProblem(404, "not-found", "We could not find that. It may have been removed.");
    return jsonWithPeople(context, comments);
  },
});
