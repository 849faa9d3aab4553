import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { answerEvents, type OtherTopic } from "@/lib/screens/answer-events";
import { followTool } from "@/lib/screens/tool-screen";

/** What happens to a tool while it is open. */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.stream,
  handler: ({ request, context, toolRef }) =>
    answerEvents({ request, context, follow: (sid) => followTool({ context, toolRef: toolRef ?? NO_TOOL, sid }), answerOther }),
});

function answerOther(request: Request, { teamId, id }: OtherTopic): Promise<Response> {
  return GET(request, { params: Promise.resolve({ teamId, number: id }) });
}
