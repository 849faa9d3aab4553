import { getTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { buildReceipt, formatReceipt } from "@/lib/domain/rounds/receipt";
import { toolName } from "@/lib/domain/tool/items";
import { listPeople } from "@/lib/people/list-people";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { attachment } from "@/lib/platform/http/attachment";
import { RATES } from "@/lib/platform/rates/rates";
import { findRound } from "@/lib/rounds/read-rounds";

/** The receipt of a round as a text file: when it opened, was revealed and closed, how many answered; nothing that anybody rated. */
export const GET = teamRoute({
  permission: "round:view",
  rate: RATES.file,
  handler: async ({ context, params }) => {
    const round = await findRound(context, params.roundId ?? "");
    if (!round) return routeProblem(404, "not-found", "We could not find this round. It may have been removed.");
    const [people, team] = await Promise.all([listPeople(context, round), getTeam(context)]);
    const receipt = buildReceipt(round, toolName(getTool(round.tool)), people);
    return new Response(formatReceipt(receipt, `${team.name}, ${team.agencyName}`), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": attachment(`Round ${round.number} receipt.txt`),
        "Cache-Control": "no-store",
      },
    });
  },
});
