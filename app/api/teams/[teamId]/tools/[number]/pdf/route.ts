import { teamRoute } from "@/lib/auth/route";
import type { ToolNumber } from "@/lib/tools/definition";
import { exportPdf } from "../../../team-export";

/** One tool with the team's answers. `teamRoute` has checked the number. */
export const GET = teamRoute({
  permission: "export:tool",
  handler: (team) => exportPdf(team, team.toolNumber as ToolNumber),
});
