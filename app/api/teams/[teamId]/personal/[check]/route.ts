import { findPersonalTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { formatCheck } from "@/lib/personal/check-text";
import { getOwnCheck } from "@/lib/personal/personal-checks";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { attachment } from "@/lib/platform/http/attachment";
import { RATES } from "@/lib/platform/rates/rates";

/** A person's own check as a text file, for them alone: it is in no download of the team's. */
export const GET = teamRoute({
  permission: "team:view",
  rate: RATES.file,
  handler: async ({ context, params }) => {
    const tool = findPersonalTool(params.check ?? "");
    const own = tool && (await getOwnCheck(context, tool));
    if (!own || own.changedAt === null) return routeProblem(404, "not-found", "You have saved no such check.");
    const { name } = await getTeam(context);
    return new Response(formatCheck(tool, own.answers, { teamName: name, changedAt: own.changedAt }), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": attachment(`${tool.title}, ${own.changedAt.slice(0, 10)}.txt`),
        "Cache-Control": "no-store",
      },
    });
  },
});
