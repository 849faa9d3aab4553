import { findItemComments } from "@/lib/comments/comment-threads";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { jsonWithPeople } from "@/lib/people/json-with-people";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";

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
