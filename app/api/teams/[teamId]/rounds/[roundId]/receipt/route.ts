import { getTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { buildReceipt } from "@/lib/domain/rounds/receipt";
import { formatRound } from "@/lib/domain/rounds/round-text";
import { zoneOf } from "@/lib/history/time-zones";
import { toolName } from "@/lib/domain/tool/items";
import { listPeople } from "@/lib/people/list-people";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { attachment } from "@/lib/platform/http/attachment";
import { RATES } from "@/lib/platform/rates/rates";
import { findRound } from "@/lib/rounds/read-rounds";
import { loadRoundContent } from "@/lib/rounds/round-content";

/** A round as a text file: its receipt, and after the reveal what it shows and what was decided; never who rated what. */
export const GET = teamRoute({
  permission: "round:view",
  rate: RATES.file,
  handler: async ({ context, params }) => {
    const round = await findRound(context, params.roundId ?? "");
    if (!round) return routeProblem(404, "not-found", "We could not find this round. It may have been removed.");
    const items = await loadRoundContent(context, round);
    const [people, team] = await Promise.all([listPeople(context, round, items), getTeam(context)]);
    const receipt = buildReceipt(round, toolName(getTool(round.tool)), people);
    return new Response(formatRound({ receipt, about: `${team.name}, ${team.agencyName}`, zone: zoneOf(team.agencyState), items, people }), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": attachment(`Round ${round.number}.txt`),
        "Cache-Control": "no-store",
      },
    });
  },
});
